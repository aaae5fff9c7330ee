import { listWords, plain } from '../report/term-words.ts';
import type { ChangeLine, RunbookLine } from '../runbooks/describe-runbooks.ts';
import { findStep, tellStep } from '../runbooks/step.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Plan } from './plan.ts';
import { listScriptRunbooks } from './script-runbooks.ts';

/** What the register of runbooks has to say to a plan, about one of its runbooks. */
export type RunbookAdvice = {
  readonly version: string;
  readonly approvedOn: string | null;
  /** null where nothing is to be tested again. */
  readonly retest: string | null;
};

export type PlannedRunbook = { readonly id: string; readonly title: string; readonly advice: RunbookAdvice | null };

/**
 * Those the script calls for, those the plan names, and those with a change to test again that closes a gap in a capability this session
 * exercises, whichever script found it.
 */
export function listPlannedRunbooks(
  lines: readonly RunbookLine[],
  scenario: Scenario,
  plan: Plan,
): readonly PlannedRunbook[] {
  const called = listScriptRunbooks(scenario);
  const exercised = new Set(
    scenario.objectives.filter(({ id }) => plan.plan.objectives.includes(id)).map(({ capability }) => capability),
  );
  const isCalled = (id: string) => called.some((book) => book.id === id);
  const named = plan.plan.runbooks.filter(({ id }) => !isCalled(id)).map(({ id, title = '' }) => ({ id, title }));
  const known = [...called, ...named];
  const proposed = lines.filter(
    (line) =>
      !known.some(({ id }) => id === line.id) &&
      listUntested(line).some(({ capability }) => capability !== null && exercised.has(capability)),
  );
  return [...known, ...proposed.map(({ id, title }) => ({ id, title }))].map(({ id, title }) => {
    const line = lines.find((one) => one.id === id);
    return { id, title, advice: adviseRunbook(line, plan, isCalled(id)) };
  });
}

/**
 * Changes that were published and that no exercise has confirmed since: a change is done only then. Source: spec.md C.6. Their
 * actions come into the review with the exercise that agreed them.
 */
function adviseRunbook(line: RunbookLine | undefined, { plan }: Plan, isCalled: boolean): RunbookAdvice | null {
  if (!line?.current) return null;
  const { version, approved_on: approvedOn = null } = line.current;
  const open = listUntested(line);
  if (open.length === 0) return { version, approvedOn, retest: null };
  const steps = listWords([...new Set(open.map(tellChanged))]);
  const others = [...new Map(open.map(({ of }) => [of.exercise, of.title])).entries()];
  const missing = others.filter(([exercise]) => exercise !== plan.previous).map(([, title]) => title);
  const sentences = [
    `Test again: ${steps}, published and not exercised since.`,
    ...(isCalled ? [] : ['No inject of this script calls for it: name it in one, or it is not tested here either.']),
    ...(missing.length === 0
      ? []
      : [`To verify its actions too, choose ${listWords(missing)} under “Actions to test again”.`]),
  ];
  return { version, approvedOn, retest: sentences.join(' ') };
}

function listUntested({ changes, steps, exercised }: RunbookLine): readonly ChangeLine[] {
  return changes.filter((change) => {
    if (change.status !== 'published') return false;
    const step = change.step === undefined ? undefined : findStep(steps, change.step);
    const since = step ? step.exercised : exercised;
    return since === null || since.exercise === change.of.exercise;
  });
}

function tellChanged({ step, capability }: ChangeLine): string {
  const what = step === undefined ? 'the whole' : `step ${tellStep(step)}`;
  return capability === null ? what : `${what} (${plain(capability)})`;
}
