import { replayInSteps } from '#core/exercise/evolve.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { scenarioSchema } from '#core/scenario/schema.ts';
import { type Damage, formatDamage } from '../saving/damage.ts';
import { examineJournal } from '../saving/examine-journal.ts';
import type { ReadJournal } from '../saving/read-journal.ts';
import { isExerciseName, readWorkspace } from '../saving/workspace.ts';
import { readYaml } from '../scenario/read-yaml.ts';
import { inTurns } from '../turns.ts';

export type ReadExercise = {
  readonly exercise: string;
  readonly folder: string;
  readonly state: ExerciseState;
  readonly head: string;
  readonly journal: ReadJournal;
  /** Of the script as it lies there now. */
  readonly scriptSha256: string;
  /** Not empty: what is in `state` is what verifies, up to the first damage. */
  readonly damage: readonly Damage[];
  /** What else the user should know; it takes nothing from the journal. */
  readonly notices: readonly string[];
};

/** Reads an exercise from its own folder, with the script as played; writes nothing and depends on no library copy. */
export async function readExercise(workspacePath: string, exercise: string): Promise<Outcome<ReadExercise>> {
  const found = await findExercise(workspacePath, exercise);
  if (!found.ok) return found;
  const folder = found.value;
  const { journal, script, scriptSha256, damage, ofAnchor } = await examineJournal(folder);
  if (!script) return fail(broken(folder, 'script.yaml, the script as played, is missing or cannot be read'));
  const isChanged = damage.some(({ kind }) => kind === 'script_changed');
  const parsed = scenarioSchema.safeParse(readYaml(script).value);
  const changed = 'script.yaml was changed after the exercise began, and what it says now does not fit';
  if (!parsed.success) return fail(broken(folder, isChanged ? changed : 'script.yaml cannot be read'));
  const state = await inTurns(replayInSteps(parsed.data, journal.events)).catch(() => null);
  if (state === null) return fail(broken(folder, changed));
  const notices = ofAnchor.map(
    (mark) => `${formatDamage(exercise, mark)}. Whether whole last lines of the journal are gone may not be seen.`,
  );
  return succeed({ exercise, folder, state, head: journal.head, journal, scriptSha256, damage, notices });
}

/** The exercise's folder, or which exercises there are instead. */
export async function findExercise(workspacePath: string, exercise: string): Promise<Outcome<string>> {
  const read = await readWorkspace(workspacePath);
  if (!read.ok) return read;
  const { workspace, exercises: others } = read.value;
  if (isExerciseName(exercise) && others.includes(exercise)) return succeed(workspace.exerciseFolder(exercise));
  const hint = others.length > 0 ? `There are: ${others.join(', ')}.` : 'There are none yet; `muster play` makes one.';
  return fail({
    code: 'unknown_exercise',
    message: `The workspace ${workspace.folder} has no exercise ${exercise}.`,
    hint,
  });
}

function broken(folder: string, what: string) {
  return {
    code: 'unreadable_exercise',
    message: `The exercise in ${folder} cannot be opened: ${what}.`,
    hint: 'Nothing was changed. Restore the folder from a backup.',
  };
}
