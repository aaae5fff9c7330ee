import { describe, expect, it } from 'vitest';
import { decideException, withdrawDecision } from '#core/exceptions/decide-exception.ts';
import { type Decision, decisionSchema, type Entry } from '#core/exceptions/decision.ts';
import type { Exception } from '#core/scorecard/files/file-kinds.ts';
import { exceptionOf } from '../../support/current-exceptions.ts';

const now = { t: '2026-11-02T08:00:00.000Z', today: '2026-11-02' };

function decide(decision: Decision, fields: Partial<Exception> = {}, entries: readonly Entry[] = []) {
  const file = { month: '2026-10', exceptions: [exceptionOf(fields)] };
  return decideException(entries, file, 'E-100', decisionSchema.parse(decision), now);
}

function taken(decision: Decision, fields: Partial<Exception> = {}, entries: readonly Entry[] = []): Entry {
  const outcome = decide(decision, fields, entries);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}

function refusal(decision: Decision, fields: Partial<Exception> = {}): string {
  const outcome = decide(decision, fields);
  return outcome.ok ? 'was taken' : `${outcome.problem.message} ${outcome.problem.hint}`;
}

const renew: Decision = { is: 'renew', expires_on: '2027-03-31', approver: 'Sam Reyes' };
const fix: Decision = { is: 'fix', by: 'Network', until: '2026-11-02' };
const retire: Decision = { is: 'retire', closed_on: '2026-10-30' };
const escalate: Decision = { is: 'escalate', to: 'CTO', until: '2026-11-09' };

describe('A decision on an exception', () => {
  it.each<[string, Decision]>([
    ['to renew', renew],
    ['to fix, today at the latest', fix],
    ['to retire, on a day that is over too', retire],
    ['to escalate', escalate],
  ])('%s is an entry with its day and what the file said then', (_, decision) => {
    expect(taken(decision)).toEqual({
      ...{ number: 1, exception: 'E-100', t: now.t, told_on: '2026-11-02', month: '2026-10', expires_on: '2026-11-15' },
      said: decision,
    });
  });

  it('keeps no empty words and no spaces around them, and counts on over all exceptions', () => {
    const entry = { ...taken(fix), exception: 'E-001', number: 7 };
    const said = { ...renew, approver: ' Sam Reyes ', reason: '  ', compensating_control: ' A filter ' };
    expect(taken(said, {}, [entry])).toMatchObject({ number: 8, said: { approver: 'Sam Reyes' } });
    expect(taken(said).said).toEqual({ ...renew, compensating_control: 'A filter' });
  });

  it('is refused of an exception that no file holds, and before any month has exceptions', () => {
    const unknown = decideException([], { month: '2026-10', exceptions: [] }, 'E-404', fix, now);
    expect(unknown).toMatchObject({ ok: false, problem: { code: 'unknown_exception' } });
    expect(unknown.ok ? '' : unknown.problem.message).toBe(
      'Nothing was decided on E-404: the exceptions of October 2026 do not hold it.',
    );
    expect(decideException([], null, 'E-100', fix, now)).toMatchObject({ problem: { code: 'no_exceptions' } });
  });

  it('is refused where a newer file has closed it meanwhile, and says since when', () => {
    expect(refusal(renew, { status: 'closed', closed_on: '2026-10-18' })).toBe(
      'Nothing was decided on E-100: the file of October 2026 says that it was closed on 18 October 2026. What the newest file says counts. Correct it there, or leave it closed.',
    );
    expect(refusal(fix, { status: 'closed' })).toContain('says that it is closed');
    expect(refusal(fix, { closed_on: '2026-11-02' })).toContain('was closed on 2 November 2026');
    expect(refusal(fix, { closed_on: '2026-11-03' })).toBe('was taken');
  });

  it.each(['rejected', 'draft'] as const)('is refused of one that is %s', (status) => {
    expect(refusal(escalate, { status })).toContain(`the file of October 2026 has it as ${status}`);
  });
});

describe('A renewal', () => {
  it.each([['Priya Raman'], [' priya  RAMAN'], ['Ｐriya Raman']])(
    'is not approved by the owner, however written: “%s”',
    (approver) => {
      expect(refusal({ ...renew, approver })).toMatch(/owns it\. Nobody approves an exception of their own/);
    },
  );

  it('needs an approver, and an owner that the approver is not', () => {
    expect(refusal({ ...renew, approver: ' ' })).toContain('a renewal needs who approves it');
    expect(refusal(renew, { owner: null })).toContain('its file names no owner');
  });

  it('ends on a later day than today and than the file says', () => {
    expect(refusal({ ...renew, expires_on: '2026-11-01' })).toContain('1 November 2026 is over');
    expect(refusal({ ...renew, expires_on: '2026-11-15' })).toContain('it already runs until 15 November 2026');
    expect(refusal({ ...renew, expires_on: '2026-11-16' })).toBe('was taken');
    expect(refusal({ ...renew, expires_on: '2026-11-02' }, { expires_on: '2026-10-01' })).toBe('was taken');
    expect(refusal({ ...renew, expires_on: '2026-02-30' })).toContain('2026-02-30 is no day');
    expect(refusal({ ...renew, expires_on: '' })).toContain('it has no day');
  });

  it('of more than 365 days needs a reason; of 365 none', () => {
    expect(refusal({ ...renew, expires_on: '2027-11-03' })).toContain('more than 365 days from today');
    expect(refusal({ ...renew, expires_on: '2027-11-02' })).toBe('was taken');
    expect(refusal({ ...renew, expires_on: '2028-01-31', reason: 'The vendor ends it then' })).toBe('was taken');
  });

  it.each(['critical', 'high'] as const)('of %s risk needs something that compensates', (risk) => {
    expect(refusal(renew, { risk, compensating_control: null })).toContain(
      `its risk is ${risk} and nothing compensates`,
    );
    expect(refusal({ ...renew, compensating_control: 'A filter' }, { risk, compensating_control: null })).toBe(
      'was taken',
    );
  });

  it('of medium or low risk does not, and one that waits for approval has nothing to renew', () => {
    expect(refusal(renew, { risk: 'medium', compensating_control: null })).toBe('was taken');
    expect(refusal(renew, { status: 'pending' })).toContain('it waits for approval, so there is nothing to renew');
  });
});

describe('The other decisions', () => {
  it('name who fixes it until when', () => {
    expect(refusal({ ...fix, by: '' })).toContain('a fix needs by whom');
    expect(refusal({ ...fix, until: '2026-11-01' })).toContain('1 November 2026 is over');
    expect(refusal({ ...fix, until: 'soon' })).toContain('soon is no day');
  });

  it('name who it is escalated to, who is not the owner, and until when', () => {
    expect(refusal({ ...escalate, to: '' })).toContain('an escalation needs to whom');
    expect(refusal({ ...escalate, to: 'PRIYA RAMAN' })).toContain('Escalate it to somebody other than its owner');
    expect(refusal({ ...escalate, until: '2026-11-01' })).toContain('1 November 2026 is over');
  });

  it('close nothing before it began', () => {
    expect(refusal({ ...retire, closed_on: '2026-04-30' })).toContain('it began on 1 May 2026');
    expect(refusal({ ...retire, closed_on: 'May' })).toContain('May is no day');
  });
});

describe('A decision that stands', () => {
  const first = taken(fix);
  const second = taken(escalate, {}, [first]);
  const file = { month: '2026-11', exceptions: [exceptionOf()] };

  it('is taken back by a new entry, and nothing else is', () => {
    const back = withdrawDecision([first, second], file, 'E-100', 2, now);
    expect(back).toMatchObject({
      ok: true,
      value: { number: 3, month: '2026-11', said: { is: 'withdraw', number: 2 } },
    });
    expect(withdrawDecision([first, second], file, 'E-100', 1, now)).toMatchObject({
      problem: { code: 'not_standing' },
    });
    expect(withdrawDecision([first, second], file, 'E-001', 2, now)).toMatchObject({ ok: false });
  });

  it('can be taken back of an exception that no file holds any more', () => {
    expect(withdrawDecision([first], null, 'E-100', 1, now)).toMatchObject({ ok: true, value: { month: '2026-10' } });
  });
});
