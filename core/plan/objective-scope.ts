import type { Objective, Scenario } from '../scenario/schema.ts';
import type { Plan } from './plan.ts';
import { listPlayed, withoutObjective } from './session-summary.ts';

type Asked = Pick<Plan, 'plan' | 'organisation'>;
export type ObjectiveScope = {
  readonly objective: Objective;
  readonly isInScope: boolean;
  /** Critical tasks that can be seen in this session. */
  readonly tasks: number;
  readonly of: number;
  /** Titles of what is not played because of this objective, or would not be. */
  readonly goesWithIt: readonly string[];
};

/** What each objective keeps at this length, and what leaving it out would take away. */
export function listObjectiveScope(scenario: Scenario, asked: Asked): readonly ObjectiveScope[] {
  const played = new Set(listPlayed(scenario, asked));
  const tasks = new Set(
    scenario.injects
      .filter(({ id }) => played.has(id))
      .flatMap(({ expect, decision }) => [...expect.map(({ id }) => id), ...(decision ? [decision.id] : [])]),
  );
  return scenario.objectives.map((objective) => {
    const wanted = Object.values(objective.critical_tasks);
    return {
      objective,
      isInScope: asked.plan.objectives.includes(objective.id),
      tasks: wanted.filter((task) => tasks.has(task)).length,
      of: wanted.length,
      goesWithIt: listGoing(scenario, asked, objective.id),
    };
  });
}

/** Only musts go with an objective, so the length does not matter here. */
function listGoing(scenario: Scenario, asked: Asked, objective: string): readonly string[] {
  const whole = { ...asked, plan: { ...asked.plan, length_min: Number.MAX_SAFE_INTEGER } };
  const objectives = [...new Set([...asked.plan.objectives, objective])];
  const withIt = listPlayed(scenario, { ...whole, plan: { ...whole.plan, objectives } });
  const without = new Set(listPlayed(scenario, withoutObjective(whole, objective)));
  const gone = new Set(withIt.filter((id) => !without.has(id)));
  return scenario.injects.filter(({ id }) => gone.has(id)).map(({ title }) => title);
}
