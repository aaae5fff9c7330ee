import { lstat, readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ActionRegister, reserveIds } from '../registers/action-register.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import { type Disk, syncFolder } from '../saving/files.ts';

type Begun = {
  readonly folder: string;
  readonly disk: Disk;
  /** What the register held before the play. */
  readonly before: ReturnType<ActionRegister['get']>;
  readonly ids: ReturnType<typeof reserveIds>;
  /** Reads the register again: a save that failed may yet have reached the disk. */
  readonly openRegister: () => Promise<ActionRegister>;
};

/** Takes a play back that could not be saved to its end. Says what stands on the disk now. */
export async function takeBack({ folder, disk, before, ids, openRegister }: Begun): Promise<string> {
  const left = await removeFolder(disk, folder).then(
    () => null,
    (problem: unknown) =>
      `The exercise begun in ${folder} could not be removed: ${explainFailure(problem)}. Its documents were not written; remove the folder by hand.`,
  );
  let isAsBefore = false;
  try {
    const register = await openRegister();
    isAsBefore = isDeepStrictEqual(register.get(), before);
    // What was seen anywhere is not given a second time: a gap in the numbers is harmless, the same number twice is not.
    if (!isAsBefore || left !== null)
      await register.change((draft) => {
        draft.actions = structuredClone(before.actions);
        ids.keep(draft);
      });
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    return `${left ?? 'The exercise begun was removed again.'} The register may hold action items of it, or give their ids again: ${reason}`;
  }
  return (
    left ??
    `${isAsBefore ? 'Nothing was written: the' : 'The'} exercise begun was removed again.${
      isAsBefore ? '' : ' Its action items are not in the register, and their ids are not given again.'
    }`
  );
}

/** With all that lies in it; of a link nothing but the link. */
export async function removeFolder(disk: Disk, folder: string): Promise<void> {
  if ((await lstat(folder)).isSymbolicLink()) return disk.unlink(folder);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    await (entry.isDirectory() ? removeFolder(disk, path) : disk.unlink(path));
  }
  await rmdir(folder);
  await syncFolder(disk, join(folder, '..')).catch(() => {}); // removed; a power cut may bring it back, which nothing can help
}
