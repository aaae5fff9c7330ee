import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreBackup } from '#services/backup/restore-backup.ts';
import { ownFile } from '#services/own-files.ts';
import { describeWorkspace, listExercises } from '#services/saving/workspace.ts';
import { backUpTo, makeBackedWorkspace } from '../../support/backup-workspace.ts';
import { need } from '../../support/open-muster.ts';
import { readTree } from '../../support/read-tree.ts';

/** Kills the restore after so many calls to the disk; gives how many it had made, and whether it ended by itself. */
async function restoreKilled(file: string, folder: string, calls: number) {
  const child = spawn(process.execPath, [ownFile('test/support/restore-slowly.ts'), file, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
    if (said.length >= calls && !said.includes('w')) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return said.endsWith('whole');
}

describe('A restore killed in the middle', () => {
  it('leaves no folder that opens as a workspace with something in it, or the whole one', async () => {
    const { root, workspace } = await makeBackedWorkspace(3);
    const { file } = need(await backUpTo(workspace, join(root, 'b')));
    const expected = await readTree(workspace);
    let wholes = 0;
    let kills = 0;
    for (let calls = 1; wholes < 1; calls += 37) {
      const above = join(root, `k${calls}`);
      await mkdir(above);
      const isWhole = await restoreKilled(file, join(above, 'Muster'), calls);
      wholes += isWhole ? 1 : 0;
      kills += isWhole ? 0 : 1;
      for (const name of await readdir(above)) {
        const folder = join(above, name);
        const exercises = await listExercises(describeWorkspace(folder));
        if (name === 'Muster' || exercises.length > 0) expect(await readTree(folder)).toEqual(expected);
      }
      if (isWhole) continue;
      const again = need(await restoreBackup({ file, folder: join(above, 'again') }));
      expect(await readTree(again.folder)).toEqual(expected);
    }
    expect(kills).toBeGreaterThan(2);
  });

  it('is told by the next restore to the same folder', async () => {
    const { root, workspace } = await makeBackedWorkspace(3);
    const { file } = need(await backUpTo(workspace, join(root, 'b')));
    await restoreKilled(file, join(root, 'r'), 40);
    const [left = ''] = (await readdir(root)).filter((name) => name.startsWith('.r.restoring-'));
    expect(left).not.toBe('');
    const { notices } = need(await restoreBackup({ file, folder: join(root, 'r') }));
    expect(notices).toEqual([`${join(root, left)} was left by a restore that was cut short. You can delete it.`]);
  });
});
