import { randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, realpath, unlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { explainFailure, explainNotRead } from './explain-failure.ts';
import { makeFolder } from './files.ts';

export const defaultWorkspace = join(homedir(), 'Muster');

export type Workspace = {
  readonly folder: string;
  readonly exerciseFolder: (exercise: string) => string;
  readonly registerPath: (name: string) => string;
  readonly quarantineFolder: string;
};

export function describeWorkspace(path: string): Workspace {
  const folder = resolve(path);
  return {
    folder,
    exerciseFolder: (exercise) => join(folder, 'exercises', exercise),
    registerPath: (name) => join(folder, 'registers', `${name}.json`),
    quarantineFolder: join(folder, 'quarantine'),
  };
}

/** A name from the command line leads to a folder of this workspace or nowhere. */
export function isExerciseName(name: string): boolean {
  return /^[a-z0-9][a-z0-9._-]*$/i.test(name) && !name.includes('..');
}

export async function makeWorkspace(path: string): Promise<Outcome<Workspace>> {
  const workspace = describeWorkspace(path);
  try {
    await makeFolder(join(workspace.folder, 'exercises'));
    return succeed(workspace);
  } catch (problem) {
    return fail(explainFolder(workspace.folder, 'workspace', problem));
  }
}

/** By writing: permissions do not tell of a disk that is full or read-only. Leaves nothing; for whoever holds the workspace. */
export async function probeWorkspace({ folder }: Workspace): Promise<Outcome<null>> {
  for (const place of [folder, join(folder, 'exercises')]) {
    const path = join(place, `.muster-${randomUUID()}.tmp`);
    try {
      await writeFile(path, 'Can this be written?', { flag: 'wx', mode: 0o600 });
    } catch (problem) {
      return fail(explainFolder(place, 'workspace', problem));
    } finally {
      await unlink(path).catch(() => {}); // not there, where it could not be written
    }
  }
  return succeed(null);
}

/**
 * `<year>-<stem>`, then `-2`, `-3`: the first of which nothing of any kind has the name, in capitals or not. The folder itself is
 * made by whoever holds the workspace.
 */
export async function nameExercise(workspace: Workspace, year: string, stem: string): Promise<string> {
  const taken = new Set((await listEntries(workspace)).map(({ name }) => name.toLowerCase()));
  const base = `${year}-${stem
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;
  for (let number = 1; ; number += 1) {
    const exercise = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(exercise)) return exercise;
  }
}

/** A workspace that is there and can be read, with its exercises, or why not: nobody is told that it is empty when it is not. */
export async function readWorkspace(
  path: string,
): Promise<Outcome<{ readonly workspace: Workspace; readonly exercises: readonly string[] }>> {
  const workspace = describeWorkspace(path);
  try {
    await readdir(workspace.folder);
  } catch (problem) {
    return fail(explainUnread(workspace.folder, problem));
  }
  try {
    return succeed({ workspace, exercises: await listExercises(workspace) });
  } catch (problem) {
    return fail(explainUnread(join(workspace.folder, 'exercises'), problem));
  }
}

function explainUnread(folder: string, problem: unknown) {
  return {
    code: 'workspace_not_readable',
    message: `The workspace cannot be read: ${folder}: ${explainNotRead(problem)}.`,
    hint: 'Name another folder with --workspace DIR.',
  };
}

/** None where the workspace has no folder of exercises yet; throws where it has one that cannot be read. */
export async function listExercises(workspace: Workspace): Promise<readonly string[]> {
  const entries = await listEntries(workspace);
  return entries
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

/** A link counts like the folder it leads to; what leads nowhere is named by whoever reads it. */
async function listEntries({ folder }: Workspace): Promise<readonly Dirent[]> {
  return readdir(join(folder, 'exercises'), { withFileTypes: true }).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return [];
    throw problem;
  });
}

/** Which folder, why, and what to do. */
export function explainFolder(folder: string, what: 'workspace' | 'output folder', problem: unknown) {
  const flag = what === 'workspace' ? '--workspace' : '--out';
  return {
    code: 'folder_not_writable',
    message: `The ${what} ${folder} cannot be used: ${explainFailure(problem)}.`,
    hint: `Nothing was written there. Choose another folder with ${flag} DIR.`,
  };
}

const syncedFolders =
  /^(onedrive|dropbox|icloud ?drive|mobile documents|com~apple~clouddocs|google[ -]?drive|my drive|shared drives|nextcloud|owncloud|pcloud ?drive)| dropbox$/i;

/**
 * Conflict copies damage a journal, and what lies there leaves the laptop. Looked at is where the folder really lies, and where links
 * in it lead: that of the exercises, and of each of them. null for a folder that stays here.
 */
export async function warnAboutSyncedFolder(folder: string): Promise<string | null> {
  const exercises = join(folder, 'exercises');
  const entries = await readdir(exercises, { withFileTypes: true }).catch((): Dirent[] => []);
  const links = entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => join(exercises, name));
  for (const place of [folder, exercises, ...links]) {
    const synced = await findSynced(place);
    if (synced !== null)
      return `${place} lies in ${synced}, which copies it to other machines and may break a running exercise. Choose a folder that stays on this laptop.`;
  }
  return null;
}

async function findSynced(place: string): Promise<string | null> {
  const real = await realpath(place).catch(() => resolve(place));
  return [...resolve(place).split(sep), ...real.split(sep)].find((name) => syncedFolders.test(name)) ?? null;
}
