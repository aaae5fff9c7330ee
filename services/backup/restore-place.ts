import { randomUUID } from 'node:crypto';
import { readdir, rmdir, statfs } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { findReal } from '../export/prepare-out.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import { type Disk, syncFolder } from '../saving/files.ts';
import { Refused } from './refused.ts';

/** Where a workspace is restored to: `building` is filled, then becomes `folder` in one step. */
export type RestorePlace = { readonly folder: string; readonly above: string; readonly building: string };

const mark = '.restoring-';

/** Refuses every folder that holds anything. Links are followed first, so that what is replaced is the folder itself. */
export async function findRestorePlace(named: string): Promise<RestorePlace> {
  const folder = await findReal(resolve(named));
  const there = await readdir(folder).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return [];
    throw notRestored(folder, problem);
  });
  if (there.length > 0) throw notEmpty(folder);
  const above = dirname(folder);
  return { folder, above, building: join(above, `.${basename(folder)}${mark}${randomUUID()}`) };
}

/** What a restore that was killed has left beside its folder. It is never taken for a workspace, and deleted by its owner. */
export async function findLeftovers({ folder, above, building }: RestorePlace): Promise<readonly string[]> {
  const names = await readdir(above).catch((): string[] => []);
  return names
    .filter((name) => name.startsWith(`.${basename(folder)}${mark}`) && name !== basename(building))
    .map((name) => `${join(above, name)} was left by a restore that was cut short. You can delete it.`);
}

export async function needSpace({ folder, above }: RestorePlace, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(above);
  if (bytes > bavail * bsize) throw notRestored(folder, new Error('there is not enough space on its disk'));
}

/** One rename: whoever looks sees no workspace or the whole one. The system itself refuses where the folder is not empty any more. */
export async function takePlace(disk: Disk, { folder, above, building }: RestorePlace): Promise<void> {
  if (process.platform === 'win32') await rmdir(folder).catch(() => {}); // Windows renames over nothing, and this removes an empty folder only
  try {
    await disk.rename(building, folder);
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : '';
    throw code === 'ENOTEMPTY' || code === 'EEXIST' ? notEmpty(folder) : problem;
  }
  try {
    await syncFolder(disk, above);
  } catch (problem) {
    await disk.rename(folder, building).catch(() => {
      const hint = 'A copy lies there and the disk did not confirm it: do not rely on it. Choose another folder.';
      throw new Refused('not_restored', notRestored(folder, problem).message, hint);
    });
    throw problem;
  }
}

export function notRestored(folder: string, problem: unknown): Refused {
  const message = `The backup could not be restored into ${folder}: ${explainFailure(problem)}.`;
  return new Refused('not_restored', message, 'Nothing was left there. Choose another folder.');
}

function notEmpty(folder: string): Refused {
  const message = `The folder ${folder} is not empty.`;
  return new Refused(
    'not_empty',
    message,
    'Nothing in it was changed. Name an empty folder, or one that is not there yet.',
  );
}
