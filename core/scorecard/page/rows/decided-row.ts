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
  readonly rows: readonly DecidedRow[];
};

export const leftOut = 'left out';

/** In the order of `first`; rows of the same kind stay as they stand in the file. */
export function inOrderOf(first: readonly string[], rows: readonly DecidedRow[]): readonly DecidedRow[] {
  const rank = ({ countsAs }: DecidedRow) => {
    const at = first.indexOf(countsAs);
    return at < 0 ? first.length : at;
  };
  return rows.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line);
}
