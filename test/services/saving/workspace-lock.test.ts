import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rename, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockWorkspace } from '#services/saving/workspace-lock.ts';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'held-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Another process that tries to hold the folder, and what it says about it. */
async function holdElsewhere() {
  const script = join(import.meta.dirname, '../../support/hold-workspace.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [said] = await once(child.stdout, 'data');
  return { child, said: String(said).trim() };
}

describe('A workspace held by another process', () => {
  test('is refused to the second, who is told by whom and since when; no byte is written', async () => {
    const before = new Date().setSeconds(0, 0);
    const { child, said } = await holdElsewhere();
    expect(said).toBe('held');
    const refused = await lockWorkspace(folder, 'play');
    const message = refused.ok ? '' : refused.problem.message;
    expect(message).toMatch(`${folder} is held by process ${child.pid} (muster play) since 20`);
    const since = message.match(/since (.*)\.$/)?.[1] ?? '';
    const told = new Date(since).getTime();
    expect(told >= before && told <= Date.now()).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });

  test('is refused by any other path to it', async () => {
    await holdElsewhere();
    await symlink(folder, `${folder}-link`);
    expect(await lockWorkspace(`${folder}-link`, 'play')).toMatchObject({ ok: false });
    await rename(folder, `${folder}-moved`); // as by a second mount: the path is another, the folder the same
    expect(await lockWorkspace(`${folder}-moved`, 'play')).toMatchObject({ ok: false });
    await mkdir(folder);
    expect(await lockWorkspace(folder, 'play')).toMatchObject({ ok: false }); // nothing is begun in its place
  });

  test('is still held while that process is suspended', async () => {
    const { child } = await holdElsewhere();
    child.kill('SIGSTOP');
    const refused = await lockWorkspace(folder, 'play');
    expect(refused).toMatchObject({ ok: false, problem: { code: 'workspace_held' } });
  });

  test('is free once that process is killed', async () => {
    const { child } = await holdElsewhere();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = await lockWorkspace(folder, 'play');
    expect(lock.ok).toBe(true);
    expect((await holdElsewhere()).said).toContain(`is held by process ${process.pid} (muster play)`);
    if (lock.ok) await lock.value.release();
    expect((await holdElsewhere()).said).toBe('held');
  });
});
