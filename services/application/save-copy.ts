import { access, constants, copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { exerciseMinutesAt } from '#core/exercise/clock.ts';
import { listLog } from '#core/exercise/log.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { describeEvent } from '#core/report/describe-event.ts';
import { isWithin } from '../export/prepare-out.ts';
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
): Promise<Outcome<{ readonly folder: string }>> {
  const { exercise } = live.snapshot();
  if (!isAbsolute(folder)) return fail(notWhole(folder));
  const day = new Date().toISOString().slice(0, 16).replace(':', '');
  const copy = join(resolve(folder), `muster-copy-${exercise}-${day}`);
  try {
    await mkdir(copy, { mode: 0o700 }).catch((problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'EEXIST') throw problem; // one of the same minute: its files are not written over
    });
    const entries = await freeName(copy, 'entries', '.txt');
    await writeNewFile(realDisk, entries, Buffer.from(tellAll(live), 'utf8'));
    await copyFiles(workspace.exerciseFolder(exercise), copy);
    await syncFolder(realDisk, copy);
    return succeed({ folder: copy });
  } catch (problem) {
    const message = `The copy could not be saved in ${folder}: ${explainFailure(problem)}.`;
    return fail({ code: 'copy_not_saved', message, hint: 'Choose another folder, or copy the text to the clipboard.' });
  }
}

function tellAll(live: LiveExercise): string {
  const state = live.state();
  const saved = listLog(state.log).map((event) => {
    const { text, role } = describeEvent(event, state.scenario);
    return `${minuteOf(state, event.m)}  ${event.t}  ${text}${role ? ` (${role})` : ''}`;
  });
  const waiting = live.snapshot().unsaved.map(({ minute, text }) => `T+${minute}  NOT SAVED YET  ${text}`);
  return [`${state.scenario.title}, ${live.snapshot().exercise}`, '', ...saved, ...waiting, ''].join('\n');
}

const minuteOf = (state: ExerciseState, m: number) => `T+${Math.floor(exerciseMinutesAt(state, m))}`;

/** What cannot be read any more is not worth losing the rest. */
async function copyFiles(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((found) => found.isFile() && !found.name.endsWith('.tmp')))
    await copyFile(join(from, entry.name), join(to, entry.name), constants.COPYFILE_EXCL).catch(() => {});
}

async function freeName(folder: string, stem: string, end: string): Promise<string> {
  const taken = new Set(await readdir(folder));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${stem}${end}` : `${stem}-${number}${end}`;
    if (!taken.has(name)) return join(folder, name);
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

const notWhole = (folder: string) => ({
  code: 'copy_not_saved',
  message: `“${folder}” is not the whole path of a folder.`,
  hint: 'Write it from the beginning, such as /home/you/Desktop or C:\\Users\\you\\Desktop.',
});
