import { listAgreedActions } from '#core/actions/apply-exercise.ts';
import { listGenericFile } from '#core/actions/exports/generic-csv.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { writeExportFile } from './write-action-exports.ts';

/** The actions this exercise agreed, as the generic export of the register has them. What happens to them later is in the register. */
export function writeActionItems(state: ExerciseState): string {
  const { setup } = state;
  const actions = listAgreedActions(setup?.exercise ?? '', state);
  return writeExportFile(listGenericFile(actions, setup?.sample ?? false));
}
