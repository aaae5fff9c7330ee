import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { settlePlan } from '#core/captures/settle-plan.ts';
import { decide } from '#core/exercise/decide.ts';
import type { Setup } from '#core/exercise/setup.ts';
import { initialState } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import type { Plan } from '#core/plan/plan.ts';
import { openSession } from '../exercise/exercise-session.ts';
import { removeFolder } from '../exercise/take-back.ts';
import { listActionsOf, openActionRegister } from '../registers/action-register.ts';
import { realDisk, writeNewFile } from '../saving/files.ts';
import { openJournal } from '../saving/journal.ts';
import { explainFolder, nameExercise, type Workspace } from '../saving/workspace.ts';
import type { LibraryScript } from './library.ts';
import type { Clock } from './shell.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly plan: Plan;
  readonly loaded: LibraryScript;
  readonly clock: Clock;
  readonly tell: (notice: string) => void;
};

/** Makes the exercise on the disk with its first event, or leaves nothing behind. Gives its name. */
export async function startExercise(needs: Needs): Promise<Outcome<string>> {
  const { workspace, loaded, clock } = needs;
  const now = new Date(clock.wallMs()).toISOString();
  const exercise = await nameExercise(workspace, now.slice(0, 4), loaded.stem);
  const previousActions = await listPreviousActions(needs);
  const settled = settlePlan({ exercise, plan: needs.plan, loaded, previousActions });
  if (!settled.ok) return settled;
  const setup = settled.value;
  const decided = decide(initialState(loaded.scenario), { type: 'start_exercise', setup });
  if (!decided.ok) return decided;
  const folder = workspace.exerciseFolder(exercise);
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (problem) {
    return fail(explainFolder(folder, 'workspace', problem)); // what stands there is somebody's, and stays
  }
  try {
    return await begin(needs, exercise, setup, now);
  } catch (problem) {
    await removeFolder(realDisk, folder).catch(() => {}); // nothing was begun that could be kept
    return fail(explainFolder(folder, 'workspace', problem));
  }
}

/** Those of the exercise that the plan names as the one before, as they stand now. */
export async function listPreviousActions({ workspace, plan, tell }: Pick<Needs, 'workspace' | 'plan' | 'tell'>) {
  const { previous } = plan.plan;
  if (previous === undefined) return [];
  return listActionsOf(await openActionRegister(workspace, plan.sample, tell), previous);
}

async function begin(
  { workspace, loaded, tell }: Needs,
  exercise: string,
  setup: Setup,
  t: string,
): Promise<Outcome<string>> {
  const folder = workspace.exerciseFolder(exercise);
  await writeNewFile(realDisk, join(folder, 'script.yaml'), loaded.bytes); // before the journal that names its hash
  const { journal } = await openJournal({ folder, exercise, scriptSha256: loaded.sha256, tell });
  const run = randomUUID().slice(0, 8);
  const session = openSession({ state: initialState(loaded.scenario), journal, run, tell: () => {} });
  const answer = await session.give({ type: 'start_exercise', setup }, { t, m: 0 });
  await journal.close();
  if (answer.ok) return succeed(exercise);
  await removeFolder(realDisk, folder);
  return answer;
}
