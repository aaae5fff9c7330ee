import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultBackupFolder } from '#services/backup/default-backup-folder.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';

const script = 'q2-ransomware';

async function started() {
  const workspace = await newWorkspace();
  const muster = await openMuster(workspace, handClock().clock);
  need(await muster.ask.fill_plan({ script }));
  const { exercise } = need(await muster.ask.start_exercise({ script }));
  const record = async (title: string) =>
    need(await muster.ask.give_command({ exercise, command: { type: 'record_gap', title }, pressedM: null }));
  return { workspace, exercise, record, elsewhere: await mkdtemp(join(tmpdir(), 'muster-elsewhere-')), ...muster };
}

describe('A backup asked for in a window', () => {
  it('is made while captures go on, and is restored as a workspace of its own', async () => {
    const { ask, record, elsewhere, exercise, notices, close } = await started();
    let isMade = false;
    const making = ask.back_up({ folder: elsewhere }).finally(() => {
      isMade = true;
    });
    let captures = 0;
    while (!isMade) {
      captures += 1;
      await record(`Gap ${captures}`);
    }
    const made = need(await making);
    expect(made.file).toBe(join(elsewhere, 'muster-backup-2026-03-17.zip')); // by the application's clock
    expect(made.bytes).toBe((await stat(made.file)).size);
    expect(captures).toBeGreaterThan(5);
    const told = notices.filter((notice) => notice.type === 'backup');
    expect(told.at(-1)?.done).toBe(told.at(-1)?.total); // a file born since the count may be held beyond it
    expect(made.files).toBeGreaterThanOrEqual(told.at(-1)?.total ?? Number.NaN);

    const restored = need(await ask.restore_backup({ file: made.file, folder: join(elsewhere, 'again') }));
    expect(restored).toEqual({ folder: join(elsewhere, 'again'), exercises: [exercise], notices: [] });
    expect(await verifyJournal(join(restored.folder, 'exercises', exercise))).toMatchObject({ ok: true });
    await record('Goes on');
    const other = await openMuster(restored.folder);
    expect(need(await other.ask.open_exercise({ exercise })).readOnly).toBeNull();
    await other.close();
    await close();
  });

  it('goes neither into the workspace, nor to half a path, nor over anything', async () => {
    const { ask, workspace, elsewhere, close } = await started();
    for (const folder of [workspace, join(workspace, 'new'), `${elsewhere}/../${workspace.split('/').at(-1)}/x`])
      expect(await ask.back_up({ folder })).toMatchObject({ problem: { code: 'in_workspace' } });
    for (const folder of ['backups', './x', ' '])
      expect(await ask.back_up({ folder })).toMatchObject({ problem: { code: 'path_not_whole' } });
    const first = need(await ask.back_up({ folder: elsewhere }));
    const second = need(await ask.back_up({ folder: `  ${elsewhere}  ` }));
    expect(second.file).toBe(first.file.replace('.zip', '-2.zip'));
    const { file } = first;
    expect(await ask.restore_backup({ file, folder: elsewhere })).toMatchObject({ problem: { code: 'not_empty' } });
    expect(await ask.restore_backup({ file, folder: workspace })).toMatchObject({ problem: { code: 'in_workspace' } });
    expect(await ask.restore_backup({ file: 'x.zip', folder: elsewhere })).toMatchObject({ ok: false });
    expect((await readdir(elsewhere)).sort()).toEqual([
      'muster-backup-2026-03-17-2.zip',
      'muster-backup-2026-03-17.zip',
    ]);
    await close();
  });

  it('opens no other folder than the one it was made in', async () => {
    const { ask, elsewhere, close } = await started();
    expect(await ask.open_backup_folder({})).toMatchObject({ problem: { code: 'nothing_made' } });
    need(await ask.back_up({ folder: elsewhere }));
    expect(need(await ask.open_backup_folder({}))).toEqual({ folder: elsewhere, opened: false });
    await close();
  });

  it('is left without a trace when Muster is closed in the middle, and the workspace is free', async () => {
    const { ask, workspace, elsewhere, close } = await started();
    const making = ask.back_up({ folder: elsewhere });
    await close();
    const outcome = await making;
    expect(outcome.ok ? [] : [outcome.problem.code]).toEqual(outcome.ok ? [] : ['stopped']);
    expect(await readdir(elsewhere)).toEqual(outcome.ok ? ['muster-backup-2026-03-17.zip'] : []);
    await (await openMuster(workspace)).close();
  });

  it('goes to a folder of its own beside everything else, never into the workspace', async () => {
    const { ask, workspace, close } = await started();
    expect(need(await ask.load_backup_folder({})).folder).toMatch(/Muster backups$/);
    expect(defaultBackupFolder('/home/me', '/home/me')).toBe('/home/Muster backups');
    expect(defaultBackupFolder('/home/me/Muster', '/home/me')).toBe('/home/me/Muster backups');
    expect(dirname(defaultBackupFolder(workspace))).not.toBe(workspace);
    await close();
  });
});
