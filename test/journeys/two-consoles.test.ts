import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Facilitator, facilitatorAt } from '../support/journey/facilitator.ts';
import { openInBrowser, type Running } from '../support/journey/shells.ts';
import { startQ2 } from '../support/journey/start-q2.ts';
import { type Chromium, pause, startChromium } from '../support/launch-desktop.ts';
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
});
