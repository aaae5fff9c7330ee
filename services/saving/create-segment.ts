import { dirname } from 'node:path';
import { type Disk, type OpenHandle, syncFolder, writeAll } from './files.ts';

/** A new segment with its header, on the disk by content and by name, or nothing at all. */
export async function createSegment(disk: Disk, path: string, header: Buffer): Promise<OpenHandle> {
  const file = await disk.open(path, 'wx+', 0o600);
  try {
    await writeAll(file, header, 0);
    await file.datasync();
    await syncNames(disk, path);
    return file;
  } catch (problem) {
    await file.close().catch(() => {});
    await disk.unlink(path).catch(() => {}); // what is left of it holds no entry, and reading passes over it
    throw problem;
  }
}

/** The segment's name in its folder, and the folder's own name. */
export async function syncNames(disk: Disk, path: string): Promise<void> {
  await syncFolder(disk, dirname(path));
  await syncFolder(disk, dirname(dirname(path)));
}
