import { type IRunOptions, Paragraph, ShadingType, TextRun } from 'docx';
import type { Cell, Run, Words } from '#core/report/document.ts';
import { cleanText } from './clean-text.ts';
import { alertMark, font, ink, lights, ratingInk } from './sheet.ts';

export const shaded = (fill: string) => ({ type: ShadingType.CLEAR, fill, color: 'auto' });

/** Text as text: whatever was typed, nothing in it is a command. A line end becomes a line break. */
export function runsOf(words: Words, more: Partial<IRunOptions> = {}): TextRun[] {
  const runs: readonly Run[] = typeof words === 'string' ? [words] : words;
  return runs.flatMap((run) => {
    if (typeof run === 'string') return linesOf(run, more);
    if ('bold' in run) return linesOf(run.bold, { ...more, bold: true });
    if ('code' in run) return linesOf(run.code, { ...more, font: font.code });
    if ('light' in run) return linesOf(lights[run.light].mark, { ...more, bold: true, color: lights[run.light].ink });
    if ('alert' in run) return linesOf(`${alertMark}\u00A0${run.alert}`, { ...more, bold: true, color: ink.alert });
    const { fill, ink: letter } = ratingInk[run.rating];
    return linesOf(`\u00A0${run.rating}\u00A0`, { ...more, bold: true, color: letter, shading: shaded(fill) });
  });
}

function linesOf(text: string, more: Partial<IRunOptions>): TextRun[] {
  return cleanText(text)
    .split('\n')
    .map((line, at) => new TextRun({ ...more, text: line, ...(at > 0 ? { break: 1 } : {}) }));
}

export function paragraphOf(style: string, words: Words, more: object = {}): Paragraph {
  return new Paragraph({ style, ...more, children: runsOf(words) });
}

export function paragraphsOf(cell: Cell, style: string, more: object = {}): Paragraph[] {
  if (typeof cell === 'string' || !('lines' in cell)) return [paragraphOf(style, cell, more)];
  return cell.lines.map(({ words, quiet }) => paragraphOf(quiet ? 'Small' : style, words, more));
}
