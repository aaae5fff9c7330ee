import { Temporal } from 'temporal-polyfill';
import type { Incident } from '../files/file-kinds.ts';
import type { Snapshot } from '../snapshot.ts';
import { ask, number, type TileRows, text } from './tile-rows.ts';

type Incidents = NonNullable<Snapshot['figures']['incidents']>;

const columns = [
  text('Incident'),
  text('What'),
  text('Severity'),
  text('Occurred'),
  text('Detected'),
  text('Resolved'),
  number('Found after, h'),
  number('Resolved after, h'),
  text('State'),
];

export function incidentRows(
  figures: Incidents,
  incidents: readonly Incident[],
  { period }: Pick<Snapshot, 'period'>,
): TileRows {
  const byId = new Map(incidents.map((incident) => [incident.incident_id, incident]));
  const isOf = (severity: string) => (id: string) => byId.get(id)?.severity === severity;
  const open = new Set(figures.open_at_end);
  return {
    numbers: [
      ask('counted', 'P0 and P1 detected', figures.ids),
      ask('p0', 'P0', figures.ids.filter(isOf('P0'))),
      ask('p1', 'P1', figures.ids.filter(isOf('P1'))),
      ask('open', 'still open', figures.open_at_end),
      ask('found', 'with a time to detect', Object.keys(figures.ttd)),
      ask('resolved', 'resolved in the month', Object.keys(figures.ttr)),
      ask('no_start', 'without a time of occurrence', figures.mttd_excluded_no_occurred),
      ask('no_end', 'ended without a time', figures.resolved_without_time),
    ],
    columns,
    rowOf: (id) => {
      const incident = byId.get(id);
      if (!incident) return null;
      const at = (ms: number | null) => (ms === null ? '' : momentWords(ms, period.timezone));
      const hours = (of: Readonly<Record<string, number>>) => (of[id] === undefined ? '' : of[id].toFixed(1));
      const isOpen = open.has(id);
      const times = [at(incident.occurred_at), at(incident.detected_at), at(incident.resolved_at)];
      const state = isOpen ? 'open' : (incident.status ?? '');
      const about = [id, incident.title, incident.severity];
      return { cells: [...about, ...times, hours(figures.ttd), hours(figures.ttr), state], isFlagged: isOpen };
    },
  };
}

/** `2026-10-20 14:05` where the month is counted. */
function momentWords(ms: number, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime();
  return at.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}
