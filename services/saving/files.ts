import { type FileHandle, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

export type OpenHandle = Pick<FileHandle, 'write' | 'datasync' | 'sync' | 'stat' | 'truncate' | 'close'>;

/** The few calls that saving makes, so that a test can stand in for a disk that fails. */
export type Disk = {
  readonly open: (path: string, flags: string, mode?: number) => Promise<OpenHandle>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly unlink: (path: string) => Promise<void>;
};

export const realDisk: Disk = { open, rename, unlink };

/** Writes until all bytes are out: a disk may take fewer than it is given. */
export async function writeAll(handle: OpenHandle, bytes: Buffer, position: number | null): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(
      bytes,
      done,
      bytes.length - done,
      position === null ? null : position + done,
    );
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
  } finally {
    await handle.close();
  }
}

export async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await syncFolder(realDisk, dirname(made));
}

/** Copies bytes that cannot be used to a place of their own, on the disk before anything else happens to them. */
export async function quarantine(disk: Disk, folder: string, name: string, bytes: Buffer): Promise<string> {
  await makeFolder(folder);
  for (let copy = 1; ; copy += 1) {
    const path = `${folder}/${name}${copy === 1 ? '' : `.${copy}`}`;
    const same = await readFile(path).catch(() => null);
    if (same?.equals(bytes)) return path;
    if (same) continue;
    const handle = await disk.open(path, 'wx', 0o600);
    try {
      await writeAll(handle, bytes, null);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await syncFolder(disk, folder);
    return path;
  }
}
