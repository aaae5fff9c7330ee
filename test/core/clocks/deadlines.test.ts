import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readClockTime } from '#core/clocks/clock-time.ts';
import { writeDeadline } from '#core/clocks/clock-words.ts';
import { computeDeadline } from '#core/clocks/compute-deadline.ts';
import { findLegalClock, legalClocks, legalClockTable } from '#core/clocks/legal-clocks.ts';
import holidays from '#core/clocks/us-federal-holidays.json' with { type: 'json' };

type Case = {
  readonly clock: string;
  readonly trigger_at: string;
  readonly aware_at?: string;
  readonly expect: string;
  readonly note?: string;
};
type Given = {
  readonly clocks: readonly ({ readonly id: string } & Record<string, unknown>)[];
  readonly cases: readonly Case[];
  readonly us_federal_holidays_2026_2027: readonly string[];
} & Record<string, unknown>;

const file = join(import.meta.dirname, '../../fixtures/acceptance/legal_clocks.json');
const given: Given = JSON.parse(readFileSync(file, 'utf8'));

function timeOf(words: string, zone?: string) {
  const read = readClockTime(words, zone);
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
}

function computed(id: string, at: string, more: { readonly aware?: string; readonly zone?: string } = {}) {
  const clock = findLegalClock(id);
  if (!clock) throw new Error(`there is no clock ${id}`);
  return computeDeadline(clock, timeOf(at, more.zone), more.aware === undefined ? null : timeOf(more.aware));
}

/** The deadline, or what is said in its place, or the code of the refusal. */
function told(...asked: Parameters<typeof computed>): string {
  const deadline = computed(...asked);
  if (!deadline.ok) return deadline.problem.code;
  return writeDeadline(deadline.value) ?? (deadline.value.is === 'words' ? deadline.value.basis : '');
}

describe('The table of legal clocks', () => {
  it.each(given.clocks)('holds $id as it was given, with its grade', (clock) => {
    expect(findLegalClock(clock.id)).toMatchObject(clock);
  });

  it('holds no clock beside those, and the same key, disclaimer, watch list and holidays', () => {
    expect(legalClocks.map(({ id }) => id)).toEqual(given.clocks.map(({ id }) => id));
    const { checked_on, disclaimer, verification_key, watch } = given;
    expect(legalClockTable).toMatchObject({ checked_on, disclaimer, verification_key, watch });
    expect(holidays.days).toEqual(given.us_federal_holidays_2026_2027);
  });

  it('lets a clock follow only one that is there', () => {
    const follows = legalClocks.flatMap((clock) => clock.follows?.clock ?? []);
    expect(follows.map((id) => findLegalClock(id)?.id)).toEqual(follows);
    expect(follows).toEqual(['NIS2-IN', 'CRA-IN', 'DORA-INIT', 'DORA-INT', 'US-STATE-CA']);
  });
});

describe('A deadline', () => {
  it.each(given.cases)('of $clock from $trigger_at is $expect', (row) => {
    const more = row.aware_at === undefined ? {} : { aware: row.aware_at };
    expect(told(row.clock, row.trigger_at, more)).toBe(row.expect);
  });

  test.each([
    [
      'hours run through the night on which clocks go forward',
      'GDPR-33',
      '2026-03-28T12:00+01:00',
      '2026-03-31T11:00:00Z',
    ],
    ['72 hours are not three local days in that week', 'GDPR-33', '2026-03-28T12:00', '2026-03-31T11:00:00Z'],
    ['a local time that the clocks left out is an hour later', 'NIS2-EW', '2026-03-29T02:30', '2026-03-30T01:30:00Z'],
    ['a month from the last of January ends with February', 'NIS2-FR', '2026-01-31', '2026-02-28'],
    ['a month may cross the year', 'DORA-FIN', '2026-12-15', '2027-01-15'],
    [
      'days count from the date as written, not from the day in UTC',
      'US-STATE-CA',
      '2026-10-01T23:30-07:00',
      '2026-10-31',
    ],
    ['a determination on a Saturday makes Monday day 1', 'SEC-8K-105', '2026-11-07', '2026-11-13'],
    ['a holiday between is no business day', 'SEC-8K-105', '2026-11-25', '2026-12-02'],
    ['an observed holiday is none either', 'SEC-8K-105', '2026-07-02', '2026-07-09'],
    ['no number, so the words of the law', 'GDPR-34', '2026-11-18', 'without_undue_delay'],
    ['before a payment', 'OFAC', '2026-11-18', 'before_payment'],
    ['a rule without force starts nothing', 'CIRCIA', '2026-11-18', 'not_in_force'],
    ['a rule not yet in force starts nothing', 'CRA-EW', '2026-09-10T23:59Z', 'not_in_force'],
    ['it does from its first day', 'CRA-EW', '2026-09-11T00:00Z', '2026-09-12T00:00:00Z'],
    ['a clock of hours needs a time of day', 'GDPR-33', '2026-11-18', 'time_of_day_needed'],
    ['beyond the holidays that are known nothing is guessed', 'SEC-8K-105', '2027-12-29', 'beyond_holidays'],
    ['nor before them', 'SEC-8K-105', '2025-12-30', 'beyond_holidays'],
  ])('%s', (_, id, at, expected) => {
    expect(told(id, at, { zone: 'Europe/Berlin' })).toBe(expected);
  });

  test.each([
    ['24 hours after awareness when it was classified late', '2026-11-19T21:00Z', '2026-11-19T22:00:00Z'],
    ['in the past when it was classified later still', '2026-11-20T09:00Z', '2026-11-19T22:00:00Z'],
    ['four hours after the classification when that comes first', '2026-11-18T22:10Z', '2026-11-19T02:10:00Z'],
  ])('of DORA is %s', (_, at, expected) => {
    expect(told('DORA-INIT', at, { aware: '2026-11-18T22:00Z' })).toBe(expected);
  });

  it('of DORA needs the time of day of the awareness as well', () => {
    expect(computed('DORA-INIT', '2026-11-18T22:00Z', { aware: '2026-11-18' })).toMatchObject({
      problem: { code: 'time_of_day_needed', message: 'DORA-INIT counts hours, and 2026-11-18 has no time of day.' },
    });
  });
});

describe('A time', () => {
  test.each([
    ['2026-02-17T09:20', '"2026-02-17T09:20" does not say in which time zone.'],
    ['2026-02-30', '"2026-02-30" is no date or time that exists.'],
    ['2026-02-17T25:00Z', '"2026-02-17T25:00Z" is no date or time that exists.'],
    ['17.02.2026', '"17.02.2026" is no date or time that exists.'],
    ['', '"" is no date or time that exists.'],
  ])('written as %s is refused', (words, message) => {
    expect(readClockTime(words, undefined)).toMatchObject({ ok: false, problem: { code: 'not_a_time', message } });
  });

  it('in a zone that is none is refused', () => {
    expect(readClockTime('2026-02-17T09:20', 'Europe/Bonn')).toMatchObject({
      problem: { message: '"Europe/Bonn" is no time zone.', hint: 'Write one such as Europe/Berlin.' },
    });
  });

  it('keeps its date as written where UTC has another', () => {
    expect(timeOf('2026-10-01T23:30-07:00')).toEqual({ date: '2026-10-01', instant: '2026-10-02T06:30:00Z' });
    expect(timeOf('2026-02-17T09:20', 'Europe/Berlin').instant).toBe('2026-02-17T08:20:00Z');
  });
});
