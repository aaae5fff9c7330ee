import type { Words } from '#core/report/document.ts';
import { cleanText } from './clean-text.ts';
import { lettersOf } from './letter-widths.ts';
import { alertMark, lights } from './sheet.ts';

const twipsForHalfPoint = 10;
const courierWidth = 0.6; // every letter of it, in parts of the size

type Piece = { readonly text: string; readonly isBold: boolean; readonly isCode: boolean };

/** On how many lines Word sets these words: broken at spaces and after hyphens, in a column so many twips wide. */
export function countLines(words: Words, size: number, width: number, isBold = false): number {
  let place: Place = { lines: 1, used: 0 };
  for (const [at, row] of rowsOf(words, size, isBold).entries()) {
    if (at > 0) place = { lines: place.lines + 1, used: 0 };
    for (const { wide, isSpace } of row) place = setWord(place, wide, width, isSpace);
  }
  return place.lines;
}

/** How wide a column must be, in twips, so that no word of these is broken, and no id, date or number at its hyphens. */
export function widestWord(words: Words, size: number): number {
  let [widest, unbroken] = [0, { text: '', wide: 0 }];
  for (const { text, wide, isSpace } of rowsOf(words, size, false).flat()) {
    const goesOn = !isSpace && unbroken.text.endsWith('-') && /\d/.test(unbroken.text + text);
    unbroken = goesOn ? { text: unbroken.text + text, wide: unbroken.wide + wide } : { text, wide: isSpace ? 0 : wide };
    widest = Math.max(widest, unbroken.wide);
  }
  return widest;
}

type Word = { readonly text: string; readonly wide: number; readonly isSpace: boolean };

/** The words of each line that its writer ended. A word may go on in the next piece, in another face. */
function rowsOf(words: Words, size: number, isBold: boolean): readonly (readonly Word[])[] {
  const rows: Word[][] = [[]];
  for (const { text, isBold: bold, isCode } of piecesOf(words, isBold)) {
    for (const [at, line] of cleanText(text).split('\n').entries()) {
      if (at > 0) rows.push([]);
      for (const part of line.match(/[^ -]*-+|[^ -]+| +/g) ?? [])
        addWord(rows.at(-1) ?? [], {
          text: part,
          wide: widthOf(part, size, bold, isCode),
          isSpace: part.startsWith(' '),
        });
    }
  }
  return rows;
}

function addWord(row: Word[], word: Word): void {
  const last = row.at(-1);
  const goesOn = last && !last.isSpace && !word.isSpace && !last.text.endsWith('-');
  if (goesOn) row.splice(-1, 1, { ...word, text: last.text + word.text, wide: last.wide + word.wide });
  else row.push(word);
}

type Place = { readonly lines: number; readonly used: number };

/** Spaces hang over the margin; what is longer than a line is broken anywhere. */
function setWord({ lines, used }: Place, wide: number, width: number, isSpace: boolean): Place {
  if (isSpace || used + wide <= width) return { lines, used: used + wide };
  if (wide <= width) return { lines: lines + 1, used: wide };
  return { lines: lines + Math.floor((used + wide) / width), used: (used + wide) % width };
}

function piecesOf(words: Words, isBold: boolean): readonly Piece[] {
  const runs = typeof words === 'string' ? [words] : words;
  return runs.map((run) => {
    if (typeof run === 'string') return { text: run, isBold, isCode: false };
    if ('bold' in run) return { text: run.bold, isBold: true, isCode: false };
    if ('code' in run) return { text: run.code, isBold, isCode: true };
    if ('light' in run) return { text: lights[run.light].mark, isBold: true, isCode: false };
    if ('alert' in run) return { text: `${alertMark}\u00A0${run.alert}`, isBold: true, isCode: false };
    return { text: `\u00A0${run.rating}\u00A0`, isBold: true, isCode: false };
  });
}

function widthOf(word: string, size: number, isBold: boolean, isCode: boolean): number {
  if (isCode) return word.length * courierWidth * size * twipsForHalfPoint;
  const letters = lettersOf(isBold ? 'Bold' : 'Regular');
  let width = 0;
  for (const letter of word) width += letters(letter.codePointAt(0) ?? 0);
  return width * size * twipsForHalfPoint;
}
