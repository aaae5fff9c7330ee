import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Facilitator, facilitatorAt } from '../support/journey/facilitator.ts';
import { openInBrowser, type Running } from '../support/journey/shells.ts';
import { startQ2 } from '../support/journey/start-q2.ts';
import { type Chromium, pause, startChromium } from '../support/launch-desktop.ts';
import { lookAtPage } from '../support/look-at-page.ts';
import { newWorkspace } from '../support/open-muster.ts';

/** As long as a draft may be behind the last key. */
const behindMs = 500;

let chromium: Chromium;
let muster: Running;
let first: Facilitator;
let second: Facilitator;
beforeAll(async () => {
  chromium = await startChromium();
  muster = await openInBrowser(chromium, { workspace: await newWorkspace() });
  first = await startQ2(muster);
  second = await openAnother(first.page);
}, 120_000);
afterAll(async () => {
  await muster?.close();
  await chromium?.close();
});

async function openAnother(beside: Page): Promise<Facilitator> {
  const page = await beside.context().newPage();
  const token = await beside.evaluate(`sessionStorage.getItem('muster-token')`);
  const [address, place] = beside.url().split('#');
  await page.goto(`${address}#token=${token}`);
  await page.evaluate(`location.hash = '#${place}'`);
  const at = facilitatorAt(page);
  await at.keepNotesOpen();
  return at;
}

async function typeHalf(at: Facilitator, words: string): Promise<void> {
  await at.press('s');
  await at.type(words);
  await pause(behindMs);
}

async function readHalf(at: Facilitator): Promise<string> {
  await at.press('s');
  return at.page.getByRole('textbox', { name: 'What worked' }).inputValue();
}

async function reload(at: Facilitator): Promise<void> {
  await at.page.reload();
  await at.feed().waitFor();
}

describe('Two windows of the console in one browser', () => {
  it('each keep what is typed in them, and a reload gives each its own words back', async () => {
    await typeHalf(first, 'Said at the front');
    await typeHalf(second, 'Noted by the scribe');
    await Promise.all([reload(first), reload(second)]);
    expect([await readHalf(first), await readHalf(second)]).toEqual(['Said at the front', 'Noted by the scribe']);
  });

  it('leave what one of them held to the other, once it is closed', async () => {
    await first.press('Control+Enter');
    await first.feed().getByText('Said at the front').waitFor();
    await second.page.close();
    await reload(first);
    expect(await readHalf(first)).toBe('Noted by the scribe');
    second = await openAnother(first.page);
    expect(await readHalf(second)).toBe('');
  });

  it('may be the facilitator’s and the scribe’s, who writes down and changes neither room nor course', async () => {
    const opened = first.page.context().waitForEvent('page');
    await first.press('Escape');
    await first.act('Open a window for the scribe');
    const scribe = facilitatorAt(await opened);
    await scribe.keepNotesOpen();
    await scribe.page.getByRole('heading', { name: /^Scribe:/ }).waitFor();
    await scribe.capture('o', 'Written by the scribe');
    await first.feed().getByText('Written by the scribe').waitFor();
    for (const key of ['r', 'F9', 'h', 't', 'f', 'Control+z']) await scribe.press(key);
    expect(await scribe.page.getByRole('dialog').count()).toBe(0);
    await scribe.press('Control+k');
    for (const words of ['Release', 'End exercise', 'Pause', 'REAL WORLD', 'Finish by', 'Q2-0']) {
      await scribe.page.getByRole('combobox').fill(words);
      await scribe.sees('Nothing has these letters');
    }
    await scribe.press('Escape');
    await scribe.press('?');
    await scribe.sees('Saves what is being typed');
    for (const key of ['F9', '← →', 'Ctrl Z']) expect(await scribe.page.getByText(key).count(), key).toBe(0);
    await scribe.press('Escape');
    await first.release();
    await scribe.page.getByText('What the room sees now').waitFor();
    for (const secret of ['Notes for you', 'Running order', 'Expected'])
      expect(await scribe.page.getByText(secret).count(), secret).toBe(0);
    expect(await lookAtPage(scribe.page)).toEqual([]);
  });
});
