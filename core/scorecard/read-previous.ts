import { z } from 'zod';
import { type PastMonth, scorecardSchema, snapshotSchema } from './snapshot.ts';
import { type Headlines, trendKeys } from './trend.ts';

const figure = z.number().nullable().optional();
const flatSchema = z.strictObject({
  period: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/),
  ...Object.fromEntries(trendKeys.map((key) => [key, figure])),
});

export type Previous = { readonly months: readonly PastMonth[] } | { readonly problem: string };

/**
 * The months before, oldest first: from a `scorecard.json`, or from the figures that are compared as one flat object or a list of them.
 */
export function readPrevious(value: unknown): Previous {
  if (!Array.isArray(value)) return readOne(value);
  const months: PastMonth[] = [];
  for (const one of value) {
    const read = readOne(one);
    if ('problem' in read) return { problem: `entry ${months.length + 1}: ${read.problem}` };
    months.push(...read.months);
  }
  return { months: months.toSorted((a, b) => (a.period < b.period ? -1 : 1)) };
}

function readOne(value: unknown): Previous {
  const isSnapshot = typeof value === 'object' && value !== null && 'schema' in value;
  const read = isSnapshot ? snapshotSchema.safeParse(value) : flatSchema.safeParse(value);
  if (!read.success) return { problem: tellIssue(read.error, isSnapshot ? scorecardSchema : 'the figures of a month') };
  if ('schema' in read.data) {
    const { history, period, headlines, definitions } = read.data as z.infer<typeof snapshotSchema>;
    return { months: [...history, { period: period.month, headlines, definitions }] };
  }
  const { period, ...figures } = read.data;
  const known = figures as Partial<Record<string, number | null>>;
  const headlines = Object.fromEntries(trendKeys.map((key) => [key, known[key] ?? null])) as Headlines;
  return { months: [{ period, headlines, definitions: {} }] };
}

/** The first thing that is wrong with a value that should be `what`: where, and why. */
export function tellIssue(error: z.ZodError, what: string): string {
  const [issue] = error.issues;
  if (!issue) return `This is not ${what}.`;
  const place = issue.path.join('.');
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : null;
  if (unknown !== null) return `${place === '' ? '' : `${place}: `}${unknown} means nothing here.`;
  return `${place === '' ? `this is not ${what}` : place}: ${issue.message}.`;
}
