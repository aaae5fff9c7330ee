import { type ExerciseState, isReleased, listStandingOf } from '../exercise/state.ts';
import { dayOf } from '../local-time.ts';
import type { Capability } from '../scenario/vocabulary.ts';
import type { Exercised } from './describe-runbooks.ts';

/** null for an exercise that has not started. */
export function readExercised(exercise: string, state: ExerciseState): Exercised | null {
  const { setup, scenario } = state;
  const started = listStandingOf(state, 'exercise_started')[0];
  if (!setup || !started) return null;
  const played = scenario.injects.filter(({ id }) => isReleased(state, id));
  return {
    exercise,
    title: scenario.title,
    heldOn: dayOf(started.t, setup.organisation.time_zone),
    startedAt: started.t,
    called: [...new Set(played.flatMap(({ runbook }) => runbook))],
    tested: setup.plan.runbooks,
    changes: listStandingOf(state, 'runbook_change_proposed').map(({ data }) => ({
      ...data,
      capability: findCapability(state, data.gap),
    })),
  };
}

/** The gap's own, else that of its objective. */
function findCapability(state: ExerciseState, gap: string | undefined): Capability | null {
  const found = listStandingOf(state, 'gap_recorded').find(({ data }) => data.gap === gap)?.data;
  if (gap === undefined || !found) return null;
  const objective = state.scenario.objectives.find(({ id }) => id === found.objective);
  return found.capability ?? objective?.capability ?? null;
}
