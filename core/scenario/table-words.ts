import type { AttachmentContent } from './attachment-content.ts';

/** Between two columns, and over the whole width, in letters. */
const gap = 2;
const allLetters = 62;

/** Widths that add up to `all`: a short column gets what it needs, and what is left goes to the long ones, which break their lines. */
export function shareWidth(lines: readonly (readonly string[])[], all: number): readonly number[] {
  const needs = (lines[0] ?? []).map((_, column) => {
    return gap + Math.max(3, ...lines.map((cells) => cells[column]?.length ?? 0));
  });
  const widths = needs.map(() => 0);
  let left = allLetters;
  const shortFirst = [...needs.keys()].sort((one, other) => (needs[one] ?? 0) - (needs[other] ?? 0));
  for (const [at, column] of shortFirst.entries()) {
    const width = Math.min(needs[column] ?? 0, left / (needs.length - at));
    widths[column] = width;
    left -= width;
  }
  const used = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => (all * width) / used);
}

/** What of a table is not shown; null where all of it is. */
export function tellRest({ head, rows, of }: Extract<AttachmentContent, { is: 'table' }>): string | null {
  const parts = [
    ...(rows.length < of.rows ? [`the first ${rows.length} of ${of.rows} rows`] : []),
    ...(head.length < of.columns ? [`${head.length} of ${of.columns} columns`] : []),
  ];
  return parts.length === 0 ? null : `This is ${parts.join(', and ')}.`;
}
