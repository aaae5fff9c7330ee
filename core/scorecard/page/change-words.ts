import { previousMonth } from '../period.ts';
import type { Snapshot } from '../snapshot.ts';
import type { TrendKey } from '../trend.ts';
import { fewestToRate } from './honest-words.ts';
import { monthWords } from './month-words.ts';

type Entry = Snapshot['figures']['trend'][TrendKey];
type Unit = 'points' | 'count';
const arrows = { up: '↑', down: '↓', same: '→' } as const;

/** Of `what`, against the month before, by the printed values; where that says nothing, why not. An arrow only from n = 5. */
export function changeWords(snapshot: Snapshot, key: TrendKey, what: string, unit: Unit, n: number): string {
  const entry = snapshot.figures.trend[key];
  const why = whyNotCompared(snapshot, entry);
  if (why !== null || !entry) return why ?? '';
  const { delta, direction, verdict } = entry;
  if (unit === 'points' && n < fewestToRate) return 'too few to compare';
  if (delta === null || direction === null || verdict === null) return 'no figure to compare with';
  const arrow = n < fewestToRate ? '' : `${arrows[direction]} `;
  if (direction === 'same') return `${what} ${arrow}no change`;
  const size = unit === 'points' ? `${Math.abs(delta).toFixed(1)} points` : String(Math.abs(delta));
  return `${what} ${arrow || signOf(delta)}${size}, ${verdict}`;
}

/** Of two counts at once; one verdict where both have the same. */
export function countChanges(snapshot: Snapshot, keys: readonly (readonly [TrendKey, string])[], n: number): string {
  const entries = keys.map(([key, name]) => ({ name, entry: snapshot.figures.trend[key] }));
  const why = whyNotCompared(snapshot, entries[0]?.entry);
  if (why !== null) return why;
  const told = entries.flatMap(({ name, entry }) =>
    entry?.delta == null ? [] : [{ name, delta: entry.delta, verdict: entry.verdict ?? 'same' }],
  );
  if (told.length === 0) return 'no figure to compare with';
  const total = told.reduce((sum, { delta }) => sum + delta, 0);
  const arrow = n < fewestToRate ? '' : `${arrows[total === 0 ? 'same' : total > 0 ? 'up' : 'down']} `;
  const moved = told.filter(({ delta }) => delta !== 0);
  if (moved.length === 0) return `${arrow}no change`;
  const verdicts = new Set(moved.map(({ verdict }) => verdict));
  if (verdicts.size === 1)
    return `${arrow}${moved.map(({ name, delta }) => `${name} ${signed(delta)}`).join(', ')}, ${[...verdicts][0]}`;
  return arrow + moved.map(({ name, delta, verdict }) => `${name} ${signed(delta)} ${verdict}`).join(', ');
}

function whyNotCompared({ history, period }: Snapshot, entry: Entry): string | null {
  if (entry === undefined) {
    if (history.length === 0) return 'first month';
    return `no scorecard of ${monthWords(previousMonth(period.month))}`;
  }
  return entry.definition_changed ? 'counted anew: not compared' : null;
}

const signOf = (delta: number) => (delta > 0 ? '+' : '−');
const signed = (delta: number) => `${signOf(delta)}${Math.abs(delta)}`;
