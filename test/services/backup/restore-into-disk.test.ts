import { chmod, chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { restoreBackup } from '#services/backup/restore-backup.ts';
import type { Disk } from '#services/saving/files.ts';
import { describeWorkspace, listExercises } from '#services/saving/workspace.ts';
import { backUpTo, makeBackedWorkspace } from '../../support/backup-workspace.ts';
import { createFaultyDisk, diskError } from '../../support/fake-disks.ts';
import { canMount, mountSmall } from '../../support/faults/mount.ts';
import { need } from '../../support/open-muster.ts';
import { readTree } from '../../support/read-tree.ts';
import { withoutPrivilege } from '../../support/without-privilege.ts';

const mounted: { readonly unmount: () => void }[] = [];
afterEach(() => {
  for (const disk of mounted.splice(0)) disk.unmount();
});

async function mount(): Promise<string> {
  const disk = await mountSmall('size=8m');
  mounted.push(disk);
  return disk.folder;
}

async function backedUp() {
  const backed = await makeBackedWorkspace(3);
  const { file } = need(await backUpTo(backed.workspace, join(backed.root, 'b')));
  return { ...backed, file, expected: await readTree(backed.workspace) };
}

/** A disk on which no folder can be renamed over that one, as over the root of a disk. */
function unreplaceable(folder: string, before: (path: string, call: string) => Promise<void> = async () => {}): Disk {
  return createFaultyDisk({
    before: async (call, path) => {
      const isWhole = path.startsWith(join(dirname(folder), `.${basename(folder)}.restoring-`));
      if (call === 'rename' && isWhole && !path.includes('/exercises-')) throw diskError('EBUSY');
      await before(path, call);
    },
  });
}

describe('A restore into an empty folder that cannot be replaced', () => {
  it('fills it in place, and leaves nothing else there', async () => {
    const { root, file, expected } = await backedUp();
    const folder = join(root, 'r');
    await mkdir(folder);
    need(await restoreBackup({ file, folder, disk: unreplaceable(folder) }));
    expect(await readTree(folder)).toEqual(expected);
    expect((await readdir(root)).sort()).toEqual(['Muster', 'b', 'r']);
  });

  it.each(['settings', 'exercises'])('replaces nothing that came there meanwhile: %s', async (name) => {
    const { root, workspace, file } = await backedUp();
    await writeFile(join(workspace, 'settings'), 'of the backup');
    const { file: withSettings } = need(await backUpTo(workspace, join(root, 'b')));
    const folder = join(root, 'r');
    await mkdir(folder);
    const disk = unreplaceable(folder, async (path, call) => {
      const isMoving = call === 'rename' && path.includes('/r/.restoring-') && !path.includes('/exercises-');
      if (isMoving) await writeFile(join(folder, name), 'mine', { flag: 'wx' }).catch(() => {});
    });
    const outcome = await restoreBackup({ file: name === 'settings' ? withSettings : file, folder, disk });
    expect(outcome).toMatchObject({ problem: { code: 'not_empty' } });
    expect(await readdir(folder)).toEqual([name]);
    expect(await readFile(join(folder, name), 'utf8')).toBe('mine');
  });

  it('takes everything back where its last step fails', async () => {
    const { root, file } = await backedUp();
    const folder = join(root, 'r');
    await mkdir(folder);
    const disk = unreplaceable(folder, async (path, call) => {
      const isLast = call === 'rename' && path.includes('/r/.restoring-') && path.endsWith('/exercises');
      if (isLast) expect(await listExercises(describeWorkspace(folder))).toEqual([]); // so far a workspace with nothing in it
      if (isLast) throw diskError('EIO');
    });
    expect(await restoreBackup({ file, folder, disk })).toMatchObject({
      problem: { message: expect.stringContaining(`${folder}: its disk reports an error`) },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it.runIf(canMount)('takes the root of a disk, also one with what its system keeps there', async () => {
    const { file, expected } = await backedUp();
    const folder = await mount();
    await mkdir(join(folder, 'lost+found'));
    need(await restoreBackup({ file, folder }));
    const kept = (await readTree(folder)).filter((line) => !line.startsWith('lost+found'));
    expect(kept).toEqual(expected);
  });

  it.runIf(process.getuid?.() === 0)('takes a folder of one’s own in one that may not be written', async () => {
    const { root, file, expected } = await backedUp();
    const folder = join(root, 'own/r');
    await mkdir(folder, { recursive: true });
    await chmod(root, 0o755);
    await chmod(join(root, 'b'), 0o755);
    await chmod(file, 0o644);
    await chown(folder, 65_534, 65_534);
    need(await withoutPrivilege(() => restoreBackup({ file, folder })));
    expect(await readTree(folder)).toEqual(expected);
    const problem = await withoutPrivilege(() => restoreBackup({ file, folder: join(root, 'own/new') }));
    expect(problem).toMatchObject({
      problem: { message: expect.stringContaining(`in ${join(root, 'own')} no folder can be made`) },
    });
  });
});
