import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rmdir, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { findReal } from '../export/prepare-out.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import { type Disk, syncFolder } from '../saving/files.ts';
import { Refused } from './refused.ts';

/**
 * Where a workspace is restored to: `building` is filled, then becomes `folder` in one step. `isWithin`: it lies in that folder, and
 * what is in it moves out, because the folder itself cannot be replaced.
 */
export type RestorePlace = {
  readonly folder: string;
  readonly above: string;
  readonly building: string;
  readonly isThere: boolean;
  readonly isWithin: boolean;
};

const mark = '.restoring-';

/** What a system keeps in the root of a disk that is empty to its owner. */
const ofDisk: ReadonlySet<string> = new Set([
  'lost+found',
  '.Trashes',
  '.fseventsd',
  '.Spotlight-V100',
  'System Volume Information',
  '$RECYCLE.BIN',
]);

/** Refuses every folder that holds anything. Links are followed first, so that what is replaced is the folder itself. */
export async function findRestorePlace(named: string): Promise<RestorePlace> {
  const folder = await findReal(resolve(named));
  const there = await readdir(folder).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return null;
    throw notRestored(folder, problem);
  });
  if (there === null && (await lstat(folder).catch(() => null)))
    throw notRestored(folder, new Error('it is a link that leads nowhere'));
  const isDisk = there !== null && (await stat(folder)).dev !== (await stat(dirname(folder))).dev;
  const held = isDisk ? there.filter((name) => !ofDisk.has(name)) : (there ?? []);
  if (held.length > 0) throw notEmpty(folder, held);
  const above = dirname(folder);
  const building = join(above, `.${basename(folder)}${mark}${randomUUID()}`);
  const place = { folder, above, building, isThere: there !== null, isWithin: false };
  return isDisk ? buildWithin(place) : place;
}

export function buildWithin({ folder }: RestorePlace): RestorePlace {
  const building = join(folder, `${mark}${randomUUID()}`);
  return { folder, above: folder, building, isThere: true, isWithin: true };
}

/** An empty folder may be one that nobody can replace: a disk, or a folder in one that may not be written. */
export function isNotReplaceable(problem: unknown): boolean {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  return ['EBUSY', 'EXDEV', 'EACCES', 'EPERM', 'EROFS'].includes(code);
}

/** What a restore that was killed has left beside its folder. It is never taken for a workspace, and deleted by its owner. */
export async function findLeftovers({ folder, above, building }: RestorePlace): Promise<readonly string[]> {
  const names = await readdir(above).catch((): string[] => []);
  return names
    .filter((name) => name.startsWith(`.${basename(folder)}${mark}`) && name !== basename(building))
    .map((name) => `${join(above, name)} was left by a restore that was cut short. You can delete it.`);
}

export async function needSpace(
  { folder, above }: Pick<RestorePlace, 'folder' | 'above'>,
  bytes: number,
): Promise<void> {
  const { bavail, bsize } = await statfs(above);
  if (bytes > bavail * bsize) throw notRestored(folder, new Error('there is not enough space on its disk'));
}

/** One rename: whoever looks sees no workspace or the whole one. The system itself refuses where the folder is not empty any more. */
export async function takePlace(disk: Disk, place: RestorePlace): Promise<void> {
  const { folder, above, building } = place;
  if (place.isWithin) return moveOut(disk, place);
  if (process.platform === 'win32') await rmdir(folder).catch(() => {}); // Windows renames over nothing, and this removes an empty folder only
  try {
    await disk.rename(building, folder);
  } catch (problem) {
    throw isTaken(problem) ? notEmpty(folder) : problem;
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

/** The exercises come last: until then the folder opens as a workspace with nothing in it. Where not all of it can be moved, what was goes back. */
async function moveOut(disk: Disk, { folder, building }: RestorePlace): Promise<void> {
  const names = (await readdir(building)).sort((one, other) => Number(one === last) - Number(other === last));
  const moved: string[] = [];
  try {
    const held = (await readdir(folder)).filter((name) => name !== basename(building) && !ofDisk.has(name));
    if (held.length > 0) throw notEmpty(folder, held);
    for (const name of names) {
      await moveNew(disk, join(building, name), join(folder, name));
      moved.push(name);
    }
    await syncFolder(disk, folder);
  } catch (problem) {
    for (const name of moved.reverse())
      await disk.rename(join(folder, name), join(building, name)).catch(() => {
        const hint = `A part of it was left in ${folder}. Delete that before you try again.`;
        throw new Refused('not_restored', notRestored(folder, problem).message, hint);
      });
    throw isTaken(problem) ? notEmpty(folder) : problem;
  }
  await rmdir(building).catch(() => {}); // empty, and named like what it is
}

const last = 'exercises';

/** Under a name that was free: a rename alone would replace a file. */
async function moveNew(disk: Disk, from: string, to: string): Promise<void> {
  const isFolder = (await stat(from)).isDirectory();
  if (!isFolder) await disk.open(to, 'wx', 0o600).then((file) => file.close());
  else if (process.platform !== 'win32') await mkdir(to, { mode: 0o700 }); // Windows renames over no folder
  await disk.rename(from, to).catch(async (problem: unknown) => {
    await (isFolder ? rmdir(to) : disk.unlink(to)).catch(() => {}); // empty, and ours
    throw problem;
  });
}

function isTaken(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && ['ENOTEMPTY', 'EEXIST'].includes(String(problem.code));
}

export function notRestored(folder: string, problem: unknown): Refused {
  const isMaking = problem instanceof Error && 'syscall' in problem && problem.syscall === 'mkdir' && 'path' in problem;
  const where = isMaking ? `${folder}: in ${dirname(String(problem.path))} no folder can be made` : folder;
  const message = `The backup could not be restored into ${where}: ${explainFailure(problem)}.`;
  return new Refused('not_restored', message, 'Nothing was left there. Choose another folder.');
}

function notEmpty(folder: string, held: readonly string[] = []): Refused {
  const left = held.find((name) => name.startsWith(mark));
  const told = left === undefined ? '' : ` ${join(folder, left)} was left by a restore that was cut short.`;
  const hint = 'Nothing in it was changed. Name an empty folder, or one that is not there yet.';
  return new Refused('not_empty', `The folder ${folder} is not empty.${told}`, hint);
}
