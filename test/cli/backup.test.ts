import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ownFile } from '#services/own-files.ts';
import { type Backed, makeBackedWorkspace } from '../support/backup-workspace.ts';
import { exercise, script, scriptSha256 } from '../support/journal-folder.ts';
import { musterHere } from '../support/muster.ts';
import { readTree } from '../support/read-tree.ts';

let backed: Backed;
beforeAll(async () => {
  backed = await makeBackedWorkspace();
});

describe('muster backup and muster restore', () => {
  it('bring the workspace back byte for byte, and verify calls it whole', async () => {
    const { root, workspace } = backed;
    const out = join(root, 'mine.zip');
    const made = await musterHere('backup', '--workspace', workspace, '--out', out, '--json');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(made.stdout)).toMatchObject({ ok: true, file: out, files: 11, notices: [] });

    const checked = await musterHere('backup', '--check', out);
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect(checked.stdout).toMatch(/mine\.zip: whole\. Made 20\d\d-.*Z; 11 files, 1 exercises\./);

    const again = join(root, 'again');
    const restored = await musterHere('restore', out, '--workspace', again, '--json');
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(restored.stdout)).toMatchObject({ ok: true, folder: again, exercises: [exercise], files: 11 });
    expect(await readTree(again)).toEqual(await readTree(workspace));
    const verified = await musterHere('verify', '--all', '--workspace', again, '--json');
    expect([verified.code, JSON.parse(verified.stdout)]).toMatchObject([0, { ok: true, exercises: [{ events: 20 }] }]);
  });

  it('replace nothing, and say so on stderr with exit code 1', async () => {
    const { root, workspace } = backed;
    const folder = join(root, 'folder');
    for (const name of ['', '-2'])
      expect((await musterHere('backup', '--workspace', workspace, '--out', folder)).stdout).toMatch(
        new RegExp(`folder/muster-backup-\\d{4}-\\d\\d-\\d\\d${name}\\.zip: 11 files`),
      );
    const [file = ''] = await readdir(folder);
    const before = await readTree(root);
    const named = await musterHere('backup', '--workspace', workspace, '--out', join(folder, file));
    expect(named).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('is there already.') });
    const full = await musterHere('restore', join(folder, file), '--workspace', workspace, '--json');
    expect(full.code).toBe(1);
    expect(JSON.parse(full.stdout)).toEqual({ ok: false, problems: [full.stderr.trimEnd()] });
    expect(full.stderr).toContain(`The folder ${workspace} is not empty. Nothing in it was changed.`);
    expect(await readTree(root)).toEqual(before);
  });

  it('refuse a backup that is damaged, by name', async () => {
    const { root, workspace } = backed;
    const out = join(root, 'damaged.zip');
    await musterHere('backup', '--workspace', workspace, '--out', out);
    await appendFile(out, 'x');
    for (const words of [
      ['backup', '--check', out],
      ['restore', out, '--workspace', join(root, 'never')],
    ]) {
      const { code, stdout, stderr } = await musterHere(...words);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(`${out} is not a whole backup: it is no zip, or cut short.`);
    }
    expect(await readdir(root)).not.toContain('never');
  });

  it.each([
    [['restore']],
    [['restore', 'one.zip', 'two.zip']],
    [['backup', 'one.zip']],
    [['backup', '--check', 'one.zip', '--out', 'two.zip']],
    [['backup', '--out', '']],
    [['restore', 'one.zip', '--out', 'x']],
  ])('explain themselves with exit code 2: %j', async (words) => {
    const { code, stdout, stderr } = await musterHere(...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`muster ${words[0]}`);
  });

  it('back up what another process is writing, without its lock', async () => {
    const { root, workspace } = backed;
    const folder = join(workspace, 'exercises/2026-killed');
    await mkdir(folder);
    await writeFile(join(folder, 'script.yaml'), script);
    const holder = spawn(process.execPath, [ownFile('test/support/hold-workspace.ts'), workspace], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    const child = spawn(process.execPath, [ownFile('test/support/append-captures.ts'), folder, scriptSha256], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    // The anchor follows the first entry within a second: a copy made before it is whole, and says that it has none.
    await expect.poll(() => existsSync(join(folder, 'anchor.json'))).toBe(true);
    const { code, stdout } = await musterHere(
      'backup',
      '--workspace',
      workspace,
      '--out',
      join(root, 'meanwhile'),
      '--json',
    );
    child.kill('SIGKILL');
    holder.kill('SIGKILL');
    expect(code).toBe(0);
    const { file } = JSON.parse(stdout) as { file: string };
    const again = join(root, 'meanwhile-again');
    expect(await musterHere('restore', file, '--workspace', again)).toMatchObject({ code: 0, stderr: '' });
    expect(await musterHere('verify', '--all', '--workspace', again)).toMatchObject({ code: 0, stderr: '' });
    expect((await readFile(join(again, 'exercises/2026-killed/journal-0001.jsonl'), 'utf8')).endsWith('\n')).toBe(true);
  });
});
