/** What a cell may hold. `day`: `2026-10-31`; `moment`: milliseconds since 1970; `enum`: one of a closed list. */
export type Column =
  | { readonly is: 'text'; readonly required?: true }
  | { readonly is: 'day'; readonly required?: true }
  | { readonly is: 'moment'; readonly required?: true }
  | { readonly is: 'boolean'; readonly required?: true }
  | { readonly is: 'count'; readonly required?: true }
  | { readonly is: 'number'; readonly required?: true }
  | { readonly is: 'enum'; readonly of: readonly string[]; readonly required?: true };

export type Columns = Readonly<Record<string, Column>>;

type Held<One extends Column> = One extends { readonly is: 'enum'; readonly of: readonly (infer Word)[] }
  ? Word
  : One extends { readonly is: 'text' | 'day' }
    ? string
    : One extends { readonly is: 'boolean' }
      ? boolean
      : number;

/** An empty cell is unknown, never zero: null. Source: spec.md D.1. */
export type RowOf<Of extends Columns> = {
  readonly [Name in keyof Of]: Of[Name] extends { readonly required: true } ? Held<Of[Name]> : Held<Of[Name]> | null;
} & {
  /** Of the file, from 1. */
  readonly line: number;
};

export const text = { is: 'text' } as const;
export const day = { is: 'day' } as const;
export const moment = { is: 'moment' } as const;
export const boolean = { is: 'boolean' } as const;
export const count = { is: 'count' } as const;
export const number = { is: 'number' } as const;

export function oneOf<const Words extends readonly string[]>(...of: Words) {
  return { is: 'enum', of } as const;
}

export function required<const One extends Column>(column: One) {
  return { ...column, required: true } as const;
}
