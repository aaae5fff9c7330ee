import type { Setup } from '../exercise/setup.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import type { Scenario } from '../scenario/schema.ts';
import { selectSession } from '../scenario/select-session.ts';
import { type Before, buildSetup } from './build-setup.ts';
import { checkPlanValues, findUnknownPlaceholder } from './check-plan.ts';
import type { CapturesHeader } from './parse-captures.ts';

export type Planned = Pick<CapturesHeader, 'sample' | 'organisation' | 'placeholders' | 'plan' | 'participants'>;

type Needs = {
  readonly exercise: string;
  readonly plan: Planned;
  readonly loaded: { readonly scenario: Scenario; readonly sha256: string };
  /** Of `plan.previous`, as it stands now. */
  readonly before: Before;
};

/** The plan with what only the moment of the start knows: the name, the session, the earlier exercise's actions. */
export function settlePlan({ exercise, plan, loaded, before }: Needs): Outcome<Setup> {
  const { scenario, sha256 } = loaded;
  const { length_min: lengthMin, objectives = scenario.objectives.map(({ id }) => id) } = plan.plan;
  const session = selectSession(scenario, { lengthMin, objectives, profile: plan.organisation?.profile });
  const leftOut = session.ok ? [...session.leftOut] : [];
  const setup = buildSetup(plan, { exercise, scenario, sha256, before, leftOut });
  const wrong = [...checkPlanValues(setup), findUnknownPlaceholder(setup, scenario)].find(
    (problem) => problem !== undefined,
  );
  return wrong ? fail(unplayable(wrong.message)) : succeed(setup);
}

function unplayable(message: string) {
  return {
    code: 'unplayable',
    message: `The exercise cannot start as planned: ${message}.`,
    hint: 'Correct the plan.',
  };
}
