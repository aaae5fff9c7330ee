import { describe, expect, test } from 'vitest';
import type { CommandOf } from '#core/exercise/commands.ts';
import { played, playedWith, refusalOf, sampleSetup } from '../../support/play.ts';

type Change = CommandOf<'propose_runbook_change'>['change'];
const propose = (fields: Partial<Change>) =>
  ({
    type: 'propose_runbook_change',
    change: { runbook: 'RB-04', step: '3', type: 'change', new: 'Call Legal first.', ...fields },
  }) as const;
const tested = playedWith({
  ...sampleSetup,
  plan: { ...sampleSetup.plan, runbooks: [{ id: 'RB-04', version: '2.1' }] },
});

describe('A proposed change to a runbook', () => {
  test.each([
    ['is not approved by who proposes it', { proposer: 'Dana Ortiz', approver: 'Ortiz, Dana' }, 'self_proposed'],
    ['makes another version than the one that was tested', { new_version: '2.1' }, 'version_tested'],
    ['is in force on no day before the exercise', { effective_on: '2026-03-16' }, 'date_before_exercise'],
    ['is due on no day before the exercise', { due_on: '2026-03-16' }, 'date_before_exercise'],
  ])('%s', (_, fields, code) => {
    expect(refusalOf(tested, propose(fields))).toBe(code);
  });

  test('may leave all that open, and may be of the day of the exercise', () => {
    expect(refusalOf(tested, propose({}))).toBeNull();
    const whole = { proposer: 'Dana Ortiz', approver: 'Sam Reyes', new_version: '2.2', effective_on: '2026-03-17' };
    expect(refusalOf(tested, propose(whole))).toBeNull();
  });

  test('says so once it is corrected too; what the correction does not touch stays', () => {
    const state = played([1, propose({ proposer: 'Jo' })]);
    const amend = (fields: object) => refusalOf(state, { type: 'amend_entry', of: 2, with: { ...fields } });
    expect(amend({ approver: 'jo' })).toBe('self_proposed');
    expect(amend({ new: 'Call Legal.' })).toBeNull();
  });
});
