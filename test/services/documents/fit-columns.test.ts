import { expect, test } from 'vitest';
import { type Block, type Cell, type Column, linesOf, quiet, type Table } from '#core/report/document.ts';
import { stripsOf } from '#services/documents/block-heights.ts';
import { fitColumns } from '#services/documents/fit-columns.ts';

const columns: readonly Column[] = [
  { head: 'Id', width: 900 },
  { head: 'Short', width: 4230 },
  { head: 'Long', width: 4230 },
];
const long =
  'The text of a step goes on for some lines, because it says who does what, when, and with which runbook. '.repeat(3);
const rows: readonly (readonly Cell[])[] = [
  ['AI-2026Q1-001', 'yes', long],
  ['AI-2026Q1-002', linesOf({ words: 'no' }, quiet('29\u00A0May\u00A02026')), long],
];
const table: Table = { is: 'table', caption: null, columns, rows, fitsColumns: true };

const fitted = (block: Table): Table => fitColumns([block]).find((found) => found.is === 'table') ?? block;
const widthsOf = (block: Table) => block.columns.map(({ width }) => width);
const heightOf = (block: Block) => stripsOf(block, 0).reduce((sum, { height }) => sum + height, 0);

test('A table that asks for it gets the widths that make it lower, and stays as wide as it was', () => {
  const found = fitted(table);
  expect(heightOf(found)).toBeLessThan(heightOf(table));
  expect(widthsOf(found).reduce((sum, width) => sum + width, 0)).toBe(9360);
  expect(widthsOf(found)[2]).toBeGreaterThan(4230);
  expect(widthsOf(found)[1]).toBeGreaterThanOrEqual(4230 * 0.75); // else a short word stands in a column of its own letters
});

test('Neither an id nor a date is broken at its hyphens or spaces', () => {
  const [first] = widthsOf(fitted(table));
  expect(first).toBeGreaterThan(1300); // 13 letters of 9 pt with the space beside them
  const dated = fitted({
    ...table,
    rows: rows.map(([id, , words]) => [id ?? '', '29\u00A0May\u00A02026', words ?? '']),
  });
  expect(widthsOf(dated)[1]).toBeGreaterThanOrEqual(1200);
});

test('A bold word that goes on in another face is one word', () => {
  const glued = fitted({ ...table, rows: [[[{ bold: 'AI-2026Q1' }, '-001'], 'yes', long]] });
  expect(widthsOf(glued)[0]).toBeGreaterThan(1300);
});

test.each([
  ['does not ask for it', { ...table, fitsColumns: false }],
  ['has one column', { ...table, columns: columns.slice(0, 1), rows: [['AI-2026Q1-001']] }],
])('A table that %s keeps its widths', (_why, kept: Table) => {
  expect(widthsOf(fitted(kept))).toEqual(widthsOf(kept));
});

test('A long table is fitted to its highest rows, and no word of the others is broken', () => {
  const short: readonly Cell[] = ['AI-2026Q1-001', 'a-word-of-20-letters', 'no'];
  const found = fitted({ ...table, rows: [...Array.from({ length: 400 }, () => short), ...rows] });
  expect(heightOf(found)).toBeLessThan(
    heightOf({ ...table, rows: [...Array.from({ length: 400 }, () => short), ...rows] }),
  );
  expect(widthsOf(found)[2]).toBeGreaterThan(4230);
  expect(widthsOf(found)[0]).toBeGreaterThan(1300);
});

test('Where the words of all columns are wider than the table, it stays as wide as it was', () => {
  const wide = fitted({ ...table, rows: [['A'.repeat(60), 'B'.repeat(60), 'C'.repeat(60)]] });
  expect(widthsOf(wide).reduce((sum, width) => sum + width, 0)).toBe(9360);
  expect(Math.min(...widthsOf(wide))).toBeGreaterThan(0);
});
