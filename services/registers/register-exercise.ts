import { applyExercise } from '#core/actions/apply-exercise.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import type { ActionRegister, reserveIds } from './action-register.ts';

/** Carries what an exercise agreed and reported into the register. Repeatable; `isNews` as `applyExercise` has it. */
export async function registerExercise(
  register: ActionRegister,
  exercise: string,
  state: ExerciseState,
  ids: ReturnType<typeof reserveIds>,
  isNews = false,
): Promise<void> {
  await register.change((draft) => {
    ids.keep(draft);
    draft.actions = applyExercise(draft.actions, exercise, state, isNews);
  });
}
