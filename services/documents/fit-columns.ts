import type { Block, Cell, Column, Table } from '#core/report/document.ts';
import { cellGap, heightOfCell } from './cell-heights.ts';
import { widestWord } from './count-lines.ts';
import { lookOf } from './word-styles.ts';

/** In twips: what a column gives another, at first and at last. */
const [firstStep, lastStep] = [1920, 60];
/** So that a line which just fits here does so in Word and LibreOffice too. */
const slack = 30;
/** Of the width given: a column of one word a line is lower, and hard to read. */
const leastShare = 0.75;
/** Of a longer table the highest so many rows are measured: they make its height. */
const mostRows = 60;

/**
 * The same blocks, tables that ask for it with columns that make them lowest: a column gives width to another as long as that saves
 * height, and no word is broken as long as there is room for all. The columns together stay as wide as they were.
 */
export function fitColumns(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => (block.is === 'table' && block.fitsColumns ? fitTable(block) : block));
}

function fitTable(table: Table): Table {
  const { columns } = table;
  if (columns.length < 2) return table;
  const rows = highestRows(table);
  const least = columns.map((column, at) =>
    Math.max(column.width * leastShare, leastWidth(column, cellsOf(table, at), styleOf(table))),
  );
  const heightAt = measureColumns({ ...table, rows });
  const measureAll = (widths: readonly number[]) => {
    const columnsHigh = widths.map((width, at) => heightAt(at, width));
    return ['head', ...rows].map((_, row) => columnsHigh.map((high) => high[row] ?? 0));
  };
  const heightOf = (widths: readonly number[]) => measureAll(widths).reduce((sum, high) => sum + Math.max(...high), 0);
  const strainOf = (widths: readonly number[]) => measureAll(widths).reduce((sum, high) => sum + strain(high), 0);
  const given = columns.map(({ width }) => width);
  const start = widen(given, least);
  const found = [start, search(start, least, heightOf), search(start, least, strainOf)];
  const widths = found.reduce((best, next) => (heightOf(next) < heightOf(best) ? next : best));
  return { ...table, columns: columns.map((column, at) => ({ ...column, width: widths[at] ?? column.width })) };
}

function highestRows(table: Table): Table['rows'] {
  const { columns, rows } = table;
  if (rows.length <= mostRows) return rows;
  const heightAt = measureColumns(table);
  const high = columns.map(({ width }, at) => heightAt(at, width));
  const heights = rows.map((_, row) => Math.max(...high.map((column) => column[row + 1] ?? 0)));
  const ranked = rows.map((_, row) => row).toSorted((one, other) => (heights[other] ?? 0) - (heights[one] ?? 0));
  return ranked.slice(0, mostRows).map((row) => rows[row] ?? []);
}

const styleOf = ({ look }: Table) => (look === 'dense' ? 'TableSmall' : 'TableText');
const cellsOf = ({ rows }: Table, at: number) => rows.map((row) => row[at] ?? '');

/** The height of each cell of a column at a width, its head first; each width is measured once. */
function measureColumns(table: Table): (at: number, width: number) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  const measure = (at: number, width: number) => {
    const room = width - cellGap - slack;
    const head = heightOfCell(table.columns[at]?.head ?? '', 'TableHead', room);
    return [head, ...cellsOf(table, at).map((cell) => heightOfCell(cell, styleOf(table), room))];
  };
  return (at, width) => {
    const key = `${at}/${width}`;
    const heights = known.get(key) ?? measure(at, width);
    known.set(key, heights);
    return heights;
  };
}

const power = 8;

/** Nearly the height of a row, and a little less whenever one of its high cells gets lower: else the search stops where two are as high. */
const strain = (high: readonly number[]) => high.reduce((sum, one) => sum + one ** power, 0) ** (1 / power);

/** In which the longest word of the column stands in one piece. */
function leastWidth({ head }: Column, cells: readonly Cell[], style: string): number {
  const words = cells.flatMap((cell) => {
    const lines = typeof cell === 'string' || !('lines' in cell) ? [{ words: cell }] : cell.lines;
    return lines.map((line) => widestWord(line.words, lookOf('quiet' in line && line.quiet ? 'Small' : style).size));
  });
  return Math.max(widestWord([{ bold: head }], lookOf('TableHead').size), ...words) + cellGap + slack;
}

/** Columns too narrow for a word take what they need from the one with most to spare; where there is none, words are broken. */
function widen(given: readonly number[], least: readonly number[]): readonly number[] {
  const widths = [...given];
  const spare = (at: number) => (widths[at] ?? 0) - (least[at] ?? 0);
  const places = widths.map((_, at) => at);
  for (const at of places) {
    while (spare(at) < 0) {
      const richest = places.reduce((best, other) => (spare(other) > spare(best) ? other : best));
      const moved = Math.min(
        Math.ceil(-spare(at) / lastStep) * lastStep,
        Math.floor(spare(richest) / lastStep) * lastStep,
      );
      if (moved <= 0) return widths;
      widths[at] = (widths[at] ?? 0) + moved;
      widths[richest] = (widths[richest] ?? 0) - moved;
    }
  }
  return widths;
}

/** Until no column can give another anything that helps. */
function search(
  start: readonly number[],
  least: readonly number[],
  costOf: (widths: readonly number[]) => number,
): readonly number[] {
  let widths = start;
  for (let step = firstStep; step >= lastStep; step = step / 2) {
    for (let next = giveOn(widths, least, step, costOf); next; next = giveOn(widths, least, step, costOf))
      widths = next;
  }
  return widths;
}

/** The best of all ways in which one column gives `step` to another; null: none costs less. */
function giveOn(
  widths: readonly number[],
  least: readonly number[],
  step: number,
  costOf: (widths: readonly number[]) => number,
): readonly number[] | null {
  let best: { readonly cost: number; readonly widths: readonly number[] | null } = {
    cost: costOf(widths),
    widths: null,
  };
  for (const from of widths.keys()) {
    if ((widths[from] ?? 0) - step < (least[from] ?? 0)) continue;
    for (const to of widths.keys()) {
      if (to === from) continue;
      const next = widths.map((width, at) => width + (at === to ? step : 0) - (at === from ? step : 0));
      const cost = costOf(next);
      if (cost < best.cost) best = { cost, widths: next };
    }
  }
  return best.widths;
}
