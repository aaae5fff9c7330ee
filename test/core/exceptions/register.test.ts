import { describe, expect, it } from 'vitest';
import { decideException, withdrawDecision } from '#core/exceptions/decide-exception.ts';
import type { Decision, Entry } from '#core/exceptions/decision.ts';
import {
  type CurrentExceptions,
  describeRegister,
  type RegisteredException,
} from '#core/exceptions/describe-register.ts';
import { filterExceptions, noFilter } from '#core/exceptions/filter-exceptions.ts';
import { listReminders } from '#core/exceptions/reminders.ts';
import { daysBetween } from '#core/local-time.ts';
import { currentOf, exceptionOf, readOctober } from '../../support/current-exceptions.ts';

const asOf = '2026-10-31';
const told = (decision: Decision, current: CurrentExceptions, id = 'E-100', entries: readonly Entry[] = []): Entry => {
  const outcome = decideException(entries, current, id, decision, { t: '2026-10-31T08:00:00.000Z', today: asOf });
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
};
const one = (register: readonly RegisteredException[], id = 'E-100'): RegisteredException => {
  const found = register.find((exception) => exception.id === id);
  if (!found) throw new Error(`${id} is not listed`);
  return found;
};
const markOf = (current: CurrentExceptions, entry: Entry, today = asOf) =>
  one(describeRegister(current, [entry], today)).decision?.mark;

describe('The register of exceptions', () => {
  it('is the exception list of the month on its own day: same order, same flags, same days', () => {
    const { listed } = readOctober();
    const register = describeRegister(readOctober(), [], asOf);
    expect(
      register.map(({ id, state, daysLeft, flags, redFlags }) => ({ id, state, daysLeft, flags, redFlags })),
    ).toEqual(listed.map(({ exception, ...about }) => ({ id: exception.exception_id, ...about })));
    expect(register.map(({ id }) => id).slice(0, 4)).toEqual(['E-004', 'E-007', 'E-001', 'E-003']);
  });

  it('counts the days on once the month is over, and still knows the orphans of the month', () => {
    const orphan = exceptionOf({ scope_ref: 'A-999' });
    const register = describeRegister(currentOf([orphan]), [], '2026-11-16');
    expect(one(register)).toMatchObject({
      ...{ state: 'expired_open', daysLeft: -1 },
      ...{ flags: ['EXPIRED', 'ORPHAN_SCOPE'], redFlags: ['EXPIRED'] },
    });
    expect(one(describeRegister(currentOf([orphan]), [], '2026-10-01'))).toMatchObject({ daysLeft: 15 });
  });

  it('is empty without a month, and keeps what was decided on an exception that no file holds', () => {
    expect(describeRegister(null, [], asOf)).toEqual([]);
    const entry = told({ is: 'fix', by: 'Network', until: '2026-11-09' }, currentOf([exceptionOf()]));
    for (const current of [null, currentOf([])])
      expect(describeRegister(current, [entry], asOf)).toMatchObject([
        { id: 'E-100', row: null, state: 'gone', decision: { mark: 'gone', isOverdue: false } },
      ]);
  });
});

describe('What was decided', () => {
  const october = currentOf([exceptionOf()]);
  const later = (fields: Parameters<typeof exceptionOf>[0]) =>
    currentOf([exceptionOf(fields)], { month: '2026-11', asOf: '2026-11-30' });

  it('changes nothing of what the file says', () => {
    const entry = told({ is: 'renew', expires_on: '2027-03-31', approver: 'Sam Reyes' }, october);
    const shown = one(describeRegister(october, [entry], asOf));
    expect(shown.row).toEqual(exceptionOf());
    expect(shown).toMatchObject({ daysLeft: 15, flags: ['EXPIRES≤30'] });
  });

  it('as a renewal is in the file once it ends on that day or later', () => {
    const entry = told({ is: 'renew', expires_on: '2027-03-31', approver: 'Sam Reyes' }, october);
    expect(markOf(october, entry)).toBe('not_yet');
    expect(markOf(later({ expires_on: '2027-03-30' }), entry)).toBe('not_yet');
    expect(markOf(later({ expires_on: '2027-03-31' }), entry)).toBe('in_file');
    expect(markOf(later({ expires_on: '2027-06-30' }), entry)).toBe('in_file');
    expect(markOf(later({ expires_on: null }), entry)).toBe('not_yet');
  });

  it.each<[string, Decision]>([
    ['fix', { is: 'fix', by: 'Network', until: '2026-11-09' }],
    ['retirement', { is: 'retire', closed_on: '2026-11-09' }],
  ])('as a %s is in the file once it is closed, and overdue where it is not by its day', (_, decision) => {
    const entry = told(decision, october);
    expect(markOf(later({ status: 'closed', closed_on: '2026-11-20' }), entry)).toBe('in_file');
    expect(markOf(later({ closed_on: '2026-12-24' }), entry)).toBe('in_file');
    expect(one(describeRegister(october, [entry], '2026-11-09')).decision?.isOverdue).toBe(false);
    expect(one(describeRegister(october, [entry], '2026-11-10')).decision?.isOverdue).toBe(true);
    expect(one(describeRegister(later({ status: 'closed' }), [entry], '2026-12-10')).decision?.isOverdue).toBe(false);
  });

  it('as an escalation is in the file once it names that person, ends later or is closed', () => {
    const entry = told({ is: 'escalate', to: 'H. Strand', until: '2026-11-09' }, october);
    expect(markOf(later({}), entry)).toBe('not_yet');
    expect(markOf(later({ owner: 'h. strand' }), entry)).toBe('in_file');
    expect(markOf(later({ approver: 'H.  Strand' }), entry)).toBe('in_file');
    expect(markOf(later({ expires_on: '2026-11-16' }), entry)).toBe('in_file');
    expect(markOf(later({ status: 'closed' }), entry)).toBe('in_file');
  });

  it('stands until it is taken back, and then what stood before it does; all of it is kept', () => {
    const first = told({ is: 'fix', by: 'Network', until: '2026-11-09' }, october);
    const second = told({ is: 'retire', closed_on: '2026-11-30' }, october, 'E-100', [first]);
    const standing = (entries: readonly Entry[]) =>
      one(describeRegister(october, entries, asOf)).decision?.entry.number;
    expect(standing([first, second])).toBe(2);
    const back = withdrawDecision([first, second], october, 'E-100', 2, { t: '2026-11-01T08:00:00.000Z', today: asOf });
    if (!back.ok) throw new Error(back.problem.message);
    expect(standing([first, second, back.value])).toBe(1);
    const { told: all } = one(describeRegister(october, [first, second, back.value], asOf));
    expect(all.map(({ entry, isWithdrawn }) => [entry.said.is, isWithdrawn])).toEqual([
      ['fix', false],
      ['retire', true],
    ]);
  });
});

describe('The filter', () => {
  const closed = exceptionOf({ exception_id: 'E-101', status: 'closed' });
  const current = currentOf([...readOctober().exceptions, exceptionOf(), closed]);
  const entry = told({ is: 'escalate', to: 'H. Strand', until: '2026-11-09', reason: 'No budget' }, current);
  const decided = { ...entry, exception: 'E-101', number: 2 };
  const register = describeRegister(current, [entry, decided], asOf);
  const found = (part: Partial<typeof noFilter>) =>
    filterExceptions(register, { ...noFilter, ...part }).map(({ id }) => id);

  it.each<[string, Partial<typeof noFilter>, readonly string[]]>([
    ['what is closed', { state: 'closed' }, ['E-101']],
    ['what waits', { state: 'pending' }, ['E-008']],
    ['what nobody owns', { owner: '-' }, ['E-002']],
    ['one owner', { owner: 'priya raman' }, ['E-100']],
    ['a red flag of any kind', { flag: 'red' }, ['E-004', 'E-002']],
    ['one flag', { flag: 'NO_EXPIRY' }, ['E-009']],
    ['a risk and words of several fields', { risk: 'high', text: 'ALLOW-list devops' }, ['E-001']],
    ['words of a decision', { text: 'strand budget' }, ['E-100']],
  ])('finds %s', (_, part, ids) => {
    expect(found(part)).toEqual(ids);
  });

  it('leaves out what is closed unless it is asked for', () => {
    expect([found({}).includes('E-101'), found({ state: 'all' }).includes('E-101')]).toEqual([false, true]);
  });
});

describe('Reminders', () => {
  const remind = (current: CurrentExceptions, entries: readonly Entry[], today: string) =>
    listReminders(describeRegister(current, entries, today), (day) => daysBetween(today, day));

  it.each([
    ['2026-10-15', []],
    ['2026-10-16', ['within_30']],
    ['2026-11-01', ['within_14']],
    ['2026-11-08', ['within_7']],
    ['2026-11-15', ['within_7']],
    ['2026-11-16', ['expired']],
  ])('of one that ends on 15 November, seen on %s: %j', (today, kinds) => {
    const current = currentOf([exceptionOf()], { asOf: '2026-10-01', month: '2026-09' });
    expect(remind(current, [], today).flatMap(({ reminders }) => reminders.map(({ kind }) => kind))).toEqual(kinds);
  });

  it('are grouped by owner, nobody first, then by urgency, however the name is typed', () => {
    const current = currentOf([
      exceptionOf({ exception_id: 'E-1', owner: 'Kim', expires_on: '2026-11-20' }),
      exceptionOf({ exception_id: 'E-2', owner: 'kim', expires_on: '2026-10-30' }),
      exceptionOf({ exception_id: 'E-3', owner: 'Lee', expires_on: '2026-11-01' }),
      exceptionOf({ exception_id: 'E-4', owner: null, expires_on: '2026-11-25' }),
      exceptionOf({ exception_id: 'E-5', owner: 'Lee', expires_on: null }),
      exceptionOf({ exception_id: 'E-6', owner: 'Lee', status: 'pending', expires_on: '2026-11-01' }),
    ]);
    expect(remind(current, [], asOf).map(({ owner, reminders }) => [owner, reminders.map(({ id }) => id)])).toEqual([
      [null, ['E-4']],
      ['kim', ['E-2', 'E-1']],
      ['Lee', ['E-3']],
    ]);
  });

  it('name a decision that is overdue, and one that the file does not say yet', () => {
    const current = currentOf([exceptionOf()]);
    const entry = told({ is: 'fix', by: 'Network', until: '2026-11-02' }, current);
    const [own] = remind(current, [entry], '2026-11-04');
    expect(own?.reminders).toMatchObject([
      { kind: 'decision_overdue', day: '2026-11-02', days: -2 },
      { kind: 'within_14', words: '“Fix” is decided and not yet in the file.' },
    ]);
  });
});
