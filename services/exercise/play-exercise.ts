import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ExerciseState, initialState } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { prepareOut } from '../export/prepare-out.ts';
import { prepareDocuments } from '../export/write-documents.ts';
import { openActionRegister } from '../registers/action-register.ts';
import { registerExercise } from '../registers/register-exercise.ts';
import { loadOriginals } from '../runbooks/load-originals.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import { realDisk, syncFolder, writeNewFile } from '../saving/files.ts';
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
import { keepAttachments } from './keep-attachments.ts';
import {
  type Asked,
  type Material,
  type PlayProblems,
  type Rehearsal,
  readMaterial,
  rehearse,
} from './rehearse-play.ts';
import { makeStaging } from './staging.ts';
import { takeBack } from './take-back.ts';

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
  const synced = await warnAboutSyncedFolder(made.value.folder);
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

/** The play on the disk, whole, or taken back. */
async function perform(
  asked: Asked,
  material: Material,
  workspace: Workspace,
  rehearsal: Rehearsal,
): Promise<Played | PlayProblems> {
  const { exercise, register, ids } = rehearsal;
  const { disk = realDisk } = asked;
  const before = structuredClone(register.get());
  const staging = await makeStaging(disk, workspace, exercise);
  let folder = staging;
  const put = async () => {
    await disk.rename(staging, workspace.exerciseFolder(exercise));
    folder = workspace.exerciseFolder(exercise);
    await syncFolder(disk, join(folder, '..'));
  };
  const saved = await save(asked, material, { folder, put }, rehearsal).catch((problem: unknown) =>
    fail({ code: 'not_saved', message: `Not saved. ${explain(problem)}`, hint: '' }),
  );
  if (saved.ok) return { exercise, workspace: workspace.folder, out: resolve(asked.out), ...saved.value };
  const openRegister = () => openActionRegister(workspace, material.file.sample, asked.tell, disk);
  const standing = await takeBack({ folder, disk, before, ids, openRegister });
  const { code, message, hint } = saved.problem;
  return { problems: [[message, code === 'not_saved' ? '' : hint, standing].filter((text) => text !== '').join(' ')] };
}

/** An exercise that is half played is none: under a name no list shows, until it is whole. */
type Staging = { readonly folder: string; readonly put: () => Promise<void> };

/** Journal, documents beside their places, register, documents into their places: what may fail comes first. */
async function save(
  asked: Asked,
  material: Material,
  { folder, put }: Staging,
  { exercise, play, register, ids }: Rehearsal,
): Promise<Outcome<Pick<Played, 'events' | 'head' | 'files'>>> {
  const { disk = realDisk, out } = asked;
  const journaled = await writeJournal(asked, material, folder, exercise, play);
  if (!journaled.ok) return journaled;
  const { state, head } = journaled.value;
  const { originals } = await loadOriginals(describeWorkspace(asked.workspace), state);
  const documents = await prepareDocuments({ state, head, out, originals, disk });
  if (!documents.ok) return documents;
  try {
    await put();
    await registerExercise(register, exercise, state, ids);
  } catch (problem) {
    await documents.value.discard();
    throw problem;
  }
  const files = await documents.value.put();
  return files.ok ? succeed({ events: state.position, head, files: files.value }) : files;
}

/** The same commands again, each decided, saved and only then told. */
async function writeJournal(
  { disk = realDisk, tell: tellUser }: Asked,
  { loaded, scenario }: Material,
  folder: string,
  exercise: string,
  play: Rehearsal['play'],
): Promise<Outcome<{ readonly state: ExerciseState; readonly head: string }>> {
  await writeNewFile(disk, join(folder, 'script.yaml'), loaded.bytes); // before the journal that names its hash
  const kept = await keepAttachments({ scenario, scriptFile: loaded.file, folder, disk });
  if (!kept.ok) return kept;
  const { journal } = await openJournal({ folder, exercise, scriptSha256: loaded.sha256, disk, tell: tellUser });
  const run = randomUUID().slice(0, 8);
  const session = openSession({ state: initialState(scenario), journal, run, tell: () => {} });
  try {
    for (const { command, t, m } of play.steps) {
      const answer = await session.give(command, { t, m });
      if (!answer.ok) return answer;
    }
  } finally {
    await journal.close();
  }
  return succeed({ state: session.state(), head: journal.head() });
}

function explain(problem: unknown): string {
  const hasCode = problem instanceof Error && 'code' in problem;
  if (problem instanceof Error && !hasCode) return problem.message;
  return `The workspace cannot be written: ${explainFailure(problem)}.`;
}

function tell(outcome: Outcome<unknown>): PlayProblems {
  return { problems: outcome.ok ? [] : [`${outcome.problem.message} ${outcome.problem.hint}`] };
}
