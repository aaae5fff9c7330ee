import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, buildPages, readDoor, send } from '../support/browser-shell.ts';
import { compiledOnce, muster } from '../support/muster.ts';

const root = join(import.meta.dirname, '../..');
const children: ChildProcess[] = [];

beforeAll(buildPages);
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const newFolder = () => mkdtemp(join(tmpdir(), 'muster-serve-'));

/** `ended` is its exit code, once all it printed was read. */
function runProgram(program: string, ...args: readonly string[]) {
  const env = { ...process.env, ...compiledOnce, DISPLAY: '' };
  const child = spawn(process.execPath, [join(root, program), ...args], { env });
  children.push(child);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (bytes) => {
    stdout += bytes;
  });
  child.stderr.on('data', (bytes) => {
    stderr += bytes;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, stdout: () => stdout, stderr: () => stderr };
}

/** A program that prints its addresses and keeps running. */
async function start(program: string, ...args: readonly string[]) {
  const run = runProgram(program, ...args);
  const { stdout } = run;
  await expect.poll(stdout, { timeout: 40_000 }).toMatch(/room.*#token=[\w-]{43}/is);
  const addresses = [...stdout().matchAll(/http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}/g)].map(([address]) => address);
  return { ...run, doors: addresses.map(readDoor) };
}

describe('muster serve', () => {
  it('prints both addresses as one JSON value, answers, and ends with exit 0 when asked to', async () => {
    const served = await start('cli/main.ts', 'serve', '--json', '--workspace', await newFolder());
    const printed = JSON.parse(served.stdout());
    expect(Object.keys(printed)).toEqual(['console', 'room']);
    const [ofConsole, room] = [readDoor(printed.console), readDoor(printed.room)];
    expect((await ask(ofConsole)).status).toBe(200);
    expect((await send(room, { path: '/pictures' })).status).toBe(200);
    served.child.kill('SIGTERM');
    expect(await served.ended).toBe(0);
    expect(served.stderr()).toBe('');
  });

  it('that ends while captures wait which no disk takes says them word by word, and ends with 1', async () => {
    const workspace = join(await newFolder(), 'workspace');
    const served = await start('cli/main.ts', 'serve', '--workspace', workspace);
    const [ofConsole] = served.doors;
    if (!ofConsole) throw new Error('no address');
    const request = async (name: string, input: object) => {
      const answered = await send(ofConsole, { method: 'POST', path: `/ask/${name}`, body: JSON.stringify(input) });
      return answered.body;
    };
    const begun = await request('start_exercise', { script: 'q2-ransomware' });
    const exercise = /"exercise":"([^"]+)"/.exec(begun)?.[1];
    await rename(workspace, `${workspace}-away`);
    const command = { type: 'record_observation', kind: 'fact', text: 'Nobody had the key', by: 'IC' };
    expect(await request('give_command', { exercise, command, pressedM: null })).toContain('kept_unsaved');
    served.child.kill('SIGTERM');
    expect(await served.ended).toBe(1);
    expect(served.stderr()).toMatch(/NOT SAVED, and it could not be kept.+\nT\+0 {2}Nobody had the key \(.*kind: fact/);
  });

  it('tells a second one who holds the workspace', async () => {
    const workspace = await newFolder();
    const first = await start('cli/main.ts', 'serve', '--workspace', workspace);
    const second = await muster('serve', '--workspace', workspace);
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toMatch(/is held by process \d+ \(muster serve\) since /);
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    const third = await start('cli/main.ts', 'serve', '--workspace', workspace);
    third.child.kill('SIGINT');
    expect(await third.ended).toBe(0);
  });

  it('says that a port is taken, in words and as JSON', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const ended = await muster('serve', '--port', String(port), '--json', '--workspace', await newFolder());
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(`Port ${port} of this laptop cannot be used: another program uses it.`);
    expect(JSON.parse(ended.stdout)).toMatchObject({ ok: false });
    other.close();
  });

  it('says that a workspace cannot be used, which and why', async () => {
    const file = join(await newFolder(), 'a-file');
    await writeFile(file, '');
    const ended = await muster('serve', '--workspace', join(file, 'workspace'));
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(
      /The workspace .*a-file.workspace cannot be used: .*Choose another folder with --workspace DIR/s,
    );
  });

  it.each(['cli/main.ts serve', 'build/start.mjs'])(
    'as %s ends with 1 where no folder can be made, and says what to do',
    async (how) => {
      const [program = '', ...words] = how.split(' ');
      const { ended, stdout, stderr } = runProgram(program, ...words, '--workspace', '/proc/muster-workspace');
      expect(await ended).toBe(1);
      expect(stdout()).toBe('');
      expect(stderr()).toContain(
        'The workspace /proc/muster-workspace cannot be used: part of the path does not exist',
      );
      expect(stderr()).toContain('Nothing was written there. Choose another folder with --workspace DIR.');
    },
  );

  it.each([['--port', '0'], ['--port', '65535'], ['--port', '80 80'], ['--port', 'http'], ['more']])(
    'takes no %s %s',
    async (...words) => {
      const ended = await muster('serve', ...words);
      expect([ended.code, ended.stdout]).toEqual([2, '']);
      expect(ended.stderr).toContain('muster serve [--port N]');
    },
  );
});

describe('npm start', () => {
  it('without a display says so in one line, prints both addresses, and passes a stop on', async () => {
    const started = await start('build/start.mjs', '--workspace', await newFolder());
    expect(started.doors.length).toBe(2);
    expect(started.stderr()).toMatch(/^Electron [^\n]+, so Muster opens in your browser\.\n$/);
    const [ofConsole] = started.doors;
    if (!ofConsole) throw new Error('no address');
    expect((await ask(ofConsole)).status).toBe(200);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    await expect(send(ofConsole)).rejects.toThrow('ECONNREFUSED');
  });

  it('that is killed takes Muster along, so that the workspace is free again', async () => {
    const workspace = await newFolder();
    const started = await start('build/start.mjs', '--workspace', workspace);
    started.child.kill('SIGKILL');
    await started.ended;
    const [ofConsole] = started.doors;
    if (!ofConsole) throw new Error('no address');
    await expect
      .poll(
        () =>
          send(ofConsole).then(
            () => 'open',
            () => 'gone',
          ),
        { timeout: 10_000 },
      )
      .toBe('gone');
    const again = await start('cli/main.ts', 'serve', '--workspace', workspace);
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  });
});
