/** The figures once more, straight from the cells and the sentences of the specification; slow, and sharing nothing with the core. */
type Cells = Record<string, string>;
type Month = Record<'assets' | 'incidents' | 'drift' | 'exceptions' | 'vulnerabilities', Cells[]>;

const dayMs = 864e5;
const shift = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
const apart = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
const half = (value: number) => Math.floor(value * 10 + 0.5 + 1e-7) / 10;
const share = (part: number, whole: number) => (whole === 0 ? null : half((part / whole) * 100));
const mean = (values: number[]) =>
  values.length === 0 ? null : half(values.reduce((a, b) => a + b, 0) / values.length);

function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  return half(
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2,
  );
}

const rate = (value: number | null, green: number, amber: number) =>
  value === null ? null : value <= green ? 'green' : value <= amber ? 'amber' : 'red';

export function naiveFigures(month: Month, name: string, zone: string) {
  const first = `${name}-01`;
  const [year = 0, number = 0] = name.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  const localDay = (at: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(at));
  const inMonth = (day: string) => day >= first && day <= last;
  const covers = (id: string | undefined, day: string) =>
    month.exceptions.some((one) => one.exception_id === id && activeOn(one, day));

  const scope = month.assets.filter((one) => one.status === 'active' && Number(one.tier) < 2);
  const good = scope.filter(
    (one) =>
      one.baseline_status === 'compliant' &&
      one.baseline_checked_on !== '' &&
      apart(one.baseline_checked_on ?? '', last) <= 35,
  );
  const excepted = scope.filter((one) => one.baseline_status === 'non_compliant' && covers(one.exception_id, last));

  const real = month.incidents.filter(
    (one) =>
      (one.severity === 'P0' || one.severity === 'P1') && one.is_exercise !== 'yes' && one.is_false_positive !== 'yes',
  );
  const counted = real.filter((one) => inMonth(localDay(one.detected_at ?? '')));
  const hours = (one: Cells, from: string, to: string) =>
    (Date.parse(one[to] ?? '') - Date.parse(one[from] ?? '')) / 36e5;
  const found = counted.filter((one) => one.occurred_at !== '').map((one) => hours(one, 'occurred_at', 'detected_at'));
  const solved = real
    .filter((one) => one.resolved_at !== '' && inMonth(localDay(one.resolved_at ?? '')))
    .map((one) => hours(one, 'detected_at', 'resolved_at'));
  const p0 = counted.filter((one) => one.severity === 'P0').length;

  const drift = month.drift.filter((one) => one.status !== 'false_positive');
  const open = drift.filter(
    (one) =>
      (one.discovered_on ?? '') <= last &&
      (one.resolved_on === '' || (one.resolved_on ?? '') > last) &&
      !(one.status === 'accepted' && covers(one.exception_id, last)),
  );
  const ages = open.map((one) => apart(one.discovered_on ?? '', last));
  const activeAssets = month.assets.filter((one) => one.status === 'active').length;

  const running = month.exceptions.filter((one) => activeOn(one, last));
  const over = month.exceptions.filter(
    (one) => approvedOn(one, last) && one.expires_on !== '' && (one.expires_on ?? '') < last,
  );
  const soon = running.filter((one) => one.expires_on !== '' && apart(last, one.expires_on ?? '') <= 30);

  const due = (one: Cells) => {
    const allowed = { critical: 14, high: 30, medium: 90, low: 180 }[one.severity ?? ''] ?? 0;
    const own = one.due_on || shift(one.discovered_on ?? '', allowed);
    return one.kev_due_on && one.kev_due_on < own ? one.kev_due_on : own;
  };
  const cohort = month.vulnerabilities.filter(
    (one) => inMonth(due(one)) && one.status !== 'false_positive' && !covers(one.exception_id, due(one)),
  );
  const missed = cohort.filter((one) => one.fixed_on === '' || (one.fixed_on ?? '') > due(one));
  const backlog = month.vulnerabilities.filter(
    (one) =>
      one.status !== 'false_positive' &&
      due(one) <= last &&
      (one.fixed_on === '' ? one.status !== 'fixed' : (one.fixed_on ?? '') > last) &&
      !covers(one.exception_id, last),
  );
  const healthy = share(good.length, scope.length);
  const ids = (rows: Cells[], key: string) => rows.map((one) => one[key]);
  return {
    controls_health: {
      in_scope: scope.length,
      compliant: good.length,
      pct: healthy,
      pct_with_exceptions: share(good.length + excepted.length, scope.length),
    },
    incidents: {
      p0,
      count: counted.length,
      ids: ids(counted, 'incident_id'),
      mttd_hours: mean(found),
      mttd_median: median(found),
      mttr_hours: mean(solved),
      mttr_n: solved.length,
      open_at_end: ids(
        real.filter(
          (one) =>
            localDay(one.detected_at ?? '') <= last &&
            (one.resolved_at === '' || localDay(one.resolved_at ?? '') > last),
        ),
        'incident_id',
      ),
    },
    drift: {
      ids: ids(open, 'drift_id'),
      median_age_days: median(ages),
      oldest_days: ages.length === 0 ? null : Math.max(...ages),
      new_in_period: ids(
        drift.filter((one) => inMonth(one.discovered_on ?? '')),
        'drift_id',
      ),
      closed_in_period: ids(
        drift.filter((one) => inMonth(one.resolved_on ?? '')),
        'drift_id',
      ),
      ratio_pct: share(open.length, activeAssets),
    },
    exceptions: {
      active_ids: ids(running, 'exception_id'),
      expired_open: ids(over, 'exception_id'),
      expiring_30d: ids(soon, 'exception_id'),
      owner_missing: ids(
        [...running, ...over].filter((one) => one.owner === ''),
        'exception_id',
      ).sort(),
    },
    vulnerability: {
      cohort_ids: ids(cohort, 'finding_id'),
      missed_ids: ids(missed, 'finding_id'),
      pct: share(missed.length, cohort.length),
      overdue_backlog: ids(backlog, 'finding_id'),
    },
    rag: {
      p0: p0 === 0 ? 'green' : 'red',
      mttd: rate(mean(found), 4, 24),
      vulnerability: cohort.length === 0 ? null : rate((missed.length / cohort.length) * 100, 5, 10),
      controls_health: scope.length === 0 ? null : rate(-(good.length / scope.length) * 100, -95, -85),
    },
  };
}

/** Approved and not closed by then; what was closed later was approved until then. */
function approvedOn(one: Cells, day: string): boolean {
  const wasClosed = one.closed_on !== '' && (one.closed_on ?? '') <= day;
  return !wasClosed && (one.status === 'approved' || (one.status === 'closed' && one.closed_on !== ''));
}

function activeOn(one: Cells, day: string): boolean {
  return (
    approvedOn(one, day) &&
    one.approved_on !== '' &&
    one.starts_on !== '' &&
    (one.starts_on ?? '') <= day &&
    (one.expires_on === '' || (one.expires_on ?? '') >= day)
  );
}
