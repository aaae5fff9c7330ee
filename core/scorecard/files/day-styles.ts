import { type DateOrder, orderOf, quote, styleOf } from './read-cell.ts';
import { nowhere, type RowProblem } from './row-problem.ts';

type Shown = { readonly cell: string; readonly line: number };

/** Of the cells of a column that could not be read. */
type Seen = {
  /** By style, how many. */
  readonly styles: Map<string, number>;
  /** Those that can be read in one way only: the first of each way. */
  readonly shown: Map<DateOrder, Shown>;
  /** Written with two numbers and a year. */
  ordered: number;
};

/** How the days of a column were written, where they could not be read: named, not guessed. Source: spec.md D.1. */
export function startStyles() {
  const columns = new Map<string, Seen>();
  return {
    note: (name: string, cell: string, line: number): void => {
      const typed = cell.trim();
      const style = /_(?:on|at)$/.test(name) ? styleOf(typed) : null;
      if (style === null) return;
      const seen = columns.get(name) ?? { styles: new Map(), shown: new Map(), ordered: 0 };
      columns.set(name, seen);
      seen.styles.set(style, (seen.styles.get(style) ?? 0) + 1);
      if (style.startsWith('NN')) seen.ordered += 1;
      const order = orderOf(typed);
      if (order !== null && !seen.shown.has(order)) seen.shown.set(order, { cell: typed, line });
    },
    tell: (): readonly RowProblem[] =>
      [...columns].flatMap(([name, seen]) =>
        [tellStyles(name, seen), tellOrder(name, seen)].flatMap((message) =>
          message === null ? [] : [{ ...nowhere, name, message }],
        ),
      ),
  };
}

function tellStyles(name: string, { styles }: Seen): string | null {
  if (styles.size < 2) return null;
  const told = [...styles].map(([style, rows]) => `${style} (${rows})`).join(', ');
  return `${name} writes days in ${styles.size} styles besides YYYY-MM-DD: ${told}. Which is meant is not guessed: write all of them as YYYY-MM-DD`;
}

const words = { day_first: 'the day stands first', month_first: 'the month stands first' } as const;

/** One row that can be read in one way only tells it of its column. */
function tellOrder(name: string, { shown, ordered }: Seen): string | null {
  if (ordered === 0) return null;
  const [first, second] = [...shown];
  if (!first) return `${name}: whether day or month stands first cannot be told from any of its rows`;
  const tell = ([order, { cell, line }]: typeof first) => `in ${quote(cell)} (line ${line}) ${words[order]}`;
  if (second) return `${name}: ${tell(first)}, and ${tell(second)}`;
  return `${name}: ${tell(first)}. Write its days as YYYY-MM-DD, or say so on screen under Columns and days`;
}
