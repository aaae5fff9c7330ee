import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Outcome } from '#core/outcome.ts';
import { type Disk, makeFolder, realDisk, syncFolder, writeAll } from '../saving/files.ts';
import { describeWorkspace, listExercises, warnAboutSyncedFolder } from '../saving/workspace.ts';
import { type Around, type CheckedBackup, withBackup } from './check-backup.ts';
import type { ManifestFile } from './manifest.ts';
import { orRefuse, refusing, stopIf } from './refused.ts';
import {
  buildWithin,
  findLeftovers,
  findRestorePlace,
  isNotReplaceable,
  needSpace,
  notRestored,
  type RestorePlace,
  takePlace,
} from './restore-place.ts';
import { tellDamage } from './tell-damage.ts';

type Needs = Around & { readonly file: string; readonly folder: string; readonly disk?: Disk };

export type RestoredBackup = {
  readonly folder: string;
  readonly exercises: readonly string[];
  readonly files: number;
  /** When the backup was made. */
  readonly made: string;
  /** Exercises that were damaged when they were backed up, and what else the user should know. */
  readonly notices: readonly string[];
};

/** Checks the whole backup, then makes the folder of it in one step. Nothing that is there is ever replaced. */
export function restoreBackup(needs: Needs): Promise<Outcome<RestoredBackup>> {
  return refusing(async () => {
    const { file, folder, disk = realDisk } = needs;
    const place = await findRestorePlace(folder);
    return withBackup(file, { ...needs, progress: countTwice(needs.progress, 0) }, (backup) =>
      orRefuse(
        () => restore({ ...needs, disk }, backup, place).catch(tryWithin({ ...needs, disk }, backup, place)),
        (problem) => notRestored(place.folder, problem),
      ),
    );
  });
}

/** Every file is read twice, to be checked and to be written. */
function countTwice(progress: Around['progress'], before: number): NonNullable<Around['progress']> {
  return (done, total) => progress?.(before * total + done, 2 * total);
}

type Inner = Needs & { readonly disk: Disk };

/** Beside the folder first, which then gets its name in one step; in it where that cannot be. */
function tryWithin(needs: Inner, backup: CheckedBackup, place: RestorePlace) {
  return async (problem: unknown): Promise<RestoredBackup> => {
    if (!place.isThere || place.isWithin || !isNotReplaceable(problem)) throw problem;
    return restore(needs, backup, buildWithin(place));
  };
}

async function restore(needs: Inner, backup: CheckedBackup, place: RestorePlace): Promise<RestoredBackup> {
  const { disk } = needs;
  await makeFolder(place.above, disk);
  await needSpace(place, backup.bytes);
  try {
    await build(needs, backup, place);
    const exercises = await listExercises(describeWorkspace(place.building));
    const damage = await tellDamage(place.building, exercises);
    await takePlace(disk, place);
    const synced = await warnAboutSyncedFolder(place.folder);
    const { files, made } = backup.manifest;
    const notices = [...damage, ...(await findLeftovers(place)), ...(synced === null ? [] : [synced])];
    return { folder: place.folder, exercises, files: files.length, made, notices };
  } catch (problem) {
    await rm(place.building, { recursive: true, force: true }).catch(() => {}); // on a disk that has gone; why is said anyway
    throw problem;
  }
}

const kept = 'exercises';

/** The exercises get their name once all of them are there: what a kill leaves has none that could be opened. */
async function build({ disk, signal, progress }: Inner, { manifest, read }: CheckedBackup, { building }: RestorePlace) {
  const unfinished = `${kept}-${randomUUID()}`;
  const pathOf = (path: string) =>
    join(building, path === kept || path.startsWith(`${kept}/`) ? unfinished + path.slice(kept.length) : path);
  await makeFolder(join(building, unfinished), disk);
  const told = countTwice(progress, 1);
  const folders = new Set<string>();
  for (const [done, listed] of manifest.files.entries()) {
    stopIf(signal);
    const path = pathOf(listed.path);
    folders.add(dirname(path));
    await makeFolder(dirname(path), disk);
    await writeFile(disk, path, read(listed), listed);
    told(done + 1, manifest.files.length);
  }
  for (const path of manifest.folders) await makeFolder(pathOf(path), disk);
  for (const folder of folders) await syncFolder(disk, folder);
  await disk.rename(join(building, unfinished), join(building, kept));
  await syncFolder(disk, building);
}

async function writeFile(
  disk: Disk,
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  { bytes }: ManifestFile,
): Promise<void> {
  const handle = await disk.open(path, 'wx', 0o600);
  try {
    let size = 0;
    for await (const piece of pieces) {
      await writeAll(handle, piece, size);
      size += piece.length;
    }
    if ((await handle.stat()).size !== bytes) throw new Error('the disk kept fewer bytes than were written');
    await handle.sync();
  } finally {
    await handle.close();
  }
}
