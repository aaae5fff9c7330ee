import { describe, expect, test } from 'vitest';
import type { Command } from '#core/exercise/commands.ts';
import { buildDefaultPlan } from '#core/plan/default-plan.ts';
import { listPlannedRunbooks } from '#core/plan/retests.ts';
import { describeRunbooks, type Exercised } from '#core/runbooks/describe-runbooks.ts';
import { readExercised } from '#core/runbooks/read-exercised.ts';
import { readMarkdownSteps } from '#core/runbooks/read-markdown-steps.ts';
import type { RunbookRegister } from '#core/runbooks/register.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import type { Capability } from '#core/scenario/vocabulary.ts';
import { end, played } from '../../support/play.ts';
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
  { change: 'RC-1', runbook: 'RB-03', step: '2', type: 'change', new: 'Revoke all.', capability: 'containment' },
]);
const register: RunbookRegister = {
  runbooks: [{ id: 'RB-03', versions: [version('1.0'), version('1.1')] }],
  decisions: [{ origin: 'a/RC-1', status: 'published', by: 'Sam Reyes', on: '2026-04-01', version: '1.1' }],
};
const plan = buildDefaultPlan('s', sampleScenario, { zone: 'UTC' });

const scriptOf = (capability: Capability, called: readonly string[]): Scenario => ({
  ...sampleScenario,
  objectives: sampleScenario.objectives.slice(0, 1).map((objective) => ({ ...objective, id: 'O1', capability })),
  injects: sampleScenario.injects.map((inject) => ({ ...inject, runbook: [...called] })),
});
const calling = scriptOf('containment', ['RB-03']);

type Asked = { readonly script?: Scenario; readonly previous?: string; readonly objectives?: readonly string[] };

function list(exercises: readonly Exercised[], { script = calling, previous, objectives = ['O1'] }: Asked = {}) {
  const lines = describeRunbooks(register, exercises, (_, name) => readMarkdownSteps(texts[name] ?? ''));
  const asked = { ...plan.plan, objectives: [...objectives], ...(previous !== undefined && { previous }) };
  return listPlannedRunbooks(lines, script, { ...plan, plan: asked });
}
const advise = (exercises: readonly Exercised[], asked?: Asked) =>
  list(exercises, asked).find(({ id }) => id === 'RB-03')?.advice;

describe('A plan whose script calls for a runbook', () => {
  test('is told the version in force and the step to test again, until an exercise has', () => {
    expect(advise([first])).toEqual({
      version: '1.1',
      approvedOn: '2026-04-01',
      retest:
        'Test again: step 2 (containment), published and not exercised since. To verify its actions too, choose A under “Actions to test again”.',
    });
    expect(advise([first], { previous: 'a' })?.retest).toBe(
      'Test again: step 2 (containment), published and not exercised since.',
    );
    expect(advise([first, held('b', '2026-06-16', '1.1')])?.retest).toBeNull();
  });

  test('is told again where the exercise since tested the version before', () => {
    expect(advise([first, held('b', '2026-06-16', '1.0')])?.retest).toContain('step 2');
  });

  test('is told nothing of a runbook that is not in the register', () => {
    expect(list([first], { script: scriptOf('recovery', ['RB-09']) })).toMatchObject([{ id: 'RB-09', advice: null }]);
  });
});

describe('A plan whose script does not call for it', () => {
  const other = (capability: Capability) => ({ script: scriptOf(capability, ['RB-09']), previous: 'a' });

  test('is told all the same where it exercises the capability of the gap, and that no inject calls for it', () => {
    expect(advise([first], other('containment'))?.retest).toBe(
      'Test again: step 2 (containment), published and not exercised since. No inject of this script calls for it: name it in one, or it is not tested here either.',
    );
    expect(advise([first, held('b', '2026-06-16', '1.1')], other('containment'))).toBeUndefined();
  });

  test('is told nothing where that capability is in no objective, or its objective is left out', () => {
    expect(advise([first], other('recovery'))).toBeUndefined();
    expect(advise([first], { ...other('containment'), objectives: [] })).toBeUndefined();
  });
});

describe('A change to a runbook', () => {
  const change: Command = {
    type: 'propose_runbook_change',
    gap: 'G1',
    change: { runbook: 'RB-03', step: '2', type: 'change', new: 'Revoke all.' },
  };
  const read = (about: { readonly capability?: Capability; readonly objective?: string }) =>
    readExercised(
      'a',
      played([1, { type: 'record_gap', title: 'No list', evidence: [], ...about }], [2, change], [3, end]),
    )?.changes;

  test('has the capability of the gap it closes, or that of its objective', () => {
    expect(read({ capability: 'recovery' })).toMatchObject([{ capability: 'recovery' }]);
    expect(read({ objective: 'O2' })).toMatchObject([{ capability: sampleScenario.objectives[1]?.capability }]);
    expect(read({})).toMatchObject([{ capability: null }]);
  });
});

describe('What was exercised of a runbook', () => {
  const line = (exercises: readonly Exercised[], of = register) =>
    describeRunbooks(of, exercises, (_, name) => readMarkdownSteps(texts[name] ?? ''))[0];

  test('is the version that its plan named; another one in force was not', () => {
    expect(line([first])).toMatchObject({
      exercised: { on: '2026-03-17', version: '1.0' },
      steps: [{ exercised: { version: '1.0' } }, { exercised: null }],
    });
    expect(line([first, held('b', '2026-06-16', '1.1')])).toMatchObject({
      exercised: { on: '2026-06-16', version: '1.1' },
      steps: [{ exercised: { version: '1.1' } }, { exercised: { version: '1.1', exercise: 'b' } }],
    });
  });

  test('is no step that this very exercise found wanting, even where the file reads as it did', () => {
    const same = { ...register, runbooks: [{ id: 'RB-03', versions: [version('1.0'), version('1.0b')] }] };
    const steps = describeRunbooks(same, [first], () => readMarkdownSteps(texts['1.0'] ?? ''))[0]?.steps;
    expect(steps).toMatchObject([{ exercised: { exercise: 'a' } }, { exercised: null }]);
  });
});
