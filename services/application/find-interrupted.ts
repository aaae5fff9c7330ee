import { readExercise } from '../exercise/open-exercise.ts';
import { listExercises, type Workspace } from '../saving/workspace.ts';
import { goingOn } from './open-exercises.ts';

/** The exercise that went on when Muster ended; null where none did, or where it is not whole. */
export async function findInterrupted(workspace: Workspace): Promise<string | null> {
  for (const exercise of await listExercises(workspace)) {
    const read = await readExercise(workspace.folder, exercise);
    if (read.ok && read.value.damage.length === 0 && goingOn.has(read.value.state.phase)) return exercise;
  }
  return null;
}
