import type { Before } from '#core/captures/build-setup.ts';
import { summariseMeasures } from '#core/exercise/metrics/summary.ts';
import type { PreviousAction, PreviousMeasures } from '#core/exercise/setup.ts';
import { type ExerciseState, listStandingOf } from '#core/exercise/state.ts';
import { dayOf } from '#core/local-time.ts';
import { isNotRated } from '#core/review/rate-objectives.ts';
import type { Workspace } from '../saving/workspace.ts';
import { readExercise } from './open-exercise.ts';

type Asked = {
  readonly workspace: Workspace;
  /** As the register holds them now. */
  readonly actions: readonly PreviousAction[];
  readonly tell: (notice: string) => void;
};

/** What the record of an exercise keeps of the one before it; without its measures, and said so, where that cannot be read. */
export async function readBefore(exercise: string, { workspace, actions, tell }: Asked): Promise<Before> {
  const read = await readExercise(workspace.folder, exercise);
  if (read.ok) return { actions, measures: measuresOf(exercise, read.value.state) };
  tell(`The measures of ${exercise} will not stand beside those of this exercise. ${read.problem.message}`);
  return { actions, measures: null };
}

/** null for one that has not ended. */
function measuresOf(exercise: string, state: ExerciseState): PreviousMeasures | null {
  const { setup, scenario, phase } = state;
  const started = listStandingOf(state, 'exercise_started')[0];
  if (!setup || !started || (phase !== 'ended' && phase !== 'final')) return null;
  const rated = !isNotRated(state);
  const held_on = dayOf(started.t, setup.organisation.time_zone);
  const { id, title } = scenario;
  return { exercise, scenario: id, title, held_on, rated, figures: rated ? summariseMeasures(state) : {} };
}
