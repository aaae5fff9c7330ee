import { z } from 'zod';

export const tileNames = ['controls', 'incidents', 'drift', 'exceptions', 'patching'] as const;
export type TileName = (typeof tileNames)[number];

/** "Which rows?", asked of a number: `controls.failing`, `controls.tier:0`, `patching.severity:high`. */
export const questionSchema = z.templateLiteral([
  z.enum(tileNames),
  '.',
  z.string().regex(/^[a-z0-9_]+(?::[a-z0-9_]+)?$/),
]);
export type Question = z.infer<typeof questionSchema>;

export const tileOf = (question: Question): TileName => question.slice(0, question.indexOf('.')) as TileName; // by its type

/** The rows that decide a number, with the columns that decide. */
export type DecidingRows = {
  readonly question: Question;
  readonly title: string;
  readonly columns: readonly RowColumn[];
  readonly rows: readonly DecidingRow[];
  /** More than `rows` where they were cut for a window. */
  readonly total: number;
  /** What was left out of the number, and why; null where nothing was. */
  readonly note: string | null;
};

/** Days stand as `2026-10-31` in a cell, numbers as digits. */
export type RowColumn = { readonly name: string; readonly is: 'text' | 'day' | 'number' };

/** `cells` by `columns`; the first one names the row. `isFlagged`: the last one says what is wrong. */
export type DecidingRow = { readonly cells: readonly string[]; readonly isFlagged: boolean };
