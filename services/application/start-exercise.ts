import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSetup } from '#core/captures/build-setup.ts';
import { checkPlanValues, findUnknownPlaceholder } from '#core/captures/check-plan.ts';
import { decide } from '#core/exercise/decide.ts';
import type { Setup } from '#core/exercise/setup.ts';
import { initialState } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import type { Plan } from '#core/plan/plan.ts';
import { selectSession } from '#core/scenario/select-session.ts';
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
  const setup = await settle(needs, exercise);
  const wrong = [...checkPlanValues(setup), findUnknownPlaceholder(setup, loaded.scenario)].find(
    (problem) => problem !== undefined,
  );
  if (wrong) return fail(unplayable(wrong.message));
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

/** The plan with what only the moment of the start knows: the name, the session, the earlier exercise's actions. */
async function settle({ workspace, plan, loaded, tell }: Needs, exercise: string): Promise<Setup> {
  const { scenario, sha256 } = loaded;
  const { length_min: lengthMin, objectives, previous } = plan.plan;
  const session = selectSession(scenario, { lengthMin, objectives, profile: plan.organisation.profile });
  const register = previous === undefined ? null : await openActionRegister(workspace, plan.sample, tell);
  return buildSetup(plan, {
    exercise,
    scenario,
    sha256,
    previousActions: register && previous !== undefined ? listActionsOf(register, previous) : [],
    leftOut: session.ok ? [...session.leftOut] : [],
  });
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

function unplayable(message: string) {
  return {
    code: 'unplayable',
    message: `The exercise cannot start as planned: ${message}.`,
    hint: 'Correct the plan.',
  };
}
