import { listWords } from '../report/term-words.ts';
import type { RunbookLine } from '../runbooks/describe-runbooks.ts';
import { findStep, tellStep } from '../runbooks/step.ts';
import type { Plan } from './plan.ts';

/** What the register of runbooks has to say to a plan, about one of its runbooks. */
export type RunbookAdvice = {
  readonly version: string;
  readonly approvedOn: string | null;
  /** null where nothing is to be tested again. */
  readonly retest: string | null;
};

/**
 * Changes that were published and that no exercise has confirmed since: a change is done only then. Source: spec.md C.6. Their
 * actions come into the review with the exercise that agreed them.
 */
export function adviseRunbook(line: RunbookLine | undefined, { plan }: Plan): RunbookAdvice | null {
  if (!line?.current) return null;
  const { version, approved_on: approvedOn = null } = line.current;
  const open = line.changes.filter((change) => {
    if (change.status !== 'published') return false;
    const step =
      change.step === undefined ? undefined : line.steps.find((one) => one === findStep(line.steps, change.step ?? ''));
    const since = step ? step.exercised : line.exercised;
    return since === null || since.exercise === change.of.exercise;
  });
  if (open.length === 0) return { version, approvedOn, retest: null };
  const steps = listWords([
    ...new Set(open.map(({ step }) => (step === undefined ? 'the whole' : `step ${tellStep(step)}`))),
  ]);
  const others = [...new Map(open.map(({ of }) => [of.exercise, of.title])).entries()];
  const missing = others.filter(([exercise]) => exercise !== plan.previous).map(([, title]) => title);
  const where =
    missing.length === 0
      ? ''
      : ` To verify its actions too, choose ${listWords(missing)} under “Actions to test again”.`;
  return { version, approvedOn, retest: `Test again: ${steps}, published and not exercised since.${where}` };
}
