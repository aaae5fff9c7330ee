import { access, constants, mkdir, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { exerciseMinutesAt } from '#core/exercise/clock.ts';
import { listLog } from '#core/exercise/log.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { describeEvent } from '#core/report/describe-event.ts';
import { tellWhole } from '#core/report/tell-whole.ts';
import { findReal, isWithin } from '../export/prepare-out.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import { realDisk, syncFolder, writeNewFile } from '../saving/files.ts';
import type { Workspace } from '../saving/workspace.ts';
import type { LiveExercise } from './live-exercise.ts';

/** Where whoever sits at this computer keeps things, and what is plugged in; only what can be written now. */
export async function listCopyPlaces(workspace: string): Promise<readonly string[]> {
  const home = homedir();
  const places = ['Desktop', 'Documents', 'Downloads'].map((name) => join(home, name));
  const plugged = await Promise.all([`/media/${userName()}`, `/run/media/${userName()}`, '/Volumes'].map(listWithin));
  const found = await Promise.all(
    [...plugged.flat(), ...places, home, tmpdir()].map(async (place) => ((await canWrite(place)) ? [place] : [])),
  );
  return found.flat().filter((place) => !isWithin(place, workspace));
}

/**
 * From memory, so that it does not need the disk that refuses: `entries.txt` with everything captured, saved or not. The files of
 * the exercise come along as far as they can still be read.
 */
export async function saveCopy(
  workspace: Workspace,
  live: LiveExercise,
  folder: string,
): Promise<Outcome<{ readonly folder: string; readonly unread: readonly string[] }>> {
  const { exercise } = live.snapshot();
  if (!isAbsolute(folder)) return fail(notWhole(folder));
  if (isWithin(await findReal(resolve(folder)), await findReal(workspace.folder))) return fail(inWorkspace(folder));
  try {
    const copy = await makeFreeFolder(resolve(folder), `muster-copy-${exercise}-${minuteName()}`);
    await putFile(join(copy, 'entries.txt'), Buffer.from(tellAll(live), 'utf8'));
    const from = workspace.exerciseFolder(exercise);
    const unread = [...(await copyFiles(from, copy)), ...(await copySetAside(from, copy))];
    await syncFolder(realDisk, copy);
    return succeed({ folder: copy, unread });
  } catch (problem) {
    const message = `The copy could not be saved whole in ${folder}: ${explainFailure(problem)}.`;
    return fail({ code: 'copy_not_saved', message, hint: 'Choose another folder, or copy the text to the clipboard.' });
  }
}

function tellAll(live: LiveExercise): string {
  const state = live.state();
  const saved = listLog(state.log).map((event) => {
    const { text } = describeEvent(event, state.scenario);
    const whole = event.type === 'exercise_started' ? text : tellWhole(text, event.data);
    return `${minuteOf(state, event.m)}  ${event.t}  ${whole}`;
  });
  const waiting = live.snapshot().unsaved.map(({ minute, whole }) => `T+${minute}  NOT SAVED YET  ${whole}`);
  return [`${state.scenario.title}, ${live.snapshot().exercise}`, '', ...saved, ...waiting, ''].join('\n');
}

const minuteOf = (state: ExerciseState, m: number) => `T+${Math.floor(exerciseMinutesAt(state, m))}`;

/** What cannot be read any more is not worth losing the rest, and is named; what cannot be written is no copy. */
async function copyFiles(from: string, to: string): Promise<readonly string[]> {
  const entries = await readdir(from, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [basename(from)];
  const unread: string[] = [];
  for (const { name } of entries.filter((found) => found.isFile() && !found.name.endsWith('.tmp'))) {
    const bytes = await readFile(join(from, name)).catch(() => null);
    if (bytes === null) unread.push(name);
    else await putFile(join(to, name), bytes);
  }
  return unread;
}

/** What was set aside of it, too: it may hold what is nowhere else. */
async function copySetAside(from: string, copy: string): Promise<readonly string[]> {
  const [source, target] = [join(from, 'quarantine'), join(copy, 'quarantine')];
  const isThere = await stat(source).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isThere) return [];
  await mkdir(target, { mode: 0o700 });
  return copyFiles(source, target);
}

/** On the disk, or not there. */
async function putFile(path: string, bytes: Buffer): Promise<void> {
  await writeNewFile(realDisk, path, bytes).catch(async (problem: unknown) => {
    await unlink(path).catch(() => {}); // not there at all, where it could not be begun
    throw problem;
  });
}

const minuteName = () => new Date().toISOString().slice(0, 16).replace(':', '');

/** One of the same minute is not written into. */
async function makeFreeFolder(within: string, stem: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = join(within, number === 1 ? stem : `${stem}-${number}`);
    const isMade = await mkdir(folder, { mode: 0o700 }).then(
      () => true,
      (problem: NodeJS.ErrnoException) => {
        if (problem.code !== 'EEXIST') throw problem;
        return false;
      },
    );
    if (isMade) return folder;
  }
}

async function listWithin(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).map((name) => join(folder, name));
}

async function canWrite(place: string): Promise<boolean> {
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return false;
  return access(place, constants.W_OK).then(
    () => true,
    () => false,
  );
}

const userName = () => process.env.USER ?? process.env.USERNAME ?? 'root';

const inWorkspace = (folder: string) => ({
  code: 'copy_not_saved',
  message: `${folder} lies in the workspace itself, where a copy is none.`,
  hint: 'Choose a folder of another place, such as your desktop or a stick.',
});

const notWhole = (folder: string) => ({
  code: 'copy_not_saved',
  message: `“${folder}” is not the whole path of a folder.`,
  hint: 'Write it from the beginning, such as /home/you/Desktop or C:\\Users\\you\\Desktop.',
});
