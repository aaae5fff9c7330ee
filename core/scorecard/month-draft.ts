import { z } from 'zod';
import { fileKinds } from './files/file-kinds.ts';
import { mappingSchema, ordersSchema } from './how-read.ts';
import { longestSentence, monthConfigSchema, mostAsks } from './settings.ts';
import type { Ask } from './snapshot.ts';

const day = z.iso.date();
const text = z.string();

/** A file as it was taken: its bytes lie under its hash, and it is read again as it was read then. */
export const takenFileSchema = z.strictObject({
  name: text,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  is: z.enum(['csv', 'xlsx']),
  /** The day its rows are of. */
  dated_on: day,
  mapping: mappingSchema,
  orders: ordersSchema,
  rows: z.int().min(0),
  /** Taken without so many rows, which somebody agreed to. */
  rejected: z.int().min(0),
  taken_at: text,
});
export type TakenFile = z.infer<typeof takenFileSchema>;

export const takenFilesSchema = z.partialRecord(z.enum(fileKinds), takenFileSchema);
export type TakenFiles = z.infer<typeof takenFilesSchema>;

/** As it is typed: what is not filled in yet is empty. */
export const typedAskSchema = z.strictObject({
  what: text.max(200),
  cost: text.max(100),
  owner: text.max(100),
  by: text.max(40),
});
export type TypedAsk = z.infer<typeof typedAskSchema>;

/** A month that is being prepared; kept while it is typed. */
export const monthDraftSchema = z.strictObject({
  /** null: the last day of the month. */
  as_of: day.nullable(),
  asks: z.array(typedAskSchema).max(mostAsks),
  sentence: text.max(longestSentence),
  files: takenFilesSchema,
  /** Which published revision it corrects, and why. */
  corrects: z.strictObject({ revision: z.int().min(1), reason: text.min(1).max(500) }).nullable(),
  /** Texts that name a number which a correction changed, and that somebody said hold all the same. */
  confirmed: z
    .array(text.max(4_000))
    .max(2 * (mostAsks + 1))
    .default([]),
});
export type MonthDraft = z.infer<typeof monthDraftSchema>;

export const emptyDraft: MonthDraft = { as_of: null, asks: [], sentence: '', files: {}, corrects: null, confirmed: [] };

const fieldNames = { what: 'what is asked', cost: 'cost or effort', owner: 'an owner', by: 'a day' } as const;

/** What stands on the page, and what keeps the others from it. */
export function readAsks(typed: readonly TypedAsk[]): {
  readonly asks: readonly Ask[];
  readonly lacks: readonly string[];
} {
  const asks: Ask[] = [];
  const lacks: string[] = [];
  for (const [at, ask] of typed.entries()) {
    const trimmed = { what: ask.what.trim(), cost: ask.cost.trim(), owner: ask.owner.trim(), by: ask.by.trim() };
    if (Object.values(trimmed).every((words) => words === '')) continue;
    const read = monthConfigSchema.shape.asks.unwrap().element.safeParse(trimmed);
    if (read.success) asks.push(read.data);
    else lacks.push(`Ask ${at + 1} lacks ${[...new Set(read.error.issues.map(nameField))].join(', ')}.`);
  }
  return { asks, lacks };
}

function nameField({ path }: { readonly path: readonly PropertyKey[] }): string {
  return fieldNames[String(path[0]) as keyof typeof fieldNames];
}
