/** A few lines of a file as they stand there; `from` is the number of the first. */
export type Excerpt = { readonly from: number; readonly lines: readonly string[] };

const around = 3;
/** Longer lines are cut, all at the same column, so that what stands under one another stays so. */
const widest = 200;
const before = 80;

/** The lines around a place, itself in their midst; null where the file has no such line. Lines and columns count from 1. */
export function cutExcerpt(file: readonly string[], line: number, column: number): Excerpt | null {
  if (line < 1 || line > file.length) return null;
  const from = Math.max(1, line - around);
  const start = column > widest ? column - before : 0;
  return { from, lines: file.slice(from - 1, line + around).map((text) => cut(text, start)) };
}

function cut(text: string, start: number): string {
  const piece = text.slice(start, start + widest);
  return `${start > 0 && text.length > 0 ? '…' : ''}${piece}${start + widest < text.length ? '…' : ''}`;
}
