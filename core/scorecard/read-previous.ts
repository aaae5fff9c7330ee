import { z } from 'zod';
import { tellFaults } from './file-faults.ts';
import { monthPattern } from './month-choice.ts';
import type { Settings } from './settings.ts';
import { type PastMonth, snapshotSchema } from './snapshot.ts';
import { type Headlines, trendKeys } from './trend.ts';

const figure = z.number().nullable().optional();
const flatSchema = z.strictObject({
  period: z.string().regex(monthPattern).describe('a month such as 2026-10'),
  ...Object.fromEntries(trendKeys.map((key) => [key, figure])),
});

type Read = { readonly months: readonly PastMonth[]; readonly settings: Settings | null };
export type Previous = Read | { readonly problems: readonly string[] };

/**
 * The months before, oldest first, and what the last of them was counted by: from a `scorecard.json`, or from the figures that are
 * compared as one flat object or a list of them, which do not say it.
 */
export function readPrevious(value: unknown): Previous {
  if (!Array.isArray(value)) return readOne(value);
  const entries: Read[] = [];
  for (const one of value) {
    const read = readOne(one);
    if ('problems' in read) return { problems: read.problems.map((why) => `entry ${entries.length + 1}: ${why}`) };
    entries.push(read);
  }
  const inOrder = entries.toSorted((a, b) => (lastOf(a) < lastOf(b) ? -1 : 1));
  const months = inOrder.flatMap((entry) => entry.months).toSorted((a, b) => (a.period < b.period ? -1 : 1));
  return { months, settings: inOrder.at(-1)?.settings ?? null };
}

function lastOf({ months }: Read): string {
  return months.at(-1)?.period ?? '';
}

function readOne(value: unknown): Previous {
  const isSnapshot = typeof value === 'object' && value !== null && 'schema' in value;
  const schema = isSnapshot ? snapshotSchema : flatSchema;
  const read = schema.safeParse(value);
  if (!read.success) return { problems: tellFaults(read.error, value, schema) };
  if ('schema' in read.data) {
    const { history, period, headlines, definitions, settings } = read.data as z.infer<typeof snapshotSchema>;
    return { months: [...history, { period: period.month, headlines, definitions }], settings };
  }
  const { period, ...figures } = read.data;
  const known = figures as Partial<Record<string, number | null>>;
  const headlines = Object.fromEntries(trendKeys.map((key) => [key, known[key] ?? null])) as Headlines;
  return { months: [{ period, headlines, definitions: {} }], settings: null };
}
