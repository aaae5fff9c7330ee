import { cp, mkdir, mkdtemp, rename, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectBackup } from '#services/backup/inspect-backup.ts';
import { restoreBackup } from '#services/backup/restore-backup.ts';
import { backUpTo, makeBackedWorkspace, passThrough } from '../../support/backup-workspace.ts';
import { exercise } from '../../support/journal-folder.ts';
import { need } from '../../support/open-muster.ts';
import { readTree } from '../../support/read-tree.ts';

describe('A backup of a workspace', () => {
  it.each([
    ['whose exercises', 'exercises'],
    ['of which one exercise', `exercises/${exercise}`],
  ])('%s lie on another disk, behind a link, holds them like any other', async (_, moved) => {
    const backed = await makeBackedWorkspace();
    const before = await readTree(backed.workspace);
    const elsewhere = join(await mkdtemp(join(tmpdir(), 'muster-elsewhere-')), 'moved');
    await rename(join(backed.workspace, moved), elsewhere);
    await symlink(elsewhere, join(backed.workspace, moved));
    expect(await readTree(await passThrough(backed))).toEqual(before);
  });

  it.each(['exercises', `exercises/${exercise}`])('whose %s is a link to nothing is not made', async (moved) => {
    const { root, workspace } = await makeBackedWorkspace();
    await rename(join(workspace, moved), join(root, 'away'));
    await symlink(join(root, 'nowhere'), join(workspace, moved));
    const problem = { code: 'not_readable', message: expect.stringContaining(join(workspace, moved)) };
    expect(await backUpTo(workspace, join(root, 'b'))).toMatchObject({ problem });
  });

  it('with hidden folders among the exercises holds them, and counts none of them as an exercise', async () => {
    const backed = await makeBackedWorkspace();
    const own = join(backed.workspace, 'exercises');
    await cp(join(own, exercise), join(own, `.${exercise}`), { recursive: true });
    const unfinished = join(own, `.${exercise}.7-0f8fad5b-d9cb-469f-a165-70867728950e.tmp`);
    await mkdir(unfinished);
    await writeFile(join(unfinished, 'journal-0001.jsonl'), 'half');
    const { file } = need(await backUpTo(backed.workspace, join(backed.root, 'b')));
    expect(need(await inspectBackup(file))).toMatchObject({ exercises: [exercise], notices: [] });
    const { folder, exercises } = need(await restoreBackup({ file, folder: join(backed.root, 'r') }));
    expect(exercises).toEqual([exercise]);
    const restored = await readTree(folder);
    expect(restored.some((line) => line.startsWith(`exercises/.${exercise}/journal-0001.jsonl`))).toBe(true);
    expect(restored.filter((line) => line.includes('.tmp'))).toEqual([]);
  });
});
