import { constants, fstatSync, type Stats, statSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

export type OpenHandle = {
  readonly write: (
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => Promise<{ readonly bytesWritten: number }>;
  readonly datasync: () => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly stat: () => Promise<{ readonly size: number }>;
  readonly truncate: (length: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** It may come back, as when a disk does; where another file has its name, only opening anew helps. */
export class MovedFile extends Error {}

/** The few calls that saving makes, so that a test can stand in for a disk that fails. */
export type Disk = {
  readonly open: (path: string, flags: string, mode?: number) => Promise<OpenHandle>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly unlink: (path: string) => Promise<void>;
};

export const realDisk: Disk = { open: openFile, rename, unlink };

/**
 * Only `stat` is asked at once: of an open file it is known in memory, and the way through the thread pool takes longer. An
 * open file can be written after its folder was moved away or deleted: whoever asks is told, so that nothing is called saved
 * that is not where it belongs. Windows lets nobody move what is open.
 */
async function openFile(path: string, flags: string, mode?: number): Promise<OpenHandle> {
  const handle = await open(path, flags, mode);
  return {
    write: (bytes, offset, length, position) => handle.write(bytes, offset, length, position),
    datasync: () => handle.datasync(),
    sync: () => handle.sync(),
    stat: async () => {
      const own = fstatSync(handle.fd);
      const there = process.platform === 'win32' ? own : statSync(path, { throwIfNoEntry: false });
      if (there?.ino !== own.ino || there.dev !== own.dev)
        throw new MovedFile('it was moved or removed while it was open');
      return own;
    },
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  };
}

/** Writes until all bytes are out: a disk may take fewer than it is given. */
export async function writeAll(handle: OpenHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    if (bytesWritten === 0) throw new Error('The disk takes no more bytes.');
    done += bytesWritten;
  }
}

/** A new name in a folder is safe only once the folder itself is on the disk. Not possible on Windows. */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await disk.open(folder, 'r');
  try {
    await handle.sync();
  } catch (problem) {
    const isUnknown =
      problem instanceof Error && 'code' in problem && ['EINVAL', 'ENOTSUP'].includes(String(problem.code));
    if (!isUnknown) throw problem; // some network disks have no such call
  } finally {
    await handle.close();
  }
}

/** Every folder made on the way is on the disk by name before anything is put into it. */
export async function makeFolder(folder: string, disk: Disk = realDisk): Promise<void> {
  for (const made of await makeMissing(resolve(folder))) await syncFolder(disk, dirname(made));
}

/** One folder in a folder that is there: a workspace that was unplugged or moved away is not begun anew in its empty place. */
export async function makeFolderWithin(folder: string, disk: Disk = realDisk): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'EEXIST') return;
    throw problem;
  }
  await syncFolder(disk, dirname(folder));
}

/** By hand: Node's own recursive `mkdir` never ends under `/proc`. Gives what was made, outermost last. */
async function makeMissing(folder: string): Promise<readonly string[]> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return [folder];
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : '';
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return [];
    if (code !== 'ENOENT' || dirname(folder) === folder) throw problem;
  }
  const above = await makeMissing(dirname(folder));
  await mkdir(folder, { mode: 0o700 }); // rejects where nothing can be made although the folder above is there
  return [folder, ...above];
}

/** A file that was not there before, on the disk; its name is safe once the folder is synced. */
export async function writeNewFile(disk: Disk, path: string, bytes: Uint8Array, mode = 0o600): Promise<void> {
  const handle = await disk.open(path, 'wx', mode);
  try {
    await writeAll(handle, bytes, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFile(disk: Disk, path: string): Promise<void> {
  const handle = await disk.open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What stands where a file belongs, as the end of a sentence. */
export class NoFile extends Error {}

/** A link to a pipe may take the file's place after it was looked at: to open it never waits. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** To be read. Anything but a file could keep whoever opens it, or reads from it, waiting for ever. */
export async function openPlainFile(path: string, flags = 0): Promise<FileHandle> {
  refuseNoFile(await stat(path));
  const file = await open(path, withoutWaiting | flags);
  try {
    refuseNoFile(await file.stat());
    return file;
  } catch (problem) {
    await file.close();
    throw problem;
  }
}

function refuseNoFile(there: Stats): void {
  if (there.isFile()) return;
  throw new NoFile(`is ${there.isDirectory() ? 'a folder' : 'a pipe or a device'}, where a file belongs`);
}

/** Rejects as reading does, and with `NoFile`. */
export async function readFileOnly(path: string): Promise<Buffer> {
  const file = await openPlainFile(path);
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** null for what cannot be read. */
export async function readPlainFile(path: string): Promise<Buffer | null> {
  return readFileOnly(path).catch(() => null);
}

/** null where there is nothing; else rejects in words. */
export async function readIfThere(path: string): Promise<Buffer | null> {
  return readFileOnly(path).catch((problem: unknown) => {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null;
    throw problem instanceof NoFile ? new Error(`${path} ${problem.message}`) : problem;
  });
}

/** Copies bytes that cannot be used to a place of their own, on the disk before anything else happens to them. */
export async function quarantine(disk: Disk, folder: string, name: string, bytes: Buffer): Promise<string> {
  await makeFolder(folder, disk);
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? name : `${name}.${copy}`);
    const there = await readIfThere(path).catch(() => undefined);
    if (there === undefined) continue; // something else has that name
    if (there === null) await writeNewFile(disk, path, bytes);
    else if (there.equals(bytes))
      await syncFile(disk, path); // from an opening that a crash cut short
    else continue;
    await syncFolder(disk, folder);
    return path;
  }
}
