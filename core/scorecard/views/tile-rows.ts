import type { DecidingRow, RowColumn } from './question.ts';

/** The questions of one tile: what each number is called, and the rows it comes from. */
export type AskedNumber = {
  /** The question without its tile: `failing`, `tier:0`. */
  readonly ask: string;
  readonly value: string;
  readonly words: string;
  /** In their order; put in it only when somebody asks. */
  readonly ids: () => readonly string[];
  readonly note?: string | undefined;
  /** Where its rows are of another file, or of none that counts. */
  readonly columns?: readonly RowColumn[];
  readonly rowOf?: TileRows['rowOf'];
};

/** `rowOf` is null for an id that no row has: a file of another revision. */
export type TileRows = {
  readonly numbers: readonly AskedNumber[];
  readonly columns: readonly RowColumn[];
  readonly rowOf: (id: string) => DecidingRow | null;
};

/** `aside`: what the figures leave out, or stand over. */
export type FigureRows = TileRows & { readonly aside?: readonly AskedNumber[] };

export const text = (name: string): RowColumn => ({ name, is: 'text' });
export const day = (name: string): RowColumn => ({ name, is: 'day' });
export const number = (name: string): RowColumn => ({ name, is: 'number' });

/** `ids` are counted; `inOrder` is how they are listed. */
export function ask(
  ask: string,
  words: string,
  ids: readonly string[],
  inOrder: (ids: readonly string[]) => readonly string[] = (same) => same,
): AskedNumber {
  return { ask, words, value: String(ids.length), ids: () => inOrder(ids) };
}

export const yesNo = (is: boolean | null): string => (is === null ? 'unknown' : is ? 'yes' : 'no');
