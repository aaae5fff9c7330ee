import { daysBetween, monthNames } from '../../local-time.ts';
import type { Sparkline } from '../../report/document.ts';
import { previousMonth } from '../period.ts';
import type { Snapshot } from '../snapshot.ts';
import type { SourceFacts } from '../source-facts.ts';
import type { TrendKey } from '../trend.ts';

const monthsDrawn = 12;

/** `October 2026`. */
export function monthWords(month: string): string {
  return `${monthNames[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

export function fileOf(snapshot: Snapshot, kind: SourceFacts['kind']): SourceFacts | null {
  return snapshot.sources.find((source) => source.kind === kind) ?? null;
}

/** Days from the day its rows are of to `as_of`; null of one that is fresh enough or was not read. */
export function daysStale(snapshot: Snapshot, kind: SourceFacts['kind']): number | null {
  const source = fileOf(snapshot, kind);
  if (!source?.is_stale || source.dated_on === null) return null;
  return daysBetween(source.dated_on, snapshot.period.as_of);
}

type Point = { readonly month: string; readonly value: number | null; readonly definition: string | null };

/** The twelve months that end with this one. A month that nobody published has no figure. */
export function drawMonths(snapshot: Snapshot, name: string, keys: readonly [TrendKey, ...TrendKey[]]): Sparkline {
  const points = listPoints(snapshot, keys);
  let last: string | null = null;
  const drawn = points.map(({ value, definition }) => {
    const isCountedAnew = last !== null && definition !== null && definition !== last;
    last = definition ?? last;
    return { value, isCountedAnew };
  });
  const told = points.map(({ value }, at) => {
    const mark = drawn[at]?.isCountedAnew ? 'counted differently from here: ' : '';
    return `${mark}${value === null ? 'no figure' : value}`;
  });
  const [from, to] = [points[0]?.month ?? snapshot.period.month, snapshot.period.month];
  return { points: drawn, description: `${name}, ${monthWords(from)} to ${monthWords(to)}: ${told.join(', ')}.` };
}

function listPoints({ history, period, headlines, definitions }: Snapshot, keys: readonly [TrendKey, ...TrendKey[]]) {
  const now = { period: period.month, headlines, definitions };
  const known = new Map([...history, now].map((month) => [month.period, month]));
  const points: Point[] = [];
  for (let month = period.month; points.length < monthsDrawn; month = previousMonth(month)) {
    const one = known.get(month);
    const values = keys.map((key) => one?.headlines[key] ?? null);
    const value = values.some((each) => each === null) ? null : values.reduce((sum, each) => (sum ?? 0) + (each ?? 0));
    points.unshift({ month, value: value ?? null, definition: one?.definitions[keys[0]] ?? null });
  }
  return points;
}
