import { describe, expect, test } from 'vitest';
import { crossCheck, tellRemarks } from '#core/scorecard/cross-checks.ts';
import { daysByFacts } from '#core/scorecard/figures/due-days.ts';
import { type MonthRows, measureMonth } from '#core/scorecard/measure-month.ts';
import { describePeriod } from '#core/scorecard/period.ts';
import { type Settings, settingsSchema, usualSettings } from '#core/scorecard/settings.ts';
import { rowsFrom } from './tables.ts';

type Objects = readonly Readonly<Record<string, string>>[];
const asset = (id: string, more: Readonly<Record<string, string>> = {}) => ({
  asset_id: id,
  name: id,
  tier: '0',
  status: 'active',
  baseline_status: 'compliant',
  baseline_checked_on: '2026-10-30',
  ...more,
});
const exception = (id: string, more: Readonly<Record<string, string>> = {}) => ({
  exception_id: id,
  title: id,
  scope_ref: 'A-1',
  risk: 'low',
  owner: 'Ada',
  approver: 'Grace',
  approved_on: '2026-01-02',
  starts_on: '2026-01-02',
  expires_on: '2026-12-31',
  status: 'approved',
  compensating_control: 'Alarm',
  ...more,
});
const finding = (id: string, more: Readonly<Record<string, string>> = {}) => ({
  finding_id: id,
  asset_id: 'A-1',
  title: id,
  severity: 'high',
  discovered_on: '2026-09-20',
  status: 'open',
  ...more,
});
const incident = (id: string, more: Readonly<Record<string, string>> = {}) => ({
  incident_id: id,
  title: id,
  severity: 'P1',
  detected_at: '2026-10-10T10:00:00Z',
  ...more,
});

type Given = { readonly [Kind in keyof MonthRows]?: Objects };

function measure(given: Given, settings: Settings = usualSettings, month = '2026-10', asOf: string | null = null) {
  const zone = settings.timezone;
  const rows: MonthRows = {
    assets: given.assets ? rowsFrom('assets', given.assets, { zone }) : null,
    incidents: given.incidents ? rowsFrom('incidents', given.incidents, { zone }) : null,
    drift: given.drift ? rowsFrom('drift', given.drift, { zone }) : null,
    exceptions: given.exceptions ? rowsFrom('exceptions', given.exceptions, { zone }) : null,
    vulnerabilities: given.vulnerabilities ? rowsFrom('vulnerabilities', given.vulnerabilities, { zone }) : null,
  };
  return measureMonth(rows, describePeriod(month, zone, asOf), settings, null);
}

describe('Nothing to count', () => {
  test('gives no percentage and no colour, never 100 %', () => {
    const { figures } = measure({ assets: [], incidents: [], drift: [], exceptions: [], vulnerabilities: [] });
    expect(figures.controls_health).toMatchObject({ in_scope: 0, pct: null, pct_with_exceptions: null });
    expect(figures.vulnerability).toMatchObject({ cohort: 0, pct: null, overdue_oldest_days: null });
    expect(figures.drift).toMatchObject({ open: 0, ratio_pct: null, median_age_days: null });
    expect(figures.incidents).toMatchObject({ mttd_hours: null, mttr_hours: null });
    expect(figures.rag).toMatchObject({
      controls_health: null,
      mttd: null,
      mttr: null,
      drift: null,
      vulnerability: null,
    });
    expect(figures.rag).toMatchObject({ p0: 'green', p1: 'green', exceptions: 'green' });
  });

  test('in a file that was not read gives no figures of it, and the others all the same', () => {
    const { figures, listed } = measure({ assets: [asset('A-1')] });
    expect(figures.controls_health?.pct).toBe(100);
    expect([figures.incidents, figures.drift, figures.exceptions, figures.vulnerability, listed]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(figures.rag.p0).toBeNull();
  });
});

describe('Controls health', () => {
  test('counts a check of 35 days ago and not one of 36', () => {
    const { figures } = measure({
      assets: [
        asset('A-1', { baseline_checked_on: '2026-09-26' }),
        asset('A-2', { baseline_checked_on: '2026-09-25' }),
      ],
    });
    expect(figures.controls_health).toMatchObject({ compliant: 1, in_scope: 2, stale: ['A-2'], failing: ['A-2'] });
  });

  test('takes all assets, or credits accepted exceptions in the headline, where the settings say so', () => {
    const given: Given = {
      assets: [
        asset('A-1'),
        asset('A-2', { tier: '2', baseline_status: 'non_compliant', exception_id: 'E-1' }),
        asset('A-3', { tier: '1', baseline_status: 'non_compliant', exception_id: 'E-1' }),
      ],
      exceptions: [exception('E-1')],
    };
    expect(measure(given).figures.controls_health).toMatchObject({ in_scope: 2, pct: 50, pct_with_exceptions: 100 });
    const all = settingsSchema.parse({ controls: { scope: 'all_assets' } });
    expect(measure(given, all).figures.controls_health).toMatchObject({ in_scope: 3, pct: 33.3 });
    const credited = settingsSchema.parse({ controls: { exception_counts_as_compliant: true } });
    expect(measure(given, credited).figures.controls_health).toMatchObject({ compliant: 2, pct: 100, failing: [] });
  });
});

describe('Incidents', () => {
  test('belong to the month of the configured zone, over the change of the clocks too', () => {
    const settings = settingsSchema.parse({ timezone: 'Europe/Berlin' });
    const { figures } = measure(
      {
        incidents: [
          incident('first', { detected_at: '2026-10-01T00:00:00+02:00' }),
          incident('before', { detected_at: '2026-09-30T21:59:59Z' }),
          incident('last', { detected_at: '2026-10-31T23:59:59+01:00' }),
          incident('after', { detected_at: '2026-10-31T23:00:00Z' }),
          // The night the clocks go back has 25 hours.
          incident('long night', { occurred_at: '2026-10-25T00:00', detected_at: '2026-10-26T00:00' }),
        ],
      },
      settings,
    );
    expect(figures.incidents?.ids).toEqual(['first', 'last', 'long night']);
    expect(figures.incidents?.ttd).toEqual({ 'long night': 25 });
  });

  test('that ended without a time are in no mean and not open; one with an empty status is', () => {
    const { figures } = measure({
      incidents: [
        incident('I-1', { status: 'Resolved' }),
        incident('I-2'),
        incident('I-3', { resolved_at: '2026-11-01T00:00:00Z' }),
      ],
    });
    expect(figures.incidents).toMatchObject({ mttr_n: 0, open_at_end: ['I-2', 'I-3'], resolved_without_time: ['I-1'] });
  });

  test('are timed from the start the settings name', () => {
    const settings = settingsSchema.parse({ incidents: { mttr_from: 'declared_at' } });
    const times = { declared_at: '2026-10-10T12:00:00Z', resolved_at: '2026-10-10T15:30:00Z' };
    expect(measure({ incidents: [incident('I-1', times)] }).figures.incidents?.ttr).toEqual({ 'I-1': 5.5 });
    expect(measure({ incidents: [incident('I-1', times)] }, settings).figures.incidents?.ttr).toEqual({ 'I-1': 3.5 });
  });
});

describe('Exceptions', () => {
  test('count on both ends of thirty days, and keep what was closed later', () => {
    const { figures } = measure({
      assets: [asset('A-1')],
      exceptions: [
        exception('E-0', { expires_on: '2026-10-31' }),
        exception('E-30', { expires_on: '2026-11-30' }),
        exception('E-31', { expires_on: '2026-12-01' }),
        exception('E-later', { status: 'closed', closed_on: '2026-11-03' }),
        exception('E-closed', { status: 'closed', closed_on: '2026-10-31' }),
        exception('E-old', { expires_on: '2026-10-30' }),
        exception('E-next', { starts_on: '2026-11-01' }),
      ],
    });
    expect(figures.exceptions).toMatchObject({
      active_ids: ['E-0', 'E-30', 'E-31', 'E-later'],
      expiring_30d: ['E-0', 'E-30'],
      expired_open: ['E-old'],
    });
    expect(figures.rag.exceptions).toBe('red');
  });

  test('wear every flag of the specification, the red ones by their risk', () => {
    const settings = settingsSchema.parse({ people_left: ['Ada Lovelace'] });
    const bare = { owner: '', approver: '', compensating_control: '', expires_on: '', scope_ref: '' };
    const { listed } = measure(
      {
        assets: [asset('A-1'), asset('A-2', { status: 'decommissioned' })],
        exceptions: [
          exception('bare', bare),
          exception('bare high', { ...bare, risk: 'high' }),
          exception('self', {
            owner: 'ada  LOVELACE',
            approver: 'Ada Lovelace',
            renewals: '2',
            expires_on: '2027-01-03',
          }),
          exception('orphan', { scope_ref: 'A-2' }),
          exception('asked', { status: 'pending', approver: '', approved_on: '', starts_on: '' }),
        ],
      },
      settings,
    );
    const flags = Object.fromEntries(
      (listed ?? []).map((one) => [one.exception.exception_id, [one.flags, one.redFlags]]),
    );
    const missing = ['NO_OWNER', 'NO_COMPENSATING_CONTROL', 'NO_APPROVER', 'NO_EXPIRY', 'ORPHAN_SCOPE'];
    expect(flags).toEqual({
      bare: [missing, ['NO_OWNER', 'NO_APPROVER']],
      'bare high': [missing, ['NO_OWNER', 'NO_COMPENSATING_CONTROL', 'NO_APPROVER']],
      self: [['SELF_APPROVED', 'RENEWED≥2', 'OVER_365_DAYS', 'OWNER_LEFT'], []],
      orphan: [['ORPHAN_SCOPE'], []],
      asked: [[], []],
    });
  });

  test('stand in the list first by what ran out, then by days left, then by risk', () => {
    const { listed } = measure({
      exceptions: [
        exception('none', { expires_on: '' }),
        exception('low'),
        exception('critical', { risk: 'critical' }),
        exception('soon', { expires_on: '2026-11-02' }),
        exception('older', { expires_on: '2026-03-01' }),
        exception('old', { expires_on: '2026-10-01' }),
      ],
    });
    expect(listed?.map(({ exception: { exception_id } }) => exception_id)).toEqual([
      'older',
      'old',
      'soon',
      'critical',
      'low',
      'none',
    ]);
  });
});

test('What one row says and another does not bear out is told with its file, and counted all the same', () => {
  const rows: MonthRows = {
    assets: rowsFrom('assets', [asset('A-1', { exception_id: 'E-9' })]),
    incidents: rowsFrom('incidents', [incident('I-1', { status: 'closed' })]),
    drift: rowsFrom('drift', [
      { drift_id: 'D-1', identifier: 'x', kind: 'shadow', discovered_on: '2026-10-05', status: 'onboarded' },
    ]),
    exceptions: rowsFrom('exceptions', [exception('E-1')]),
    vulnerabilities: rowsFrom('vulnerabilities', [
      ...Array.from({ length: 7 }, (_, at) => finding(`V-${at}`, { asset_id: 'A-9' })),
      finding('V-9', { status: 'fixed' }),
    ]),
  };
  const { figures } = measureMonth(rows, describePeriod('2026-10', 'UTC'), usualSettings, null);
  const told = tellRemarks(crossCheck(rows, figures, '2026-10-31'));
  expect(told).toEqual({
    assets: ['an exception that exceptions does not have, so none is credited: A-1'],
    incidents: ['ended without a time, so in no mean and not open: I-1'],
    drift: ['dealt with on no day, so open: D-1'],
    exceptions: [],
    vulnerabilities: [
      'an asset that assets does not have: V-0, V-1, V-2, V-3, V-4 and 2 more',
      'fixed on no day, so missed: V-9',
    ],
  });
});

describe('Patching', () => {
  test('meets its day on the day itself, and misses it one day later', () => {
    const { figures } = measure({
      vulnerabilities: [
        finding('met', { fixed_on: '2026-10-20', status: 'fixed' }),
        finding('late', { fixed_on: '2026-10-21', status: 'fixed' }),
      ],
    });
    expect(figures.vulnerability).toMatchObject({ cohort: 2, missed_ids: ['late'], pct: 50, overdue_backlog: [] });
  });

  test('judges no finding of a month that is not over before its day has come', () => {
    const given: Given = {
      vulnerabilities: [finding('V-1', { due_on: '2026-10-10' }), finding('V-2', { due_on: '2026-10-11' })],
    };
    expect(measure(given, usualSettings, '2026-10', '2026-10-10').figures.vulnerability?.cohort_ids).toEqual(['V-1']);
  });

  test('of an organisation under BOD 26-04 is due by the four facts of a finding', () => {
    const days = (...facts: readonly [boolean, boolean, boolean, 'total' | 'partial']) => {
      const [kev, internet_facing, automatable, technical_impact] = facts;
      return daysByFacts({ kev, kev_due_on: null, internet_facing, automatable, technical_impact });
    };
    const sides = [true, false];
    const table = sides.flatMap((kev) =>
      sides.flatMap((exposed) =>
        sides.flatMap((automatable) => [
          days(kev, exposed, automatable, 'total'),
          days(kev, exposed, automatable, 'partial'),
        ]),
      ),
    );
    expect(table).toEqual([3, 3, 3, 14, 3, 14, 14, 14, 3, 14, 14, 60, 60, 60, null, null]);
    expect(
      daysByFacts({ kev: null, kev_due_on: null, internet_facing: null, automatable: null, technical_impact: null }),
    ).toBe(3);
    const settings = settingsSchema.parse({ vulnerability: { profile: 'bod_26_04' } });
    const inside = { kev: 'no', internet_facing: 'no', automatable: 'no', technical_impact: 'total' };
    const { figures } = measure({ vulnerabilities: [finding('V-1', inside), finding('V-2')] }, settings);
    expect(figures.vulnerability).toMatchObject({ due_with_next_upgrade: 1, due_dates: { 'V-2': '2026-09-23' } });
  });
});
