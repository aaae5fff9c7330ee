/** `column` null: of the whole row or file. Columns and lines count from 1. */
export type RowProblem = {
  readonly line: number;
  readonly column: number | null;
  readonly name: string | null;
  readonly message: string;
};

/** Of problems and of warnings: beyond it they are counted. */
export const mostTold = 200;

/** Of a row, and not of its column in the whole file. */
export const isOfRow = ({ column, name }: RowProblem): boolean => column !== null || name === null;

export const nowhere = { line: 1, column: null, name: null } as const;

/** A list that keeps its first entries. */
export function startTelling() {
  const list: RowProblem[] = [];
  return {
    list,
    add: (problem: RowProblem) => {
      if (list.length < mostTold) list.push(problem);
    },
  };
}
