import { mkdir, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectBackup } from '#services/backup/inspect-backup.ts';
import { restoreBackup } from '#services/backup/restore-backup.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { backUpTo, makeBackedWorkspace, passThrough } from '../../support/backup-workspace.ts';
import { exercise } from '../../support/journal-folder.ts';
import { need } from '../../support/open-muster.ts';
import { readTree } from '../../support/read-tree.ts';

describe('A backup', () => {
  it('brings back every byte of the workspace, and empty folders, for this user only', async () => {
    const backed = await makeBackedWorkspace();
    const before = await readTree(backed.workspace);
    const restored = await passThrough(backed);
    expect(await readTree(restored)).toEqual(before);
    expect(await readTree(backed.workspace)).toEqual(before);
    expect(await verifyJournal(join(restored, 'exercises', exercise))).toMatchObject({ ok: true, events: 20 });
    for (const entry of await readdir(restored, { recursive: true, withFileTypes: true })) {
      const { mode } = await stat(join(entry.parentPath, entry.name));
      expect(mode & 0o777).toBe(entry.isDirectory() ? 0o700 : 0o600);
    }
    expect((await stat(restored)).mode & 0o777).toBe(0o700);
  });

  it('leaves nothing beside itself, and gets the next free name of its day', async () => {
    const { root, workspace } = await makeBackedWorkspace();
    const files = [];
    for (const _ of [1, 2, 3]) files.push(basename(need(await backUpTo(workspace, join(root, 'b'))).file));
    expect(files).toEqual(['', '-2', '-3'].map((number) => `muster-backup-2026-11-25${number}.zip`));
    expect((await readdir(join(root, 'b'))).sort()).toEqual([...files].sort());
  });

  it('never replaces a file that was named', async () => {
    const { root, workspace } = await makeBackedWorkspace();
    await writeFile(join(root, 'mine.zip'), 'here first');
    const written = await backUpTo(workspace, root, { name: 'mine.zip' });
    expect(written).toMatchObject({ ok: false, problem: { code: 'already_there' } });
    expect(await readFile(join(root, 'mine.zip'), 'utf8')).toBe('here first');
    expect((await readdir(root)).sort()).toEqual(['Muster', 'mine.zip']);
  });

  it('follows no link and names what it leaves out', async () => {
    const backed = await makeBackedWorkspace();
    const { root, workspace } = backed;
    await symlink('/etc/passwd', join(workspace, 'registers/link.json'));
    await symlink(root, join(workspace, 'exercises/elsewhere'));
    await writeFile(join(workspace, 'scenarios/A.yaml'), 'one');
    await writeFile(join(workspace, 'scenarios/a.yaml'), 'other');
    await writeFile(join(workspace, 'scenarios/back\\slash.yaml'), 'odd');
    await writeFile(join(workspace, 'muster-backup-2026-01-01.zip'), 'earlier');
    const { file, notices } = need(await backUpTo(workspace, workspace));
    expect(notices.map((notice) => notice.slice(workspace.length + 1).split(' ')[0]).sort()).toEqual([
      'exercises/elsewhere',
      'muster-backup-2026-01-01.zip',
      'registers/link.json',
      'scenarios/a.yaml',
      'scenarios/back\\slash.yaml',
    ]);
    const { folder } = need(await restoreBackup({ file, folder: join(root, 'r') }));
    expect(await readdir(join(folder, 'registers'))).toEqual(['action-items.json']);
    expect(await readdir(folder)).not.toContain(basename(file)); // the zip is not in itself
  });

  it('leaves out what was never finished', async () => {
    const backed = await makeBackedWorkspace();
    const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e';
    for (const name of [`registers/a.json.7-${uuid}.tmp`, `.muster-${uuid}.tmp`, `documents/x.docx.${uuid}.before.tmp`])
      await writeFile(join(backed.workspace, name), 'half');
    const restored = await passThrough(backed);
    expect((await readTree(restored)).filter((line) => line.includes('.tmp'))).toEqual([]);
  });

  it('says so where its folder is copied to other machines', async () => {
    const { root, workspace } = await makeBackedWorkspace();
    const { notices } = need(await backUpTo(workspace, join(root, 'OneDrive - Wexcombe/Backups')));
    expect(notices).toEqual([expect.stringContaining('is copied to other machines')]);
  });

  it('is not made of a workspace that is not there, nor among its exercises', async () => {
    const { root, workspace } = await makeBackedWorkspace();
    expect(await backUpTo(join(root, 'none'), root)).toMatchObject({ problem: { code: 'workspace_not_readable' } });
    const inside = await backUpTo(workspace, join(workspace, 'exercises/backups'));
    expect(inside).toMatchObject({ problem: { code: 'own_place' } });
    expect(await readdir(join(workspace, 'exercises'))).toEqual([exercise]);
  });
});

describe('A damaged exercise', () => {
  it('is backed up and restored as it was, and told', async () => {
    const backed = await makeBackedWorkspace();
    const path = join(backed.journalFolder, 'journal-0001.jsonl');
    await writeFile(path, (await readFile(path, 'utf8')).replace('Überraschung\u20283', 'Überraschung\u20284'));
    const { file } = need(await backUpTo(backed.workspace, backed.root));
    const told = expect.stringContaining(`${exercise}: journal-0001.jsonl:4: changed`);
    expect(need(await inspectBackup(file)).notices).toEqual([told]);
    const restored = need(await restoreBackup({ file, folder: join(backed.root, 'r') }));
    expect(restored).toMatchObject({ exercises: [exercise], notices: [told] });
    expect(await readTree(restored.folder)).toEqual(await readTree(backed.workspace));
  });

  it('keeps the torn last line that a crash left', async () => {
    const backed = await makeBackedWorkspace();
    const path = join(backed.journalFolder, 'journal-0001.jsonl');
    await truncate(path, (await stat(path)).size - 30);
    expect(await readTree(await passThrough(backed))).toEqual(await readTree(backed.workspace));
  });
});

describe('A restore', () => {
  it('takes an empty folder, also through a link, and one that is not there', async () => {
    const { root, workspace } = await makeBackedWorkspace();
    const { file } = need(await backUpTo(workspace, join(root, 'b')));
    await mkdir(join(root, 'empty'));
    await symlink(join(root, 'empty'), join(root, 'link'));
    for (const folder of ['link', 'new/deep/folder']) {
      const restored = need(await restoreBackup({ file, folder: join(root, folder) }));
      expect(await readTree(restored.folder)).toEqual(await readTree(workspace));
    }
    expect((await readdir(root)).sort()).toEqual(['Muster', 'b', 'empty', 'link', 'new']);
  });

  it('never touches a folder that holds anything, nor a file', async () => {
    const { root, workspace } = await makeBackedWorkspace();
    const { file } = need(await backUpTo(workspace, join(root, 'b')));
    const before = await readTree(root);
    for (const folder of [workspace, root, join(root, 'b')])
      expect(await restoreBackup({ file, folder })).toMatchObject({ problem: { code: 'not_empty' } });
    expect(await restoreBackup({ file, folder: file })).toMatchObject({ problem: { code: 'not_restored' } });
    expect(await readTree(root)).toEqual(before);
    await symlink('nowhere', join(root, 'dangling'));
    const problem = { message: expect.stringContaining('it is a link that leads nowhere') };
    expect(await restoreBackup({ file, folder: join(root, 'dangling') })).toMatchObject({ problem });
  });
});
