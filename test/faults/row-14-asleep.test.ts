import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInBrowser } from '../support/journey/shells.ts';
import { exerciseFolderIn, startQ2 } from '../support/journey/start-q2.ts';
import { type Chromium, pause, startChromium } from '../support/launch-desktop.ts';
import { newWorkspace } from '../support/open-muster.ts';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
}, 120_000);
afterAll(() => chromium?.close());

describe('Row 14, asleep in the middle of an exercise', () => {
  it('asks whether the time counts, releases nothing by itself, and goes on where it was when it does not', async () => {
    const workspace = await newWorkspace();
    const muster = await openInBrowser(chromium, { workspace });
    const began = Date.now();
    const at = await startQ2(muster);
    const exercise = basename(await exerciseFolderIn(workspace));
    await at.capture('o', 'Before the sleep');
    const before = await at.feed().innerText();
    process.kill(muster.pid ?? 0, 'SIGSTOP'); // every process of Muster stands still, and real time goes on
    await pause(38_000);
    process.kill(muster.pid ?? 0, 'SIGCONT');
    const question = at.page.getByRole('dialog', { name: /This computer slept for 1 min\. Does that time count/ });
    await question.waitFor();
    expect(await at.feed().innerText()).toBe(before);
    await at.press('Enter');
    await at.sees('Clock continued after sleep; the gap does not count');
    const { value } = (await at.page.evaluate(`muster.open_exercise({ exercise: '${exercise}' })`)) as {
      value: { nowM: number };
    };
    expect(value.nowM).toBeLessThan(Date.now() - began - 36_000);
    await at.capture('o', 'After the sleep');
    await muster.close();
  }, 120_000);
});
