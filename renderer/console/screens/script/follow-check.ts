import type { ScriptCheck } from '#contract/programme.ts';
import type { Outcome, Problem } from '#core/outcome.ts';
import type { Scenario } from '#core/scenario/schema.ts';

/** What a window knows of a script while somebody works on its file. */
export type Followed = {
  readonly check: ScriptCheck | null;
  /** As it was last readable here: a slip in the file takes nobody's place on the screen away. */
  readonly scenario: Scenario | null;
  readonly checkedAt: string | null;
  /** When it was last found changed; null while it is as this window first saw it, or when it is another file. */
  readonly changedAt: string | null;
  /** Why it could not be checked the last time. */
  readonly problem: Problem | null;
};

export const notFollowed: Followed = {
  check: null,
  scenario: null,
  checkedAt: null,
  changedAt: null,
  problem: null,
};

type Answer = Outcome<{ readonly checkedAt: string; readonly check: ScriptCheck | null }>;

/** What stays the same stays the same object, so that nothing is drawn anew that has not changed. */
export function follow(before: Followed, answer: Answer): Followed {
  if (!answer.ok)
    return { ...before, problem: isSame(before.problem, answer.problem) ? before.problem : answer.problem };
  const { check, checkedAt } = answer.value;
  if (check === null) return { ...before, checkedAt, problem: null };
  return {
    check,
    scenario: check.scenario ?? before.scenario,
    checkedAt,
    changedAt: before.check?.file === check.file ? checkedAt : null,
    problem: null,
  };
}

function isSame(one: Problem | null, other: Problem): boolean {
  return one?.code === other.code && one.message === other.message;
}
