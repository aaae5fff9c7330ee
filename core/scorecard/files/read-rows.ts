import { type FileKind, keyOf, type RowIn, spansOf } from './file-kinds.ts';
import { CellFault, type CellReader, type CellValue, styleOf } from './read-cell.ts';
import { nowhere, type RowProblem, startTelling } from './row-problem.ts';

/** `empty` counts the cells that hold nothing. */
export type Field = { readonly name: string; readonly at: number; readonly read: CellReader; empty: number };

export type ReadRows<Kind extends FileKind> = {
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
export function startRows<Kind extends FileKind>(kind: Kind, fields: readonly Field[]) {
  const [problems, warnings] = [startTelling(), startTelling()];
  const rows = new Map<string, RowIn<Kind>>();
  const styles = startStyles();
  let [read, rejected, duplicates] = [0, 0, 0];

  function readFields(cells: readonly string[], line: number): Record<string, CellValue> | null {
    const row: Record<string, CellValue> = { line };
    let isSound = true;
    for (const field of fields) {
      const value = field.at < 0 ? null : field.read(cells[field.at] ?? '');
      if (value instanceof CellFault) {
        isSound = false;
        tellFault(field, value, cells, line);
      } else row[field.name] = value;
      if (value === null) field.empty += 1;
    }
    return isSound ? row : null;
  }

  function tellFault({ name, at }: Field, { why }: CellFault, cells: readonly string[], line: number): void {
    problems.add({ line, column: at + 1, name, message: `${name} ${why}` });
    styles.note(name, cells[at] ?? '');
  }

  function keep(row: RowIn<Kind>, key: string, line: number): void {
    const before = rows.get(key);
    if (before !== undefined) {
      duplicates += 1;
      const message = `${key} stands in line ${before.line} already; this line counts`;
      warnings.add({ line, column: null, name: keyOf[kind], message });
    }
    rows.set(key, row);
  }

  return {
    take: (cells: readonly string[], line: number): void => {
      read += 1;
      const row = readFields(cells, line);
      const backwards = row && findBackwards(kind, row);
      if (backwards) problems.add({ line, column: null, name: null, message: backwards });
      if (row === null || backwards !== null) rejected += 1;
      else keep(row as RowIn<Kind>, String(row[keyOf[kind]]), line);
    },
    finish: (): ReadRows<Kind> => ({
      rows: [...rows.values()],
      problems: [...styles.tell(), ...problems.list],
      warnings: warnings.list,
      read,
      rejected,
      duplicates,
      unknown: Object.fromEntries(
        fields.flatMap(({ name, at, empty }) => (at >= 0 && empty > 0 ? [[name, empty]] : [])),
      ),
    }),
  };
}

function findBackwards(kind: FileKind, row: Readonly<Record<string, CellValue>>): string | null {
  for (const [from, to] of spansOf[kind]) {
    const [start, end] = [row[from] ?? null, row[to] ?? null];
    if (start !== null && end !== null && end < start) return `${to} lies before ${from}: no duration is negative`;
  }
  return null;
}

/** How the days of a column were written, where they could not be read: named, not guessed. Source: spec.md D.1. */
function startStyles() {
  const styles = new Map<string, Map<string, number>>();
  return {
    note: (name: string, cell: string): void => {
      const style = /_(?:on|at)$/.test(name) ? styleOf(cell.trim()) : null;
      if (style === null) return;
      const seen = styles.get(name) ?? new Map<string, number>();
      styles.set(name, seen.set(style, (seen.get(style) ?? 0) + 1));
    },
    tell: (): readonly RowProblem[] =>
      [...styles].flatMap(([name, seen]) =>
        seen.size > 1 ? [{ ...nowhere, name, message: tellStyles(name, seen) }] : [],
      ),
  };
}

function tellStyles(name: string, seen: ReadonlyMap<string, number>): string {
  const styles = [...seen].map(([style, rows]) => `${style} (${rows})`).join(', ');
  return `${name} writes days in ${seen.size} styles besides YYYY-MM-DD: ${styles}. Which is meant is not guessed: write all of them as YYYY-MM-DD`;
}
