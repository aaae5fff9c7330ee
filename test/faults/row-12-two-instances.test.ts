import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { countTrials, isDeep } from '../support/faults/count-trials.ts';
import { compiledOnce, type Ended, muster } from '../support/muster.ts';
import { newWorkspace } from '../support/open-muster.ts';
import { readTree } from '../support/read-tree.ts';

const trials = countTrials('12', import.meta.filename, 10);
const root = join(import.meta.dirname, '../..');
const acceptance = (name: string) => join(root, 'test/fixtures/acceptance', name);
const script = [acceptance('exercise.scenario.yaml'), '--captures', acceptance('exercise.captures.yaml')];

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** A process that runs until the test is over, and the first line it says. */
async function start(...words: readonly string[]) {
  const env = { ...process.env, ...compiledOnce };
  const child = spawn(process.execPath, [...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  const said = Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]);
  const [first] = await said;
  return { child, said: String(first).trim() };
}

const hold = (workspace: string) => start(join(root, 'test/support/hold-workspace.ts'), workspace);
const serve = (workspace: string) => start(join(root, 'cli/main.ts'), 'serve', '--workspace', workspace);
const play = async (workspace: string) =>
  muster('play', ...script, '--out', join(await newWorkspace(), 'out'), '--workspace', workspace);

function expectRefused({ code, stdout, stderr }: Ended, workspace: string, pid: number | undefined): void {
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(`The workspace ${workspace} is held by process ${pid} (muster `);
  expect(stderr).toMatch(/since \d{4}-\d\d-\d\d \d\d:\d\d\. Nothing was written\./);
  trials.count('refusals');
}

describe('Row 12, two instances', { timeout: 300_000 }, () => {
  it('of any mix: while one serves, nobody else plays or serves, and no byte is written', async () => {
    const workspace = await newWorkspace();
    const { child } = await serve(workspace);
    const before = await readTree(workspace);
    const others = [play(workspace), muster('serve', '--workspace', workspace)];
    for (const ended of await Promise.all(others)) expectRefused(ended, workspace, child.pid);
    expect(await readTree(workspace)).toEqual(before);
    await symlink(workspace, `${workspace}-link`);
    expectRefused(await play(`${workspace}-link`), `${workspace}-link`, child.pid);
    expect(await readTree(workspace)).toEqual(before);
  });

  it('while the first is stopped, as asleep: the second is still refused', async () => {
    const workspace = await newWorkspace();
    await mkdir(join(workspace, 'exercises'));
    const before = await readTree(workspace);
    const { child } = await hold(workspace);
    child.kill('SIGSTOP');
    const { code, stderr } = await play(workspace);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('is held by a program that does not answer. Nothing was'),
    ]);
    expect(await readTree(workspace)).toEqual(before);
    child.kill('SIGCONT');
    expectRefused(await play(workspace), workspace, child.pid);
  });

  it('after the first was killed: the second goes on at once', async () => {
    const workspace = await newWorkspace();
    const { child } = await serve(workspace);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await play(workspace)).toMatchObject({ code: 0 });
    trials.count('openings after a kill');
  });

  it('that begin in the same moment: exactly one of eight holds the folder, and each of the others names it', async () => {
    for (let round = 0; round < (isDeep ? 10 : 1); round += 1) {
      const workspace = await newWorkspace();
      await writeFile(join(workspace, 'here-first'), '');
      const all = await Promise.all(Array.from({ length: 8 }, () => hold(workspace)));
      const holders = all.filter(({ said }) => said === 'held');
      expect(holders).toHaveLength(1);
      for (const { said } of all.filter(({ said: words }) => words !== 'held'))
        expect(said).toContain(`is held by process ${holders[0]?.child.pid} (muster play) since`);
      trials.count('refusals', 7);
      for (const { child } of all) child.kill('SIGKILL');
    }
  });
});
