import { randomUUID } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Before, nothingBefore } from '#core/captures/build-setup.ts';
import { settlePlan } from '#core/captures/settle-plan.ts';
import { decide } from '#core/exercise/decide.ts';
import type { Setup } from '#core/exercise/setup.ts';
import { initialState } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import type { Plan } from '#core/plan/plan.ts';
import { dayOfStart } from '#core/plan/start-moment.ts';
import { openSession } from '../exercise/exercise-session.ts';
import { keepAttachments } from '../exercise/keep-attachments.ts';
import { readBefore } from '../exercise/read-before.ts';
import { makeStaging } from '../exercise/staging.ts';
import { removeFolder } from '../exercise/take-back.ts';
import { listActionsOf, openActionRegister } from '../registers/action-register.ts';
import { realDisk, syncFolder, writeNewFile } from '../saving/files.ts';
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

/**
 * Makes the exercise on the disk with its first event, or leaves nothing behind. Gives its name. One that is half begun is none:
 * under a name no list shows, until it is whole.
 */
export async function startExercise(needs: Needs): Promise<Outcome<string>> {
  const { workspace, loaded, clock } = needs;
  const now = new Date(clock.wallMs()).toISOString();
  const exercise = await nameExercise(workspace, now.slice(0, 4), loaded.stem);
  const before = await readWhatWas(needs);
  const settled = settlePlan({ exercise, plan: needs.plan, loaded, before });
  if (!settled.ok) return settled;
  const plannedFor = dayOfStart(needs.plan.starts_at);
  const setup = { ...settled.value, ...(plannedFor !== null && { planned_for: plannedFor }) };
  const decided = decide(initialState(loaded.scenario), { type: 'start_exercise', setup });
  if (!decided.ok) return decided;
  let staging: string | null = null;
  try {
    staging = await makeStaging(realDisk, workspace, exercise);
    const begun = await begin(needs, { exercise, folder: staging, setup, t: now });
    if (begun.ok) await putInPlace(staging, workspace.exerciseFolder(exercise));
    return begun;
  } catch (problem) {
    if (staging !== null) await removeFolder(realDisk, staging).catch(() => {}); // nothing was begun that could be kept
    return fail(explainFolder(workspace.exerciseFolder(exercise), 'workspace', problem));
  }
}

/** What stands there is somebody's, and stays: an empty folder too. */
async function putInPlace(staging: string, folder: string): Promise<void> {
  const isTaken = await lstat(folder).then(
    () => true,
    () => false,
  );
  if (isTaken) throw Object.assign(new Error(`${folder} is taken`), { code: 'EEXIST' });
  await realDisk.rename(staging, folder);
  await syncFolder(realDisk, dirname(folder));
}

/** Of the exercise that the plan names as the one before, as it stands now. */
async function readWhatWas({ workspace, plan, tell }: Needs): Promise<Before> {
  const { previous } = plan.plan;
  if (previous === undefined) return nothingBefore;
  const actions = listActionsOf(await openActionRegister(workspace, plan.sample, tell), previous);
  return readBefore(previous, { workspace, actions, tell });
}

type Begun = { readonly exercise: string; readonly folder: string; readonly setup: Setup; readonly t: string };

async function begin({ loaded, tell }: Needs, { exercise, folder, setup, t }: Begun): Promise<Outcome<string>> {
  await writeNewFile(realDisk, join(folder, 'script.yaml'), loaded.bytes); // before the journal that names its hash
  const { scenario, file: scriptFile } = loaded;
  const kept = await keepAttachments({ scenario, scriptFile, folder, disk: realDisk });
  if (!kept.ok) {
    await removeFolder(realDisk, folder);
    return kept;
  }
  const { journal } = await openJournal({ folder, exercise, scriptSha256: loaded.sha256, tell });
  const run = randomUUID().slice(0, 8);
  const session = openSession({ state: initialState(scenario), journal, run, tell: () => {} });
  const answer = await session.give({ type: 'start_exercise', setup }, { t, m: 0 });
  await journal.close();
  if (answer.ok) return succeed(exercise);
  await removeFolder(realDisk, folder);
  return answer;
}
