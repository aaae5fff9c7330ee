import { resolveScenario } from '../../scenario/placeholders.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { selectSession } from '../../scenario/select-session.ts';
import type { Setup } from '../setup.ts';

/** Why an exercise cannot be played as planned: placeholders, storyline date, objectives or length; null if it can. */
export function findPlanProblem(scenario: Scenario, setup: Setup): string | null {
  const { plan, organisation } = setup;
  const unknown = plan.objectives.find((objective) => !scenario.objectives.some(({ id }) => id === objective));
  if (unknown !== undefined) return `objectives: the script has no objective ${unknown}`;
  const resolved = resolveScenario(scenario, setup);
  if (!resolved.ok)
    return resolved.problems.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; ');
  const session = selectSession(scenario, {
    lengthMin: plan.length_min,
    objectives: plan.objectives,
    profile: organisation.profile,
  });
  if (session.ok) return null;
  const offer = plan.objectives.length > 1 ? offerToDrop(session.droppable) : '';
  return `length_min ${plan.length_min} is too short: the musts need ${session.minimumMinutes} minutes${offer}`;
}

/** The last objective cannot be dropped, so this is asked only where there are several. */
function offerToDrop(objectives: readonly string[]): string {
  if (objectives.length === 0) return '';
  const which = objectives.length === 1 ? 'the objective' : 'one of the objectives';
  return `; or drop ${which} ${objectives.join(', ')}`;
}
