import { Temporal } from 'temporal-polyfill';
import { isExternal, isInternal } from '../figures/incident-figures.ts';
import type { Incident } from '../files/file-kinds.ts';
import { whyNotCounted } from '../page/rows/incident-rows.ts';
import type { Snapshot } from '../snapshot.ts';
import { ask, type FigureRows, number, text } from './tile-rows.ts';

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
  { period, settings }: Pick<Snapshot, 'period' | 'settings'>,
): FigureRows {
  const byId = new Map(incidents.map((incident) => [incident.incident_id, incident]));
  const isOf = (severity: string) => (id: string) => byId.get(id)?.severity === severity;
  const [open, counted] = [new Set(figures.open_at_end), new Set(figures.ids)];
  const found = incidents.filter(({ incident_id: id }) => counted.has(id));
  const left = incidents.filter(({ incident_id: id }) => !counted.has(id));
  const start = settings.incidents.mttd_from;
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
    aside: [
      ask('found_by_us', 'found by us', idsOf(found.filter(isInternal))),
      ask(
        'finder',
        'of which it is known who found them',
        idsOf(found.filter((one) => isInternal(one) || isExternal(one))),
      ),
      ask('exercises', 'exercises, left out', idsOf(left.filter(({ is_exercise: is }) => is === true))),
      ask(
        'false_positives',
        'false positives, left out',
        idsOf(left.filter(({ is_false_positive: is }) => is === true)),
      ),
      ask('others', 'of another month or severity, left out', idsOf(left.filter(isOther))),
      ask('start_unknown', 'of all with no time of occurrence', idsOf(incidents.filter((one) => one[start] === null))),
    ],
    columns,
    rowOf: (id) => {
      const incident = byId.get(id);
      if (!incident) return null;
      const at = (ms: number | null) => (ms === null ? '' : momentWords(ms, period.timezone));
      const hours = (of: Readonly<Record<string, number>>) => (of[id] === undefined ? '' : of[id].toFixed(1));
      const isOpen = open.has(id);
      const times = [at(incident.occurred_at), at(incident.detected_at), at(incident.resolved_at)];
      const why = counted.has(id) ? (incident.status ?? '') : `left out: ${whyNotCounted(incident)}`;
      const state = isOpen ? 'open' : why;
      const about = [id, incident.title, incident.severity];
      return { cells: [...about, ...times, hours(figures.ttd), hours(figures.ttr), state], isFlagged: isOpen };
    },
  };
}

const idsOf = (incidents: readonly Incident[]) => incidents.map(({ incident_id }) => incident_id);
const isOther = ({ is_exercise, is_false_positive }: Incident) => is_exercise !== true && is_false_positive !== true;

/** `2026-10-20 14:05` where the month is counted. */
function momentWords(ms: number, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime();
  return at.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}
