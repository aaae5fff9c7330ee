import { Temporal } from 'temporal-polyfill';
import { meanOf, roundHalfUp } from '../round.ts';
import { fewestToRate } from './page/honest-words.ts';
import { previousMonth } from './period.ts';
import type { PastMonth, Snapshot } from './snapshot.ts';
import { compareWith, type TrendEntry, type TrendKey, trendKeys } from './trend.ts';

/** So many months stand in a line. */
export const monthsInLine = 12;

/** Means and percentages; all others are counts. Months are averaged of rates only. */
const rates: ReadonlySet<TrendKey> = new Set(['controls_health_pct', 'mttd_hours', 'mttr_hours', 'sla_missed_pct']);
export const isRate = (key: TrendKey): boolean => rates.has(key);

/** A month with how many values each rate of it is made of, where that is known. */
export type TrendMonth = PastMonth & { readonly n: Partial<Record<TrendKey, number>> };

export type TrendPoint = {
  readonly month: string;
  /** No scorecard was published for it. */
  readonly isMissing: boolean;
  /** null: missing, not measured, or held back. */
  readonly value: number | null;
  readonly n: number | null;
  /** A rate of fewer than five values: its figure stands in the data, not on the page. */
  readonly isHeldBack: boolean;
  /** Of this month and the two before it, where all three are there and were counted alike. */
  readonly mean3: number | null;
  readonly definition: string | null;
  /** Counted otherwise than the last month that was measured: the line breaks before it. */
  readonly isBreak: boolean;
};

export type TrendLine = {
  readonly key: TrendKey;
  readonly points: readonly TrendPoint[];
  /** The last month against the one before it. */
  readonly change: TrendEntry | null;
  /** The same in words, with why where there is none. */
  readonly words: string;
};

/** Every month that is known of, the newest revision of each; what was published counts before what another month remembers of it. */
export function listTrendMonths(snapshots: readonly Snapshot[]): readonly TrendMonth[] {
  const newestFirst = snapshots.toSorted((a, b) => (a.period.month < b.period.month ? 1 : -1));
  const months = new Map<string, TrendMonth>();
  for (const { history } of newestFirst)
    for (const past of history) if (!months.has(past.period)) months.set(past.period, { ...past, n: {} });
  const byRevision = snapshots.toSorted((a, b) => a.revision - b.revision);
  for (const snapshot of byRevision) months.set(snapshot.period.month, describeMonth(snapshot));
  return [...months.values()].toSorted((a, b) => (a.period < b.period ? -1 : 1));
}

function describeMonth({ period, headlines, definitions, figures }: Snapshot): TrendMonth {
  const { controls_health, incidents, vulnerability } = figures;
  const n = [
    ['controls_health_pct', controls_health?.in_scope],
    ['mttd_hours', incidents?.mttd_n],
    ['mttr_hours', incidents?.mttr_n],
    ['sla_missed_pct', vulnerability?.cohort],
  ].filter(([, count]) => count !== undefined);
  return { period: period.month, headlines, definitions, n: Object.fromEntries(n) };
}

/** Nine lines over the twelve months that end with the last one there is; none where there is no month. */
export function drawTrend(months: readonly TrendMonth[]): readonly TrendLine[] {
  const last = months.at(-1);
  if (last === undefined) return [];
  const known = new Map(months.map((month) => [month.period, month]));
  const calendar = Temporal.PlainYearMonth.from(last.period);
  const names = Array.from({ length: monthsInLine }, (_, at) =>
    calendar.subtract({ months: monthsInLine - 1 - at }).toString(),
  );
  const first = names.findIndex((name) => known.has(name));
  return trendKeys.map((key) => {
    const points = drawPoints(key, names.slice(first), known);
    const change = compareLast(key, last, known);
    return { key, points, change, words: tellChange(key, points, change, months.length === 1) };
  });
}

function drawPoints(
  key: TrendKey,
  names: readonly string[],
  known: ReadonlyMap<string, TrendMonth>,
): readonly TrendPoint[] {
  const points: TrendPoint[] = [];
  let before: string | null = null;
  for (const month of names) {
    const held = known.get(month);
    const full = held?.headlines[key] ?? null;
    const n = held?.n[key] ?? null;
    const isHeldBack = full !== null && isFew(key, n);
    const value = isHeldBack ? null : full;
    const definition = held?.definitions[key] ?? null;
    const isBreak = before !== null && definition !== null && definition !== before;
    before = definition ?? before;
    const point = { month, isMissing: held === undefined, value, n, isHeldBack, definition, isBreak };
    points.push({ ...point, mean3: averageOf(key, [...points.slice(-2), { ...point, mean3: null }]) });
  }
  return points;
}

const isFew = (key: TrendKey, n: number | null) => isRate(key) && n !== null && n < fewestToRate;

function averageOf(key: TrendKey, three: readonly TrendPoint[]): number | null {
  const values = three.flatMap(({ value }) => value ?? []);
  const isAlike = three.slice(1).every(({ isBreak }) => !isBreak);
  const mean = isRate(key) && values.length === 3 && isAlike ? meanOf(values) : null;
  return mean === null ? null : roundHalfUp(mean);
}

/** null where there is nothing to compare, or too little. */
function compareLast(key: TrendKey, last: TrendMonth, known: ReadonlyMap<string, TrendMonth>): TrendEntry | null {
  const previous = known.get(previousMonth(last.period)) ?? null;
  if (previous === null || isFew(key, last.n[key] ?? null) || isFew(key, previous.n[key] ?? null)) return null;
  const { definitions } = last;
  const own = Object.fromEntries(trendKeys.map((one) => [one, definitions[one] ?? previous.definitions[one] ?? '']));
  return compareWith(previous, last.headlines, own as Record<TrendKey, string>)[key] ?? null; // all keys are there
}

function tellChange(key: TrendKey, points: readonly TrendPoint[], change: TrendEntry | null, isFirst: boolean): string {
  const [before, last] = [points.at(-2), points.at(-1)];
  if (isFirst) return 'The first month: nothing to compare it with yet.';
  if (last?.isHeldBack) return `Made of ${last.n} ${last.n === 1 ? 'value' : 'values'}, which is too few for a trend.`;
  if (before === undefined || before.isMissing) return 'The month before is missing: nothing to compare with.';
  if (before.isHeldBack) return 'The month before has too few values to compare with.';
  if (change?.definition_changed) return 'Counted otherwise than the month before: not compared.';
  if (!change || change.delta === null) return 'Not measured in both months: nothing to compare.';
  if (change.direction === 'same') return 'The same as the month before.';
  const by = `${Math.abs(change.delta)}${unitWords(key, change.delta)}`;
  const fewer = isRate(key) ? 'less' : 'fewer';
  return `${by} ${change.direction === 'up' ? 'more' : fewer} than the month before: ${change.verdict}.`;
}

function unitWords(key: TrendKey, delta: number): string {
  if (key.endsWith('_pct')) return Math.abs(delta) === 1 ? ' point' : ' points';
  if (key.endsWith('_hours')) return Math.abs(delta) === 1 ? ' hour' : ' hours';
  return '';
}
