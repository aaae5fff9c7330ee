import { describePeriod } from '#core/scorecard/period.ts';
import type { Scorecard } from '#core/scorecard/scorecard.ts';
import { settingsSchema } from '#core/scorecard/settings.ts';
import type { PastMonth } from '#core/scorecard/snapshot.ts';
import { acceptanceFiles, type Files, headsOnly, october, september, settings } from './scorecard-month.ts';

export const asks = [
  {
    what: 'Close or renew the expired exception on the legacy gateway (E-004)',
    cost: '12 person-days',
    owner: 'Product',
  },
  { what: 'Name an owner for the shared mailbox without MFA (E-002)', cost: 'none', owner: 'CIO' },
  { what: 'Approve weekend patching until the overdue critical is closed (V-10)', cost: 'EUR 6,400', owner: 'Sponsor' },
].map((ask, at) => ({ ...ask, by: `2026-11-${10 + at}` }));

export const readiness = {
  last_exercise: { id: '2026-q4-supply-chain', title: 'Trusted Build', held_on: '2026-10-22' },
  ...{ quarter: 'Q4 2026', quarter_held: true, actions_due: 5, actions_on_time: 4, repeat_gaps: 1 },
};

/** Eleven months before October 2026, the oldest first; the definition of controls changed in May. */
export const elevenMonths: readonly PastMonth[] = Array.from({ length: 11 }, (_, at) => {
  const month = ((at + 10) % 12) + 1;
  return {
    ...september,
    period: `${at < 2 ? 2025 : 2026}-${String(month).padStart(2, '0')}`,
    headlines: {
      ...september.headlines,
      controls_health_pct: 40 + ((at * 7) % 12),
      p1_count: at % 4,
      drift_open: at === 4 ? null : 3 + (at % 5),
      sla_missed_pct: 60 - at * 3,
    },
    definitions: at < 6 ? { controls_health_pct: 'all assets, checked in 90 days' } : {},
  };
});

const long = (name: string, at: number) =>
  `${name}-${at} ${'of the northern region and its subsidiaries '.repeat(5)}`.slice(0, 200);
const wide = 'W'.repeat(200);
const day = (at: number) => String((at % 28) + 1).padStart(2, '0');
const rowsOf = (kind: keyof Files, count: number, row: (at: number) => readonly unknown[]) =>
  headsOnly[kind] + Array.from({ length: count }, (_, at) => `${row(at).join(',')}\n`).join('');
const state = (at: number) => (at % 3 === 0 ? 'non_compliant' : 'compliant');

/** Thousands of rows, names of 200 characters. */
const largeFiles: Files = {
  assets: rowsOf('assets', 5000, (at) => [
    ...[
      `A-${at}`,
      long('gateway', at),
      at % 3,
      'service',
      long('owner', at),
      'prod',
      at % 2 === 0,
      'active',
      true,
      'BL',
    ],
    ...[state(at), `2026-10-${day(at)}`, `E-${at % 400}`],
  ]),
  incidents: rowsOf('incidents', 60, (at) => {
    const on = `2026-10-${day(at)}T`;
    const times = [
      `${on}0${at % 9}:00:00Z`,
      `${on}10:00:00Z`,
      `${on}11:00:00Z`,
      '',
      at % 4 === 0 ? '' : `${on}23:00:00Z`,
    ];
    return [`I-${at}`, long('outage', at), at % 5 === 0 ? 'P0' : 'P1', 'other', ...times, 'open', false, false];
  }),
  drift: rowsOf('drift', 300, (at) => [
    ...[`D-${at}`, long('host', at), at % 2 ? 'shadow' : 'unmanaged', 'vm', 'prod', at % 2 === 0, '', 'scan'],
    ...[`2026-0${(at % 9) + 1}-${day(at)}`, 'open', '', '', ''],
  ]),
  exceptions: rowsOf('exceptions', 400, (at) => [
    ...[
      `E-${at}`,
      at % 2 ? wide : long('exception', at),
      `A-${at}`,
      `BL-${at}`,
      ['critical', 'high', 'medium', 'low'][at % 4],
    ],
    ...[at % 7 === 0 ? '' : long('owner', at), long('approver', at), '2026-01-01', '2026-01-02', '2026-01-03'],
    ...[`2026-1${at % 3}-${day(at)}`, '', 'approved', at % 5 === 0 ? '' : long('control', at), at % 4, `SEC-${at}`],
  ]),
  vulnerabilities: rowsOf('vulnerabilities', 20_000, (at) => [
    ...[`V-${at}`, `A-${at % 5000}`, '', 'Flaw', ['critical', 'high', 'medium', 'low'][at % 4], '', at % 2 === 0],
    ...[
      `2026-0${(at % 9) + 1}-${day(at)}`,
      '',
      '',
      at % 3 === 0 ? `2026-10-${day(at + 3)}` : '',
      at % 3 === 0 ? 'fixed' : 'open',
      '',
    ],
  ]),
};

const wordy = 'Every word of it is needed by whoever reads the page in a hurry and has to decide. '.repeat(3);
const longAsks = asks.map((ask) => ({ ...ask, what: wordy, cost: wordy, owner: wordy }));
const oneIncident = `${headsOnly.incidents}${acceptanceFiles.incidents?.split('\n')[1]}\n`;

/** Every kind of month there is, by name: on one page each, on A4 and on Letter. */
export const scorecardSets = {
  acceptance: () => october({ asks, readiness, previous: elevenMonths }),
  'first month': () => october({ previous: [] }),
  empty: () => october({ files: headsOnly, previous: [] }),
  'one incident': () => october({ files: { ...headsOnly, incidents: oneIncident } }),
  'files missing': () => october({ files: { assets: null, incidents: null, exceptions: null }, asks }),
  'no file at all': () =>
    october({ files: { assets: null, incidents: null, drift: null, exceptions: null, vulnerabilities: null } }),
  'stale sources': () => october({ dated: '2026-10-12', asks, readiness, previous: elevenMonths }),
  'broken definitions': () =>
    october({
      previous: [
        {
          ...september,
          definitions: Object.fromEntries(Object.keys(september.headlines).map((key) => [key, 'other'])),
        },
      ],
    }),
  'month not over': () => october({ period: describePeriod('2026-10', 'UTC', '2026-10-15') }),
  'every caveat': () =>
    october({
      files: {
        assets: `${acceptanceFiles.assets}A-015,Late one,first,,,,,active,,,,,\nA-001,Twice,1,,,,,active,,,,,\n`,
        drift: null,
      },
      ...{ asks, readiness, previous: elevenMonths, dated: '2026-10-02' },
      period: describePeriod('2026-10', 'UTC', '2026-10-20'),
      before: [{ of: 'September 2026', settings: settingsSchema.parse({ ...settings, source_stale_after_days: 9 }) }],
      publishedBecause: 'The board meets on the 21st',
    }),
  large: () =>
    october({
      files: largeFiles,
      ...{ asks: longAsks, sentence: wordy.slice(0, 240), previous: elevenMonths, dated: '2026-10-12' },
      publishedBecause: wordy,
      ...{ reason: wordy, revision: 2, publishedAt: '2026-11-03T09:00:00Z', publishedBy: 'CISO' },
      readiness: { ...readiness, last_exercise: { ...readiness.last_exercise, title: wide } },
      settings: settingsSchema.parse({ ...settings, organisation: long('Holdings', 1) }),
    }),
  'widest letters': () =>
    october({
      files: { exceptions: largeFiles.exceptions?.replaceAll(/owner-\d+[a-z ]*/g, wide) ?? null },
      ...{
        asks: longAsks.map((ask) => ({ ...ask, what: wide, cost: wide, owner: wide })),
        sentence: wide + wide.slice(0, 40),
      },
      settings: settingsSchema.parse({ ...settings, organisation: wide }),
    }),
} satisfies Readonly<Record<string, () => Scorecard>>;
