import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { explainFailure } from '../saving/explain-failure.ts';
import { type Disk, syncFolder } from '../saving/files.ts';
import { Refused } from './refused.ts';

/** `name` where a file was named: it is then that one or none. */
export type Place = { readonly folder: string; readonly name: string | null };

/** A name ending in .zip is a file, unless a folder of that name is there. */
export async function findPlace(out: string): Promise<Place> {
  const path = resolve(out);
  const isFolder = !/\.zip$/i.test(path) || ((await stat(path).catch(() => null))?.isDirectory() ?? false);
  return isFolder ? { folder: path, name: null } : { folder: dirname(path), name: basename(path) };
}

export function temporaryName(): string {
  return `.muster-backup-${randomUUID()}.tmp`;
}

/** Puts a finished file under its name, or under the first free one of its day. Nothing that is there is replaced. */
export async function putInPlace(disk: Disk, temporary: string, { folder, name }: Place, day: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, name ?? `muster-backup-${day}${number === 1 ? '' : `-${number}`}.zip`);
    if (!(await reserve(disk, path))) {
      if (name !== null) throw alreadyThere(path);
      continue;
    }
    try {
      await disk.rename(temporary, path);
      await syncFolder(disk, folder);
      return path;
    } catch (problem) {
      await disk.unlink(path).catch(() => {}); // ours, and nobody was told of it
      throw problem;
    }
  }
}

async function reserve(disk: Disk, path: string): Promise<boolean> {
  try {
    await (await disk.open(path, 'wx', 0o600)).close();
    return true;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'EEXIST') return false;
    throw problem;
  }
}

export function alreadyThere(path: string): Refused {
  return new Refused(
    'already_there',
    `${path} is there already.`,
    'It was left as it is. Name another file, or a folder.',
  );
}

export function notWritten(path: string, problem: unknown): Refused {
  return new Refused(
    'not_written',
    `The backup could not be written into ${path}: ${explainFailure(problem)}.`,
    'Nothing was left there. Choose another folder.',
  );
}

export const isTemporaryName = (name: string): boolean => /^\.muster-backup-.*\.tmp$/.test(name);
