import type { Tile, Words } from '../../../report/document.ts';
import type { Rating } from '../../figures/rate-figures.ts';
import type { Snapshot } from '../../snapshot.ts';
import { countChanges } from '../change-words.ts';
import { countWords, fewestToRate } from '../honest-words.ts';
import { frameTile } from './tile.ts';

const frame = {
  name: 'Incidents',
  kind: 'incidents',
  keys: ['p0_count', 'p1_count'],
  drawn: 'P0 and P1 incidents',
} as const;

type Incidents = NonNullable<Snapshot['figures']['incidents']>;

/** Counts are never coloured; a duration is rated from five incidents on. */
export function describeIncidents(snapshot: Snapshot): Tile {
  const { incidents, rag } = snapshot.figures;
  if (incidents === null) return frameTile(snapshot, frame, null);
  const { p0, p1, count, open_at_end, discovery } = incidents;
  const open = open_at_end.length === 0 ? 'none open' : `${countWords(open_at_end.length)} open`;
  return frameTile(snapshot, frame, {
    headline: `${countWords(p0)} P0 · ${countWords(p1)} P1`,
    state: `${open}; not rated`,
    details: [
      ...durations('detect', incidents.mttd_hours, incidents.mttd_median, incidents.ttd, rag.mttd),
      ...durations('resolve', incidents.mttr_hours, incidents.mttr_median, incidents.ttr, rag.mttr),
      discovery.known === 0 ? null : `found by us: ${discovery.internal} of ${discovery.known}`,
    ],
    change: countChanges(
      snapshot,
      [
        ['p0_count', 'P0'],
        ['p1_count', 'P1'],
      ],
      count,
    ),
    foot: footOf(incidents),
  });
}

/** Below five every value, the shortest first; from five mean, median and rating. */
function durations(
  name: string,
  mean: number | null,
  median: number | null,
  values: Readonly<Record<string, number>>,
  rating: Rating,
): readonly Words[] {
  const hours = Object.values(values).toSorted((a, b) => a - b);
  if (mean === null || hours.length === 0) return [`${name}: no value`];
  if (hours.length < fewestToRate) return [`${name} ${hours.map(trim).join(', ')} h`];
  const words = `${name}: mean ${mean.toFixed(1)} h, median ${(median ?? mean).toFixed(1)} h`;
  return [rating === null ? words : [{ light: rating }, ` ${words}`]];
}

const trim = (hours: number) =>
  countWords(Math.trunc(hours)) + (Number.isInteger(hours) ? '' : hours.toFixed(1).slice(-2));

function footOf({ mttd_n, mttr_n, mttd_excluded_no_occurred: unknown }: Incidents): string {
  const lacking = unknown.length === 0 ? '' : ` (${countWords(unknown.length)} without start)`;
  return `n = ${mttd_n} to detect${lacking}, ${mttr_n} to resolve`;
}
