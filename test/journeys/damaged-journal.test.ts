import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AskedCommand } from '#core/exercise/commands.ts';
import { type Facilitator, facilitatorAt } from '../support/journey/facilitator.ts';
import { shells } from '../support/journey/shells.ts';
import { type Chromium, startChromium } from '../support/launch-desktop.ts';
import { need, newWorkspace, openMuster } from '../support/open-muster.ts';
import { readTree } from '../support/read-tree.ts';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
}, 120_000);
afterAll(() => chromium?.close());

/** Some minutes of Q2, closed while it runs. */
async function writeExercise(workspace: string): Promise<string> {
  const { ask, close } = await openMuster(workspace);
  need(await ask.mark_tour_shown({})); // the first run is over
  need(await ask.fill_plan({ script: 'q2-ransomware' }));
  const { exercise } = need(await ask.start_exercise({ script: 'q2-ransomware' }));
  const inject = need(await ask.open_exercise({ exercise })).source.injects[0]?.id ?? '';
  const commands: readonly AskedCommand[] = [
    { type: 'release_inject', inject },
    { type: 'record_observation', text: 'Before the damage', kind: 'fact' },
    { type: 'record_gap', title: 'A gap that will be changed' },
    { type: 'record_strength', what: 'After the damage' },
  ];
  for (const command of commands) need(await ask.give_command({ exercise, command, pressedM: null }));
  await close();
  return join(workspace, 'exercises', exercise);
}

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
    const folder = await writeExercise(workspace);
    const line = await damage(folder, 'A gap that will be changed');
    const where = `journal-0001.jsonl, line ${line}`;
    const before = await readTree(workspace);

    const muster = await openShell(chromium, { workspace });
    const at = facilitatorAt(muster.console);
    await at.sees(`journal-0001.jsonl:${line}`);
    await at.page.evaluate(`location.hash = '#/live/${basename(folder)}'`); // as from a window that stood there
    await at.sees(where);
    await at.sees('Nothing can be recorded here.');
    for (const key of ['g', 'r', 'Control+z', 'F9']) await at.press(key);
    expect(await at.page.locator('textarea, input, dialog').count()).toBe(0);
    await at.press('Control+k'); // leads away, and records nothing
    await at.page.getByRole('dialog', { name: 'Find' }).getByText('Programme').first().waitFor();
    await at.press('Escape');

    await at.choose(/^Read what is whole/);
    await at.sees('Open for reading only. Nothing can be added or changed.');
    await at.sees(where);
    expect(await at.page.getByText('The exercise has not ended.').count()).toBe(0);
    await at.choose(/^Timeline/);
    await at.sees('Before the damage');
    expect(await at.page.getByText(/After the damage|Nobody wrote this|A gap that will be changed/).count()).toBe(0);
    await at.choose(/^Change/);
    for (const step of [/^Gaps/, /^Actions \d/, /^Sign-off/]) {
      await at.choose(step);
      expect(await open(at), String(step)).toBe(0);
    }

    await at.choose(/^Report/);
    await at.sees('What the post-mortem says now');
    await at.sees(where);
    await at.choose(/^Write all documents/);
    await at.sees(`The exercise is damaged at ${where}, so no document was written.`);
    await at.choose(/^Programme/);
    await at.sees(where); // now that it is open it is no less damaged
    expect(await muster.room.locator('body').innerText()).not.toContain('MFA');
    await muster.close();
    expect(await readTree(workspace)).toEqual(before);
  }, 120_000);
});
