import type { FileKind } from '../../files/file-kinds.ts';

/** What one row of a file does to one figure, and by which of its cells. */
export type DecidedRow = {
  readonly line: number;
  readonly id: string;
  readonly name: string;
  /** `missed`, `compliant`; of a row that is not counted, `left out`. */
  readonly countsAs: string;
  readonly why: string;
};

export type DecidedFigure = {
  readonly figure: string;
  readonly kind: FileKind;
  readonly result: string;
  /** What needs somebody first, what is left out last. */
  readonly rows: DecidedRows;
};

/** Told one by one while they are read: hundreds of thousands at once would take more memory than the files they stand in. */
export type DecidedRows = Iterable<DecidedRow> & { readonly length: number };

export const leftOut = 'left out';

type Told<Row> = {
  readonly countsAs: (row: Row) => string;
  readonly tell: (row: Row, countsAs: string) => DecidedRow;
};

/** In the order of `first`; rows of the same kind stay as they stand in the file. */
export function inOrderOf<Row>(
  first: readonly string[],
  rows: readonly Row[],
  { countsAs, tell }: Told<Row>,
): DecidedRows {
  const ranked = [...first, null].map((): Row[] => []);
  for (const row of rows) {
    const at = first.indexOf(countsAs(row));
    ranked.at(at)?.push(row); // -1: the last of them
  }
  return {
    length: rows.length,
    *[Symbol.iterator]() {
      for (const rank of ranked) for (const row of rank) yield tell(row, countsAs(row));
    },
  };
}
