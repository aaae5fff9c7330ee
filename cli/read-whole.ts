import type { Outcome } from '#core/outcome.ts';
import { fail } from '#core/outcome.ts';
import { type ReadExercise, readExercise } from '#services/exercise/open-exercise.ts';

/** An exercise to write documents of: nothing is written of one that is damaged. */
export async function readWhole(workspace: string, exercise: string): Promise<Outcome<ReadExercise>> {
  const read = await readExercise(workspace, exercise);
  if (!read.ok) return read;
  const [first] = read.value.damage;
  if (!first) return read;
  return fail({
    code: 'damaged',
    message: `The journal of ${exercise} is damaged at ${first.file}, line ${first.line} (${first.kind}).`,
    hint: `Nothing was written; see muster verify ${exercise}.`,
  });
}
