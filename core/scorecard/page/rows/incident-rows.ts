import { Temporal } from 'temporal-polyfill';
import { shortDate } from '../../../local-time.ts';
import type { Incident } from '../../files/file-kinds.ts';
import type { Scorecard } from '../../scorecard.ts';
import { fewestToRate } from '../honest-words.ts';
import { type DecidedFigure, type DecidedRow, inOrderOf, leftOut } from './decided-row.ts';

type Times = Readonly<Record<string, number>>;

/** Which were counted, and the hours of each that had both its times. */
export function listIncidents(scorecard: Scorecard): readonly DecidedFigure[] {
  const { snapshot, rows } = scorecard;
  const { incidents } = snapshot.figures;
  if (incidents === null || rows.incidents === null) return [];
  const { mttd_from, mttd_to, mttr_from, mttr_to } = snapshot.settings.incidents;
  const counted = new Set(incidents.ids);
  const open = new Set(incidents.open_at_end);
  const zone = snapshot.period.timezone;
  const countsAs = ({ incident_id }: Incident) => (counted.has(incident_id) ? 'counted' : leftOut);
  const tell = (incident: Incident, counts: string): DecidedRow => {
    const isCounted = counts !== leftOut;
    const still = open.has(incident.incident_id) ? ', still open' : '';
    const detected = `${incident.severity}, detected ${momentWords(incident.detected_at, zone)}`;
    const why = isCounted ? `${detected}${still}` : `${whyNotCounted(incident)}: ${detected}${still}`;
    return rowOf(incident, counts, why);
  };
  const { p0, p1, mttd_hours, mttr_hours } = incidents;
  const timed = (figure: string, times: Times, mean: number | null, from: keyof Incident, to: keyof Incident) => ({
    figure,
    kind: 'incidents' as const,
    result: `${String(from)} to ${String(to)}, n = ${Object.keys(times).length}${tellMean(times, mean)}`,
    rows: (rows.incidents ?? []).flatMap((incident) => timedRow(incident, times, [from, to], zone)),
  });
  const lacking = new Set(incidents.mttd_excluded_no_occurred);
  const unstarted = rows.incidents
    .filter(({ incident_id }) => lacking.has(incident_id))
    .map((incident) => rowOf(incident, leftOut, `no ${mttd_from}`));
  const detect = timed('Time to detect', incidents.ttd, mttd_hours, mttd_from, mttd_to);
  return [
    {
      ...{ figure: 'Incidents', kind: 'incidents', result: `${p0} P0 and ${p1} P1` },
      rows: inOrderOf(['counted'], rows.incidents, { countsAs, tell }),
    },
    { ...detect, rows: [...detect.rows, ...unstarted] },
    timed('Time to resolve', incidents.ttr, mttr_hours, mttr_from, mttr_to),
  ];
}

const rowOf = ({ line, incident_id: id, title: name }: Incident, countsAs: string, why: string): DecidedRow => ({
  ...{ line, id, name, countsAs, why },
});

function timedRow(
  incident: Incident,
  times: Times,
  ends: readonly [from: keyof Incident, to: keyof Incident],
  zone: string,
): readonly DecidedRow[] {
  const hours = times[incident.incident_id];
  if (hours === undefined) return [];
  const [from, to] = ends.map((end) => momentWords(Number(incident[end]), zone));
  return [rowOf(incident, `${hours} h`, `${from} to ${to}`)];
}

/** Of one that is not counted. */
export function whyNotCounted({ severity, is_exercise, is_false_positive }: Incident): string {
  if (is_exercise === true) return 'an exercise';
  if (is_false_positive === true) return 'a false positive';
  return severity === 'P0' || severity === 'P1' ? 'another month' : 'not P0 or P1';
}

function momentWords(at: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return `${shortDate(local.toPlainDate().toString())} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** Of few values there is none: they stand below, one by one. */
function tellMean(times: Times, mean: number | null): string {
  return mean === null || Object.keys(times).length < fewestToRate ? '' : `, mean ${mean.toFixed(1)} h`;
}
