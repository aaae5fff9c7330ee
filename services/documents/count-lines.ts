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
  for (const { text, isBold: bold, isCode } of piecesOf(words, isBold)) {
    for (const [at, row] of cleanText(text).split('\n').entries()) {
      if (at > 0) place = { lines: place.lines + 1, used: 0 };
      for (const word of row.match(/[^ -]*-+|[^ -]+| +/g) ?? [])
        place = setWord(place, widthOf(word, size, bold, isCode), width, word.startsWith(' '));
    }
  }
  return place.lines;
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
