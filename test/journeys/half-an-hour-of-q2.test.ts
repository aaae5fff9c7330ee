import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExercise } from '#services/exercise/open-exercise.ts';
import { type Facilitator, facilitatorAt } from '../support/journey/facilitator.ts';
import { type OpenShell, openInBrowser, openOnDesktop, type Running } from '../support/journey/shells.ts';
import { type Chromium, startChromium } from '../support/launch-desktop.ts';
import { muster as runMuster } from '../support/muster.ts';
import { newWorkspace } from '../support/open-muster.ts';

const exercise = '2026-q2-ransomware';
/** Half an hour in less than a minute. */
const rate = 40;

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
}, 120_000);
afterAll(() => chromium?.close());

const shells: readonly (readonly [name: string, open: OpenShell])[] = [
  ['the browser shell', openInBrowser],
  ['the desktop', openOnDesktop],
];

describe.each(shells)('Half an hour of Q2 by keyboard alone, in %s', (_, open) => {
  it('is planned, run, killed twice, ended, reviewed, exported and opened again, and nothing acknowledged is lost', async () => {
    const workspace = await newWorkspace();
    const acknowledged: string[] = [];
    const capture = async (at: Facilitator, key: string, words: string) => {
      await at.capture(key, words);
      acknowledged.push(words);
    };

    let muster = await open(chromium, { workspace, rate });
    let at = facilitatorAt(muster.console);
    await at.choose(/^Start Q2 with everything filled in/);
    await at.sees('Plan: Cold Restore');
    await at.choose(/^Start in the room/);
    await at.sees('Running order');
    await at.keepNotesOpen();
    await at.release();
    await capture(at, 'o', 'Security reads the ticket aloud');
    await capture(at, 'g', 'Nobody may order isolation at night');
    await at.press('s');
    await at.type('DevOps brought both op');
    await at.sees('Draft kept');
    await muster.kill();

    ({ muster, at } = await comeBack(open, workspace));
    await seeAll(at, acknowledged);
    await at.press('s');
    await at.type('tions');
    await at.press('Control+Enter');
    await at.feed().getByText('DevOps brought both options').waitFor();
    acknowledged.push('DevOps brought both options');
    await at.release();
    await capture(at, 'a', 'Legal finds out who may shut down services');
    await muster.kill();

    ({ muster, at } = await comeBack(open, workspace));
    await seeAll(at, acknowledged);
    await at.release();
    await capture(at, 'p', 'Who speaks to the landlord?');
    await at.sees(/^T\+(3\d|[4-9]\d|\d{3}):/, 90_000);
    await at.act('End exercise');
    await at.page.getByRole('dialog').waitFor();
    await at.press('Control+Enter');
    await at.sees(/^Review: /);

    await at.choose(/^Report/);
    await at.choose(/^Write all documents/);
    await at.sees('post-mortem.docx');
    const kinds = (await at.page.getByRole('main').innerText()).match(/\.(docx|csv|json)\b/g) ?? [];
    expect(kinds.length).toBeGreaterThanOrEqual(5);
    await muster.close();

    const out = join(workspace, 'exported');
    const { code } = await runMuster('export', exercise, '--out', out, '--workspace', workspace);
    expect(code).toBe(0);
    const written = join(workspace, 'documents', exercise);
    expect((await readdir(written)).sort()).toEqual((await readdir(out)).sort());
    for (const name of await readdir(out)) {
      expect((await readFile(join(written, name))).equals(await readFile(join(out, name))), name).toBe(true);
    }
    const read = await readExercise(workspace, exercise);
    const saved = read.ok ? JSON.stringify(read.value.state.log.items) : '';
    for (const words of acknowledged) expect(saved).toContain(words);

    muster = await open(chromium, { workspace });
    at = facilitatorAt(muster.console);
    await at.choose(/^Review/);
    await at.sees('Nobody may order isolation at night');
    await muster.close();
  }, 240_000);
});

async function comeBack(open: OpenShell, workspace: string): Promise<{ muster: Running; at: Facilitator }> {
  const muster = await open(chromium, { workspace, rate });
  const at = facilitatorAt(muster.console);
  await at.choose(/^(Open the console|Console|Continue)/);
  await at.sees('Running order');
  await at.keepNotesOpen();
  return { muster, at };
}

async function seeAll(at: Facilitator, acknowledged: readonly string[]): Promise<void> {
  for (const words of acknowledged) await at.feed().getByText(words).waitFor({ timeout: 20_000 });
}
