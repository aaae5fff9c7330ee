import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownFile } from '#services/own-files.ts';
import { exerciseFolderIn, startQ2 } from '../support/journey/start-q2.ts';
import { type Chromium, startChromium } from '../support/launch-desktop.ts';
import { compiledOnce } from '../support/muster.ts';
import { newWorkspace } from '../support/open-muster.ts';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
}, 120_000);
afterAll(() => chromium?.close());

async function serve(workspace: string): Promise<{ child: ChildProcess; address: string; said: () => string }> {
  const failing = ownFile('test/support/faults/throw-on-signal.mjs');
  const words = ['--import', failing, ownFile('cli/main.ts'), 'serve', '--json', '--workspace', workspace];
  const env = { ...process.env, ...compiledOnce };
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (bytes) => {
    said += String(bytes);
  });
  for await (const line of createInterface({ input: child.stdout }))
    return { child, address: JSON.parse(line).console, said: () => said };
  throw new Error(said);
}

/** The desktop's own: `test/electron/processes.test.ts`, "survives a failure of its own". */
describe('Row 17, a failure nobody catches', () => {
  it('is written down without what was typed, told, and the exercise goes on', async () => {
    const workspace = await newWorkspace();
    const { child, address, said } = await serve(workspace);
    const page = await chromium.browser.newPage();
    await page.goto(address);
    const at = await startQ2({
      console: page,
      room: page,
      pid: child.pid,
      kill: async () => {},
      close: async () => {},
    });
    await at.capture('o', 'Before the failure');
    child.kill('SIGUSR2');
    await at.sees('Something in Muster failed');
    await at.capture('o', 'After the failure');
    expect(said()).toContain('Error\n    at ');
    expect(said()).not.toContain('what the facilitator typed');
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    const journal = await readFile(`${await exerciseFolderIn(workspace)}/journal-0001.jsonl`, 'utf8');
    expect(journal.match(/Before the failure|After the failure/g)).toHaveLength(2);
    await page.close();
  }, 120_000);
});
