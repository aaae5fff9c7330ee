import { meanOf, medianOf, roundHalfUp, roundOrNull } from '../../round.ts';
import type { Incident } from '../files/file-kinds.ts';
import type { Period } from '../period.ts';
import type { Settings } from '../settings.ts';

const hour = 3_600_000;
const ended = /^(?:resolved|closed)$/i;

type Timed = { readonly id: string; readonly hours: number };

/** Counts and durations of P0 and P1; exercises and false positives are none. Source: spec.md D.3. */
export function measureIncidents(incidents: readonly Incident[], period: Period, { incidents: how }: Settings) {
  const real = incidents.filter(
    ({ severity, is_exercise, is_false_positive }) =>
      (severity === 'P0' || severity === 'P1') && is_exercise !== true && is_false_positive !== true,
  );
  const counted = real.filter(({ detected_at }) => detected_at >= period.startMs && detected_at < period.endMs);
  const resolved = real.filter((incident) => isWithin(incident[how.mttr_to], period));
  const ttd = timesOf(counted, how.mttd_from, how.mttd_to);
  const ttr = timesOf(resolved, how.mttr_from, how.mttr_to);
  const discovered = counted.filter((incident) => isInternal(incident) || isExternal(incident));
  return {
    p0: counted.filter(({ severity }) => severity === 'P0').length,
    p1: counted.filter(({ severity }) => severity === 'P1').length,
    count: counted.length,
    ids: counted.map(({ incident_id }) => incident_id),
    mttd_hours: roundOrNull(meanOf(ttd.map(({ hours }) => hours))),
    mttd_n: ttd.length,
    mttd_median: roundOrNull(medianOf(ttd.map(({ hours }) => hours))),
    mttd_excluded_no_occurred: counted
      .filter((incident) => incident[how.mttd_from] === null)
      .map(({ incident_id }) => incident_id),
    mttr_hours: roundOrNull(meanOf(ttr.map(({ hours }) => hours))),
    mttr_n: ttr.length,
    mttr_median: roundOrNull(medianOf(ttr.map(({ hours }) => hours))),
    ttd: hoursById(ttd),
    ttr: hoursById(ttr),
    open_at_end: real.filter((incident) => isOpen(incident, period)).map(({ incident_id }) => incident_id),
    resolved_without_time: real
      .filter(({ resolved_at, status }) => resolved_at === null && ended.test(status ?? ''))
      .map(({ incident_id }) => incident_id),
    /** "Share discovered by us". Source: spec.md D.3, of the CIS metrics. */
    discovery: { known: discovered.length, internal: discovered.filter(isInternal).length },
  };
}

const isWithin = (at: number | null, { startMs, endMs }: Period) => at !== null && at >= startMs && at < endMs;
/** VERIS begins them with `internal` or `int`, `external` or `ext`, `partner` or `prt`; another word says nothing of who found it. */
export const isInternal = ({ discovery_method }: Incident) => /^int/i.test(discovery_method ?? '');
export const isExternal = ({ discovery_method }: Incident) => /^(?:ext|partner|prt)/i.test(discovery_method ?? '');

/** One that says it ended but not when is in no mean, and not open either. */
function isOpen({ detected_at, resolved_at, status }: Incident, { asOfEndMs }: Period): boolean {
  if (detected_at >= asOfEndMs) return false;
  return resolved_at === null ? !ended.test(status ?? '') : resolved_at >= asOfEndMs;
}

type Moment = 'occurred_at' | 'detected_at' | 'declared_at' | 'contained_at' | 'resolved_at';

function timesOf(incidents: readonly Incident[], from: Moment, to: Moment): readonly Timed[] {
  return incidents.flatMap((incident) => {
    const [start, end] = [incident[from], incident[to]];
    return start === null || end === null ? [] : [{ id: incident.incident_id, hours: (end - start) / hour }];
  });
}

const hoursById = (times: readonly Timed[]): Record<string, number> =>
  Object.fromEntries(times.map(({ id, hours }) => [id, roundHalfUp(hours)]));
