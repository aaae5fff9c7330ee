import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Facilitator, facilitatorAt } from '../support/journey/facilitator.ts';
import { shells } from '../support/journey/shells.ts';
import { exerciseFolderIn, startQ2 } from '../support/journey/start-q2.ts';
import { type Chromium, startChromium } from '../support/launch-desktop.ts';
import { newWorkspace } from '../support/open-muster.ts';
import { readTree } from '../support/read-tree.ts';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
}, 120_000);
afterAll(() => chromium?.close());

/** Changes a word in the middle and gives the number of its line. */
async function damage(folder: string, word: string): Promise<number> {
  const file = join(folder, 'journal-0001.jsonl');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(word, 'Nobody wrote this'));
  return text.slice(0, text.indexOf(word)).split('\n').length;
}

/** Controls in the forms of the screen that could be used. */
const open = ({ page }: Facilitator) =>
  page.locator('main form').locator('input:enabled, textarea:enabled, select:enabled, button:enabled').count();

describe.each(shells)('A damaged journal, by keyboard, in %s', (_, openShell) => {
  it('is named with file and line, is read up to there on every screen, takes nothing, and stays as it is', async () => {
    const workspace = await newWorkspace();
    let muster = await openShell(chromium, { workspace });
    let at = await startQ2(muster);
    await at.release();
    await at.capture('o', 'Before the damage');
    await at.capture('g', 'A gap that will be changed');
    await at.capture('s', 'After the damage');
    await muster.close();
    const folder = await exerciseFolderIn(workspace);
    const line = await damage(folder, 'A gap that will be changed');
    const where = `journal-0001.jsonl, line ${line}`;
    const before = await readTree(workspace);

    muster = await openShell(chromium, { workspace });
    at = facilitatorAt(muster.console);
    await at.sees(`journal-0001.jsonl:${line}`);
    await at.choose(/^Console\b/);
    await at.sees(where);
    await at.sees('Nothing can be recorded here.');
    for (const key of ['g', 'r', 'Control+k', 'Control+z', 'F9']) await at.press(key);
    expect(await at.page.locator('textarea, input, dialog').count()).toBe(0);

    await at.choose(/^Open Review/);
    await at.sees('Open for reading only. Nothing can be added or changed.');
    await at.sees(where);
    expect(await at.page.getByText('The exercise has not ended.').count()).toBe(0);
    await at.choose(/^Timeline/);
    await at.sees('Before the damage');
    expect(await at.page.getByText(/After the damage|Nobody wrote this|A gap that will be changed/).count()).toBe(0);
    await at.choose(/^Change entry|^Change/);
    for (const step of [/^Gaps/, /^Objectives/, /^Actions/, /^Feedback/, /^For leadership/, /^Sign-off/]) {
      await at.choose(step);
      expect(await open(at), String(step)).toBe(0);
    }

    await at.choose(/^Report/);
    await at.sees('Before the damage');
    await at.choose(/^Write all documents/);
    await at.sees(`The exercise is damaged at ${where}, so no document was written.`);
    await at.choose(/^Programme/);
    await at.sees(where); // now that it is open it is no less damaged
    expect(await muster.room.locator('body').innerText()).not.toContain('MFA');
    await muster.close();
    expect(await readTree(workspace)).toEqual(before);
  }, 120_000);
});
