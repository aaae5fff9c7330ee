import { chmod, mkdir, readdir, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreBackup } from '#services/backup/restore-backup.ts';
import { needSpace } from '#services/backup/restore-place.ts';
import type { Disk } from '#services/saving/files.ts';
import { type Backed, backUpTo, makeBackedWorkspace } from '../../support/backup-workspace.ts';
import { createFaultyDisk, type DiskCall, diskError } from '../../support/fake-disks.ts';
import { need } from '../../support/open-muster.ts';
import { readTree } from '../../support/read-tree.ts';
import { withoutPrivilege } from '../../support/without-privilege.ts';

/** Fails the nth call of a kind and every one after it, as a disk that is full. */
function failing(kind: DiskCall, nth: number, code: string): { disk: Disk; failed: () => boolean } {
  let seen = 0;
  const disk = createFaultyDisk({
    before: (call) => {
      seen += call === kind ? 1 : 0;
      if (call === kind && seen >= nth) throw diskError(code);
    },
  });
  return { disk, failed: () => seen >= nth };
}

const faults = [
  ['ENOSPC', 'its disk is full', 1],
  ['EIO', 'its disk reports an error', 5],
  ['EACCES', 'it may not be written by you', 7],
] as const;

type Attempt = (disk: Disk) => Promise<{ readonly ok: boolean }>;

/** At each call of each kind in turn, until the work gets through without it; gives how often it failed. */
async function failEverywhere(attempt: Attempt, code: string, words: string, step = 1): Promise<number> {
  let failures = 0;
  for (const kind of ['open', 'write', 'sync', 'stat', 'rename'] as const) {
    for (let nth = 1; ; nth += step) {
      const { disk, failed } = failing(kind, nth, code);
      const outcome = await attempt(disk);
      if (!failed()) break;
      if (outcome.ok) throw new Error(`${kind} ${nth} failed and was not noticed`);
      failures += 1;
      expect(outcome).toMatchObject({ problem: { message: expect.stringContaining(words) } });
    }
  }
  return failures;
}

async function backedUp(): Promise<Backed & { readonly file: string }> {
  const backed = await makeBackedWorkspace(3);
  await mkdir(join(backed.root, 'b'));
  const { file } = need(await backUpTo(backed.workspace, join(backed.root, 'b')));
  return { ...backed, file };
}

describe('A disk that fails while a backup is written', () => {
  it.each(faults)('leaves no half file and says where and why: %s', async (code, words, step) => {
    const { root, workspace } = await makeBackedWorkspace(3);
    const folder = join(root, 'b');
    await mkdir(folder);
    const before = await readTree(workspace);
    let number = 0;
    const attempt = async (disk: Disk) => {
      number += 1;
      const written = await backUpTo(workspace, folder, { disk, name: `${number}.zip` });
      expect(await readdir(folder)).toEqual(written.ok ? [`${number}.zip`] : []);
      if (written.ok) await unlink(written.value.file);
      return written;
    };
    expect(await failEverywhere(attempt, code, `${folder}: ${words}`, step)).toBeGreaterThan(20 / step);
    expect(await readTree(workspace)).toEqual(before);
  });

  it('that takes few bytes at a time is written to the end', async () => {
    const { root, workspace } = await makeBackedWorkspace(3);
    const disk = createFaultyDisk({ takes: (length) => Math.ceil(length / 3) });
    const { file } = need(await backUpTo(workspace, join(root, 'b'), { disk }));
    need(await restoreBackup({ file, folder: join(root, 'r'), disk }));
    expect(await readTree(join(root, 'r'))).toEqual(await readTree(workspace));
  });

  it('is named where it may not be written', async () => {
    const { root, workspace } = await makeBackedWorkspace(3);
    const folder = join(root, 'locked');
    await mkdir(folder);
    await chmod(folder, 0o555);
    await chmod(root, 0o777);
    const opened = async (path: string): Promise<void> => {
      for (const entry of await readdir(path, { withFileTypes: true, recursive: true }))
        await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
      await chmod(path, 0o755);
    };
    await opened(workspace);
    const written = await withoutPrivilege(() => backUpTo(workspace, folder));
    expect(written).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining(`${folder}: it may not be written`) },
    });
    expect(await readdir(folder)).toEqual([]);
    await chmod(join(workspace, 'plans/q2-ransomware.json'), 0);
    const unread = await withoutPrivilege(() => backUpTo(workspace, root));
    expect(unread).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('q2-ransomware.json could not be read') },
    });
  });
});

describe('A disk that fails while a backup is restored', () => {
  it.each(faults)('leaves nothing and says where and why: %s', async (code, words, step) => {
    const { root, file } = await backedUp();
    const before = (await readdir(root)).sort();
    const attempt = async (disk: Disk) => {
      const restored = await restoreBackup({ file, folder: join(root, 'r'), disk });
      expect((await readdir(root)).sort()).toEqual(restored.ok ? [...before, 'r'] : before);
      if (restored.ok) await rm(restored.value.folder, { recursive: true });
      return restored;
    };
    expect(await failEverywhere(attempt, code, `${join(root, 'r')}: ${words}`, step)).toBeGreaterThan(40 / step);
  });

  it('is not begun where there is not enough space', async () => {
    const { root } = await backedUp();
    const place = { folder: join(root, 'r'), above: root, building: join(root, 'x') };
    await expect(needSpace(place, 2 ** 60)).rejects.toThrow('not enough space');
    await expect(needSpace(place, 1)).resolves.toBeUndefined();
  });
});
