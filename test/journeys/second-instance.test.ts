import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runExport } from '#cli/commands/export.ts';
import { runMetrics } from '#cli/commands/metrics.ts';
import { runVerify } from '#cli/commands/verify.ts';
import { ownFile } from '#services/own-files.ts';
import { shells } from '../support/journey/shells.ts';
import { exerciseFolderIn } from '../support/journey/start-q2.ts';
import { type Chromium, launchDesktop, startChromium, waitForDialog, waitUntil } from '../support/launch-desktop.ts';
import { type Ended, muster as run } from '../support/muster.ts';
import { newWorkspace } from '../support/open-muster.ts';
import { readTree } from '../support/read-tree.ts';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
}, 120_000);
afterAll(() => chromium?.close());

const purposes: Readonly<Record<string, string>> = { 'the browser shell': 'serve', 'the desktop': 'desktop' };

describe.each(shells)('A workspace that %s works on', (holder, open) => {
  it('lets in no second one of any kind: each is told who holds it and since when, and writes nothing', async () => {
    const workspace = await newWorkspace();
    const opened = new Date();
    const muster = await open(chromium, { workspace });
    await waitUntil(muster.console, 'window.muster !== undefined');
    await muster.console.evaluate(`window.muster.open_sample({ script: 'q1-data-breach' })`);
    const exercise = (await exerciseFolderIn(workspace)).split('/').at(-1) ?? '';
    const before = await readTree(workspace);

    const says = (words: string) => {
      const told = /The workspace (\S+) is held by process (\d+) \(muster (\w+)\) since (\S+ \S+)\./.exec(words);
      expect(told?.slice(1, 4), words).toEqual([workspace, String(muster.pid), purposes[holder]]);
      expect(Math.abs(Date.parse(told?.[4] ?? '') - opened.getTime())).toBeLessThan(120_000);
    };
    const refused = async (ended: Promise<Ended>) => {
      const { code, stdout, stderr } = await ended;
      expect([code, stdout]).toEqual([1, '']);
      says(stderr);
    };
    const acceptance = (name: string) => ownFile('test/fixtures/acceptance', name);
    const script = [acceptance('exercise.scenario.yaml'), '--captures', acceptance('exercise.captures.yaml')];
    await Promise.all([
      refused(run('serve', '--workspace', workspace)),
      refused(run('play', ...script, '--out', join(await newWorkspace(), 'out'), '--workspace', workspace)),
    ]);

    const other = await launchDesktop(chromium, { workspace }); // with settings of its own: no second instance to Electron
    says(JSON.stringify((await waitForDialog(other)).options));
    await other.order('answerDialog', { response: 2 });
    expect(await other.ended).toBe(0);

    const where = { exercise, workspace, json: true };
    const out = join(await newWorkspace(), 'out'); // these only read it
    for (const reading of [runVerify(where), runMetrics(where), runExport({ ...where, out })]) {
      expect((await reading).exitCode).toBe(0);
    }
    expect(await readTree(workspace)).toEqual(before);
    await muster.close();
  }, 120_000);
});
