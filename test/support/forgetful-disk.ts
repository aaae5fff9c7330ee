import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Disk, realDisk } from '#services/saving/files.ts';

type Kept = { readonly inode: number; readonly isFolder: boolean };

/**
 * Real files under `root`. A power cut takes every byte that was not synced and every name whose folder was not synced
 * since; a name that was removed without syncing its folder comes back.
 */
export function createForgetfulDisk(root: string) {
  const contents = new Map<number, Buffer>();
  const names = new Map<string, Map<string, Kept>>();
  keepEverything(root);

  function keepEverything(folder: string): void {
    keepNames(folder);
    for (const [name, { inode, isFolder }] of names.get(folder) ?? []) {
      if (isFolder) keepEverything(join(folder, name));
      else contents.set(inode, readFileSync(join(folder, name)));
    }
  }

  function keepNames(folder: string): void {
    const kept = readdirSync(folder, { withFileTypes: true }).map((entry): [string, Kept] => {
      return [entry.name, { inode: inodeOf(join(folder, entry.name)), isFolder: entry.isDirectory() }];
    });
    names.set(folder, new Map(kept));
  }

  /** 0 for a file that another call removes or renames at this moment. */
  function inodeOf(path: string): number {
    return statSync(path, { throwIfNoEntry: false })?.ino ?? 0;
  }

  const disk: Disk = {
    ...realDisk,
    open: async (path, flags, mode) => {
      const handle = await realDisk.open(path, flags, mode);
      const { ino } = statSync(path);
      if (flags.startsWith('wx')) contents.delete(ino); // the number of a file that is gone may be given again
      const isFolder = statSync(path).isDirectory();
      const keep = async () => (isFolder ? keepNames(path) : void contents.set(ino, await readAll(path, ino)));
      return {
        ...handle,
        datasync: keep,
        sync: keep,
      };
    },
    rename: async (from, to) => {
      await realDisk.rename(from, to);
      // A folder takes along what is synced in it, under the old name too: that is the one that may come back.
      for (const [folder, kept] of [...names])
        if (folder === from || folder.startsWith(`${from}/`)) names.set(to + folder.slice(from.length), kept);
    },
  };

  /** A file may have been renamed since it was opened. */
  async function readAll(path: string, ino: number): Promise<Buffer> {
    const folder = dirname(path);
    const name = readdirSync(folder).find((entry) => inodeOf(join(folder, entry)) === ino);
    return name === undefined ? Buffer.alloc(0) : readFileSync(join(folder, name));
  }

  function cutPower(folder = root): void {
    const kept = names.get(folder) ?? new Map<string, Kept>();
    const found = new Map(readdirSync(folder).map((name) => [name, inodeOf(join(folder, name))]));
    for (const [name, inode] of found)
      if (kept.get(name)?.inode !== inode) rmSync(join(folder, name), { recursive: true, force: true });
    for (const [name, { inode, isFolder }] of kept) {
      if (!isFolder) writeFileSync(join(folder, name), contents.get(inode) ?? '');
      else {
        mkdirSync(join(folder, name), { recursive: true });
        cutPower(join(folder, name));
      }
    }
  }

  return { disk, cutPower };
}
