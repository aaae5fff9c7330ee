import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectBackup } from '#services/backup/inspect-backup.ts';
import { restoreBackup } from '#services/backup/restore-backup.ts';
import { backUpTo, makeBackedWorkspace } from '../../support/backup-workspace.ts';
import { createForgetfulDisk } from '../../support/forgetful-disk.ts';
import { need } from '../../support/open-muster.ts';
import { readTree } from '../../support/read-tree.ts';

describe('A power cut', () => {
  it('takes nothing of a backup that was called made', async () => {
    const { root, workspace } = await makeBackedWorkspace();
    const target = join(root, 'target');
    await mkdir(target);
    const { disk, cutPower } = createForgetfulDisk(target);
    const { file, bytes } = need(await backUpTo(workspace, join(target, 'new/folder'), { disk }));
    cutPower();
    expect(bytes).toBeGreaterThan(1_000);
    expect(need(await inspectBackup(file)).files).toBe(11);
  });

  it('takes nothing of a workspace that was called restored', async () => {
    const { root, workspace } = await makeBackedWorkspace();
    const { file } = need(await backUpTo(workspace, join(root, 'b')));
    const target = join(root, 'target');
    await mkdir(target);
    const { disk, cutPower } = createForgetfulDisk(target);
    const { folder } = need(await restoreBackup({ file, folder: join(target, 'new/Muster'), disk }));
    cutPower();
    expect(await readTree(folder)).toEqual(await readTree(workspace));
  });
});
