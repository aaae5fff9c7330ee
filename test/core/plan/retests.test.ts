import { describe, expect, test } from 'vitest';
import { buildDefaultPlan } from '#core/plan/default-plan.ts';
import { adviseRunbook } from '#core/plan/retests.ts';
import { describeRunbooks, type Exercised } from '#core/runbooks/describe-runbooks.ts';
import { readMarkdownSteps } from '#core/runbooks/read-markdown-steps.ts';
import type { RunbookRegister } from '#core/runbooks/register.ts';
import { sampleScenario } from '../../support/sample-scenario.ts';

const version = (name: string) => ({
  ...{ version: name, kind: 'markdown' as const, sha256: 'a', bytes: 1, added_at: '2026-01-01T00:00:00Z' },
  approved_on: '2026-04-01',
});
const texts: Readonly<Record<string, string>> = {
  '1.0': '1. Block.\n2. Revoke.\n',
  '1.1': '1. Block.\n2. Revoke all.\n',
};
const held = (exercise: string, day: string, tested: string, changes: Exercised['changes'] = []): Exercised => ({
  ...{
    exercise,
    title: exercise.toUpperCase(),
    heldOn: day,
    startedAt: `${day}T09:00:00Z`,
    called: ['RB-03'],
    changes,
  },
  tested: [{ id: 'RB-03', version: tested }],
});
const first = held('a', '2026-03-17', '1.0', [
  { change: 'RC-1', runbook: 'RB-03', step: '2', type: 'change', new: 'Revoke all.' },
]);
const register: RunbookRegister = {
  runbooks: [{ id: 'RB-03', versions: [version('1.0'), version('1.1')] }],
  decisions: [{ origin: 'a/RC-1', status: 'published', by: 'Sam Reyes', on: '2026-04-01', version: '1.1' }],
};
const plan = buildDefaultPlan('s', sampleScenario, { zone: 'UTC' });
const advise = (exercises: readonly Exercised[], previous?: string) => {
  const [line] = describeRunbooks(register, exercises, (_, name) => readMarkdownSteps(texts[name] ?? ''));
  return adviseRunbook(line, { ...plan, plan: { ...plan.plan, ...(previous !== undefined && { previous }) } });
};

describe('A plan that tests a runbook', () => {
  test('is told the version in force and the step to test again, until an exercise has', () => {
    expect(advise([first])).toEqual({
      version: '1.1',
      approvedOn: '2026-04-01',
      retest:
        'Test again: step 2, published and not exercised since. To verify its actions too, choose A under “Actions to test again”.',
    });
    expect(advise([first], 'a')?.retest).toBe('Test again: step 2, published and not exercised since.');
    expect(advise([first, held('b', '2026-06-16', '1.1')])?.retest).toBeNull();
  });

  test('is told again where the exercise since tested the version before', () => {
    expect(advise([first, held('b', '2026-06-16', '1.0')])?.retest).toContain('step 2');
  });

  test('is told nothing of a runbook that is not in the register', () => {
    expect(adviseRunbook(undefined, plan)).toBeNull();
  });
});
