import { startStyles } from './day-styles.ts';
import { keyOf, type RowIn, spansOf, type TableKind } from './file-kinds.ts';
import { CellFault, type CellReader, type CellValue } from './read-cell.ts';
import { type RowProblem, startTelling } from './row-problem.ts';

/** `empty` counts the cells that hold nothing. */
export type Field = {
  readonly name: string;
  readonly at: number;
  readonly read: CellReader;
  readonly isMoment: boolean;
  empty: number;
};

export type ReadRows<Kind extends TableKind> = {
  /** Every row that can be counted, the last one of each key. */
  readonly rows: readonly RowIn<Kind>[];
  /** Rows that cannot be counted; the first `mostTold` of them with their reasons. */
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
  readonly read: number;
  readonly rejected: number;
  readonly duplicates: number;
  /** Cells that are empty where something could stand, by column. */
  readonly unknown: Readonly<Record<string, number>>;
};

/** The rows below the head, one at a time. */
export function startRows<Kind extends TableKind>(kind: Kind, fields: readonly Field[], width: number) {
  const [problems, warnings] = [startTelling(), startTelling()];
  const rows: RowIn<Kind>[] = [];
  const styles = startStyles();
  const blank = blankRow(fields);
  const present = fields.filter(({ at }) => at >= 0);
  let [read, rejected] = [0, 0];

  function readFields(cells: readonly string[], line: number): Record<string, CellValue> | null {
    const row = { ...blank };
    row.line = line;
    let isSound = true;
    for (const field of present) {
      const value = field.read(cells[field.at] ?? '');
      if (value instanceof CellFault) {
        isSound = false;
        tellFault(field, value, cells, line);
      } else row[field.name] = value;
      if (value === null) field.empty += 1;
      else if (field.isMoment) tellDayAlone(warnings, field, cells, line);
    }
    return isSound ? row : null;
  }

  function tellFault({ name, at }: Field, { why }: CellFault, cells: readonly string[], line: number): void {
    problems.add({ line, column: at + 1, name, message: `${name} ${why}` });
    styles.note(name, cells[at] ?? '', line);
  }

  return {
    warn: (line: number, message: string): void => warnings.add({ line, column: null, name: null, message }),
    take: (cells: readonly string[], line: number): void => {
      read += 1;
      const row = isTooWide(problems, width, cells, line) ? null : readFields(cells, line);
      const backwards = row && findBackwards(kind, row);
      if (backwards) problems.add({ line, column: null, name: null, message: backwards });
      if (row === null || backwards !== null) rejected += 1;
      else rows.push(row as RowIn<Kind>);
    },
    finish: (): ReadRows<Kind> => {
      const { last, repeated } = dropRepeated(kind, rows);
      for (const { line, message } of repeated) warnings.add({ line, column: null, name: null, message });
      return {
        rows: last,
        problems: [...styles.tell(), ...problems.list],
        warnings: warnings.list,
        read,
        rejected,
        duplicates: repeated.length,
        unknown: Object.fromEntries(present.flatMap(({ name, empty }) => (empty > 0 ? [[name, empty]] : []))),
      };
    },
  };
}

type Telling = ReturnType<typeof startTelling>;

function tellDayAlone(warnings: Telling, { name, at }: Field, cells: readonly string[], line: number): void {
  if ((cells[at] ?? '').includes(':')) return;
  const message = `${name} has a day and no time: the beginning of that day is taken`;
  warnings.add({ line, column: at + 1, name, message });
}

function isTooWide(problems: Telling, width: number, cells: readonly string[], line: number): boolean {
  if (cells.length <= width || cells.slice(width).every((cell) => cell.trim() === '')) return false;
  const message = `${cells.length} cells below ${width} heads; a cell that holds a comma, semicolon or tab stands in quotation marks`;
  problems.add({ line, column: width + 1, name: null, message });
  return true;
}

/** Of rows with the same key the last one counts. By sorting, which takes a fifth of the time of a table of all keys. */
function dropRepeated<Kind extends TableKind>(kind: Kind, rows: readonly RowIn<Kind>[]) {
  const key = keyOf[kind];
  if (key === null) return { last: rows, repeated: [] };
  const idOf = (row: RowIn<Kind>) => String((row as Readonly<Record<string, CellValue>>)[key]);
  const sorted = rows.map(idOf).toSorted();
  const twice = new Set(sorted.filter((id, at) => id === sorted[at + 1]));
  if (twice.size === 0) return { last: rows, repeated: [] };
  const latest = new Map<string, RowIn<Kind>>();
  const repeated: { readonly line: number; readonly message: string }[] = [];
  for (const row of rows) {
    const id = idOf(row);
    const before = latest.get(id);
    if (before)
      repeated.push({ line: row.line, message: `${id} stands in line ${before.line} already; this line counts` });
    if (twice.has(id)) latest.set(id, row);
  }
  return { last: rows.filter((row) => (latest.get(idOf(row)) ?? row) === row), repeated };
}

/**
 * Every row is a copy of it: engines keep objects small that are born with all their fields, and turn to hash tables where fields are
 * added by name one after the other. Parsed, because what is parsed is born whole.
 */
function blankRow(fields: readonly Field[]): Record<string, CellValue> {
  return JSON.parse(JSON.stringify(Object.fromEntries([['line', 0], ...fields.map(({ name }) => [name, null])])));
}

function findBackwards(kind: TableKind, row: Readonly<Record<string, CellValue>>): string | null {
  for (const [from, to] of spansOf[kind]) {
    const [start, end] = [row[from] ?? null, row[to] ?? null];
    if (start !== null && end !== null && end < start) return `${to} lies before ${from}: no duration is negative`;
  }
  return null;
}
