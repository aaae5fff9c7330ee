import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
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

/** `<year>-<stem>`, then `-2`, `-3`: the first that is free. The folder itself is made by whoever holds the workspace. */
export function nameExercise(taken: readonly string[], year: string, stem: string): string {
  const base = `${year}-${stem
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;
  for (let number = 1; ; number += 1) {
    const exercise = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(exercise)) return exercise;
  }
}

export async function listExercises(workspace: Workspace): Promise<readonly string[]> {
  const entries = await readdir(join(workspace.folder, 'exercises'), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written by you',
  EPERM: 'it may not be written by you',
  EROFS: 'its disk is read-only',
  ENOSPC: 'its disk is full',
  EDQUOT: 'its disk quota is used up',
  ENOTDIR: 'part of the path is a file, not a folder',
  EEXIST: 'there is a file of that name',
  ENOENT: 'part of the path does not exist',
};

/** Which folder, why, and what to do. */
export function explainFolder(folder: string, what: 'workspace' | 'output folder', problem: unknown) {
  const code = codeOf(problem);
  const reason = reasons[code] ?? (problem instanceof Error ? problem.message : String(problem));
  const flag = what === 'workspace' ? '--workspace' : '--out';
  return {
    code: 'folder_not_writable',
    message: `The ${what} ${folder} cannot be used: ${reason}${code ? ` (${code})` : ''}.`,
    hint: `Nothing was written there. Choose another folder with ${flag} DIR.`,
  };
}

function codeOf(problem: unknown): string {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : '';
}
