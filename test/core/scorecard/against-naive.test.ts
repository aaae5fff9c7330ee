import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MonthRows, measureMonth } from '#core/scorecard/measure-month.ts';
import { describePeriod } from '#core/scorecard/period.ts';
import { settingsSchema } from '#core/scorecard/settings.ts';
import { naiveFigures } from './naive-figures.ts';
import { rowsFrom } from './tables.ts';

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'];
/** Leap February, both changes of the clocks, month ends of every length. */
const months = ['2024-02', '2025-02', '2026-03', '2026-10', '2026-11', '2026-12', '2027-01', '2026-04'];

type Cells = Record<string, string>;
const pick = (...words: readonly string[]) => fc.constantFrom(...words);
const iso = (ms: number) => new Date(ms).toISOString();

/** Days close to where a figure turns: the ends of the month, 30 and 35 days around them, the limits of the profile. */
function dayNear(month: string): fc.Arbitrary<string> {
  const start = Date.parse(`${month}-01T00:00:00Z`);
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + 1);
  const turns = [start, end.getTime() - 864e5].flatMap((turn) =>
    [0, 14, 30, 35, 90, 180, 365].flatMap((days) => [turn - days * 864e5, turn + days * 864e5]),
  );
  return fc
    .tuple(fc.constantFrom(...turns), fc.integer({ min: -2, max: 2 }))
    .map(([turn, off]) => iso(turn + off * 864e5).slice(0, 10));
}

const momentNear = (month: string) =>
  fc
    .tuple(dayNear(month), fc.integer({ min: 0, max: 86_399 }), pick('Z', '+02:00', '-05:00', '+13:00'))
    .map(([day, seconds, offset]) => `${day}T${iso(seconds * 1000).slice(11, 19)}${offset}`);

const maybe = (value: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: fc.constant('') });
const many = (row: fc.Arbitrary<Cells>, key: string) =>
  fc.array(row, { maxLength: 8 }).map((rows) => rows.map((cells, at) => ({ ...cells, [key]: `${key[0]}-${at}` })));
const exceptionId = maybe(pick('e-0', 'e-1', 'e-2', 'e-3', 'e-9'));
/** A pair that does not run backwards, which would be an error of its row. */
const inOrder = (cells: Cells, first: string, then: string): Cells => {
  const [from, to] = [cells[first] ?? '', cells[then] ?? ''];
  const backwards = from !== '' && to !== '' && Date.parse(to) < Date.parse(from);
  return backwards ? { ...cells, [first]: to, [then]: from } : cells;
};

const monthOf = (month: string) => {
  const [day, moment, truth] = [dayNear(month), momentNear(month), pick('yes', 'no', '')];
  return fc.record({
    assets: many(
      fc.record({
        name: pick('a'),
        tier: pick('0', '1', '2'),
        status: pick('active', 'active', 'planned', 'decommissioned'),
        baseline_status: pick('compliant', 'non_compliant', 'unknown', ''),
        baseline_checked_on: maybe(day),
        exception_id: exceptionId,
      }),
      'asset_id',
    ),
    incidents: many(
      fc
        .record({
          title: pick('i'),
          severity: pick('P0', 'P1', 'P2'),
          occurred_at: maybe(moment),
          detected_at: moment,
          resolved_at: maybe(moment),
          is_exercise: truth,
          is_false_positive: truth,
        })
        .map((cells) => {
          const sorted = [cells.occurred_at, cells.detected_at, cells.resolved_at]
            .filter((at) => at !== '')
            .sort((a, b) => Date.parse(a) - Date.parse(b));
          const next = () => sorted.shift() ?? '';
          return {
            ...cells,
            occurred_at: cells.occurred_at === '' ? '' : next(),
            detected_at: next(),
            resolved_at: cells.resolved_at === '' ? '' : next(),
          };
        }),
      'incident_id',
    ),
    drift: many(
      fc
        .record({
          identifier: pick('d'),
          kind: pick('unmanaged', 'shadow'),
          internet_facing: truth,
          discovered_on: day,
          resolved_on: maybe(day),
          status: pick('open', 'onboarded', 'accepted', 'false_positive'),
          exception_id: exceptionId,
        })
        .map((cells) => inOrder(cells, 'discovered_on', 'resolved_on')),
      'drift_id',
    ),
    exceptions: many(
      fc
        .record({
          title: pick('e'),
          risk: pick('critical', 'high', 'medium', 'low'),
          owner: maybe(pick('o')),
          approver: maybe(pick('p')),
          approved_on: maybe(day),
          starts_on: maybe(day),
          expires_on: maybe(day),
          closed_on: maybe(day),
          status: pick('approved', 'approved', 'closed', 'pending', 'rejected', 'draft'),
          compensating_control: maybe(pick('c')),
        })
        .map((cells) => inOrder(cells, 'starts_on', 'expires_on')),
      'exception_id',
    ),
    vulnerabilities: many(
      fc
        .record({
          asset_id: pick('a-0', 'a-1', 'a-9'),
          title: pick('v'),
          severity: pick('critical', 'high', 'medium', 'low'),
          discovered_on: day,
          due_on: maybe(day),
          kev_due_on: maybe(day),
          fixed_on: maybe(day),
          status: pick('open', 'fixed', 'false_positive', 'accepted'),
          exception_id: exceptionId,
        })
        .map((cells) => inOrder(cells, 'discovered_on', 'fixed_on')),
      'finding_id',
    ),
  });
};

test('Random months around every turn give what a second, naive calculation gives', () => {
  const any = fc
    .tuple(pick(...zones), pick(...months))
    .chain(([zone, month]) => fc.tuple(fc.constant(zone), fc.constant(month), monthOf(month)));
  fc.assert(
    fc.property(any, ([zone, month, given]) => {
      const rows = Object.fromEntries(
        Object.entries(given).map(([kind, cells]) => [kind, rowsFrom(kind as keyof MonthRows, cells, { zone })]),
      ) as unknown as MonthRows;
      const settings = settingsSchema.parse({ timezone: zone });
      const { figures } = measureMonth(rows, describePeriod(month, zone), settings, null);
      expect(figures).toMatchObject(naiveFigures(given, month, zone));
    }),
    { numRuns: 300 },
  );
});
