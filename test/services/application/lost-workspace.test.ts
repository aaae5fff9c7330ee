import { chmod, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openApplication } from '#services/application/application.ts';
import { need, newWorkspace, openMuster, silentShell } from '../../support/open-muster.ts';
import { readTree } from '../../support/read-tree.ts';
import { withoutPrivilege } from '../../support/without-privilege.ts';

const script = 'q2-ransomware';
const open = (workspace: string) => openApplication({ workspace, shell: silentShell, purpose: 'test' });

async function started() {
  const workspace = await newWorkspace();
  const muster = await openMuster(workspace);
  need(await muster.ask.fill_plan({ script }));
  const { exercise } = need(await muster.ask.start_exercise({ script }));
  const record = (title: string) =>
    muster.ask.give_command({ exercise, command: { type: 'record_gap', title }, pressedM: null });
  return { workspace, exercise, folder: join(workspace, 'exercises', exercise), record, ...muster };
}

describe('A workspace that can be read and not be written', () => {
  it('is refused at once: which folder, why, another; nothing is left in it and nobody holds it', async () => {
    const workspace = await newWorkspace();
    await mkdir(join(workspace, 'exercises'));
    for (const folder of [join(workspace, 'exercises'), workspace]) await chmod(folder, 0o555);
    const opened = await withoutPrivilege(() => open(workspace));
    expect(opened).toMatchObject({
      ok: false,
      problem: {
        code: 'folder_not_writable',
        message: `The workspace ${workspace} cannot be used: it may not be written by you (EACCES).`,
        hint: expect.stringContaining('Choose another folder'),
      },
    });
    expect(await readTree(workspace)).toEqual(['exercises: folder']);
    for (const folder of [join(workspace, 'exercises'), workspace]) await chmod(folder, 0o755);
    const again = await openMuster(workspace);
    await again.close();
    expect(await readTree(workspace)).toEqual(['exercises: folder']);
  });
});

describe('An exercise whose folder is moved away in the middle', () => {
  it('saves nothing where nobody would look for it, and goes on when the folder is back', async () => {
    const { workspace, folder, exercise, record, ask, notices, close } = await started();
    need(await record('Before'));
    await rename(workspace, `${workspace}-away`);
    const lost = await record('While it was away');
    expect(lost).toMatchObject({ ok: false, problem: { code: 'kept_unsaved' } });
    expect(lost.ok ? '' : lost.problem.message).toContain(
      `${folder}/journal-0001.jsonl could not be written: it was moved`,
    );
    expect(notices.at(-1)).toMatchObject({ type: 'trouble', trouble: expect.stringContaining('moved or removed') });
    expect(await ask.save_draft({ exercise, form: 'gap', draft: 'half' })).toMatchObject({ ok: false });
    const { plan } = { plan: need(await ask.load_plan({ script })) };
    expect(await ask.save_plan({ plan })).toMatchObject({ problem: { code: 'not_saved' } });
    expect(await ask.write_documents({ exercise })).toMatchObject({ problem: { code: 'workspace_not_readable' } });
    expect(await ask.load_programme({})).toMatchObject({ problem: { message: expect.stringContaining(workspace) } });
    await expect(readdir(workspace)).rejects.toThrow('ENOENT'); // its empty place is left empty
    await rename(`${workspace}-away`, workspace);
    need(await record('Back again'));
    expect(notices.findLast(({ type }) => type === 'trouble')).toMatchObject({ trouble: null });
    await close();
    const journal = await readFile(join(folder, 'journal-0001.jsonl'), 'utf8');
    expect(journal.match(/Before|While it was away|Back again/g)).toEqual([
      'Before',
      'While it was away',
      'Back again',
    ]);
    expect((await readdir(folder)).filter((name) => name.startsWith('journal'))).toEqual(['journal-0001.jsonl']);
  });

  it('is told as not saved when its folder was deleted, although the file could still be written', async () => {
    const { folder, record, close } = await started();
    need(await record('Before'));
    await rm(folder, { recursive: true });
    expect(await record('After')).toMatchObject({ ok: false, problem: { code: 'kept_unsaved' } });
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
    await close();
  });
});
