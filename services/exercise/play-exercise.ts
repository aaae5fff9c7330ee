import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { initialState } from '#core/exercise/state.ts';
import { fail, type Outcome } from '#core/outcome.ts';
import { prepareOut } from '../export/prepare-out.ts';
import { writeDocuments } from '../export/write-documents.ts';
import { registerExercise } from '../registers/register-exercise.ts';
import { realDisk, writeNewFile } from '../saving/files.ts';
import { openJournal } from '../saving/journal.ts';
import {
  describeWorkspace,
  explainFolder,
  makeWorkspace,
  type Workspace,
  warnAboutSyncedFolder,
} from '../saving/workspace.ts';
import { lockWorkspace } from '../saving/workspace-lock.ts';
import { openSession } from './exercise-session.ts';
import {
  type Asked,
  type Material,
  type PlayProblems,
  type Rehearsal,
  readMaterial,
  rehearse,
} from './rehearse-play.ts';

export type Played = {
  readonly exercise: string;
  readonly workspace: string;
  readonly out: string;
  readonly events: number;
  readonly head: string;
  readonly files: readonly string[];
};

/**
 * Runs a whole exercise without a screen: validated in memory to the last entry before the first byte is written,
 * and once more when the workspace is ours alone.
 */
export async function playExercise(asked: Asked): Promise<Played | PlayProblems> {
  const material = await readMaterial(asked);
  if ('problems' in material) return material;
  const workspace = describeWorkspace(asked.workspace);
  try {
    const isThere = statSync(workspace.folder, { throwIfNoEntry: false })?.isDirectory() === true;
    const first = await rehearse(asked, material, isThere ? workspace : null);
    if ('problems' in first) return first;
    const outProblem = await prepareOut(asked.out, asked.workspace);
    return outProblem === null ? await playInWorkspace(asked, material) : { problems: [outProblem] };
  } catch (problem) {
    return tell(fail(explainFolder(workspace.folder, 'workspace', problem)));
  }
}

async function playInWorkspace(asked: Asked, material: Material): Promise<Played | PlayProblems> {
  const made = await makeWorkspace(asked.workspace);
  if (!made.ok) return tell(made);
  const synced = warnAboutSyncedFolder(made.value.folder);
  if (synced !== null) asked.tell(synced);
  if (asked.isHeld) return playHeld(asked, material, made.value);
  const lock = await lockWorkspace(made.value.folder, 'play');
  if (!lock.ok) return tell(lock);
  try {
    return await playHeld(asked, material, made.value);
  } finally {
    await lock.value.release();
  }
}

async function playHeld(asked: Asked, material: Material, workspace: Workspace): Promise<Played | PlayProblems> {
  const rehearsal = await rehearse(asked, material, workspace);
  return 'problems' in rehearsal ? rehearsal : perform(asked, material, workspace, rehearsal);
}

/** The same commands again, each decided, saved and only then told. */
async function perform(
  asked: Asked,
  { loaded, scenario }: Material,
  workspace: Workspace,
  rehearsal: Rehearsal,
): Promise<Played | PlayProblems> {
  const { exercise, play, register, ids } = rehearsal;
  const folder = workspace.exerciseFolder(exercise);
  await mkdir(folder, { mode: 0o700 });
  await writeNewFile(realDisk, join(folder, 'script.yaml'), loaded.bytes); // before the journal that names its hash
  const { journal } = await openJournal({ folder, exercise, scriptSha256: loaded.sha256, tell: asked.tell });
  const session = openSession({
    state: initialState(scenario),
    journal,
    run: randomUUID().slice(0, 8),
    tell: () => {},
  });
  try {
    for (const { command, t, m } of play.steps) {
      const answer = await session.give(command, { t, m });
      if (!answer.ok) return tell(answer);
    }
  } finally {
    await journal.close();
  }
  await registerExercise(register, exercise, session.state(), ids);
  const files = await writeDocuments({ state: session.state(), head: journal.head(), out: asked.out });
  if (!files.ok) return tell(files);
  return {
    exercise,
    workspace: workspace.folder,
    out: resolve(asked.out),
    events: session.state().position,
    head: journal.head(),
    files: files.value,
  };
}

function tell(outcome: Outcome<unknown>): PlayProblems {
  return { problems: outcome.ok ? [] : [`${outcome.problem.message} ${outcome.problem.hint}`] };
}
