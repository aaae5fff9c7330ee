import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillIn } from '../support/journey/act.ts';
import type { Facilitator } from '../support/journey/facilitator.ts';
import { openInBrowser, type Running } from '../support/journey/shells.ts';
import { startQ2 } from '../support/journey/start-q2.ts';
import { type Chromium, startChromium } from '../support/launch-desktop.ts';
import { newWorkspace } from '../support/open-muster.ts';

let chromium: Chromium;
let muster: Running;
let at: Facilitator;
beforeAll(async () => {
  chromium = await startChromium();
  muster = await openInBrowser(chromium, { workspace: await newWorkspace() });
  at = await startQ2(muster);
  await at.release();
}, 120_000);
afterAll(async () => {
  await muster?.close();
  await chromium?.close();
});

const isCovered = () => muster.room.evaluate<boolean>("document.documentElement.dataset.curtain === 'down'");
const places = [
  ...['', 'actions', 'scorecard/2026-10', 'exceptions', 'runbooks', 'gallery', 'trend'],
  ...['script', 'plan', 'pack'].map((place) => `${place}/q2-ransomware`),
];

describe('The panic key', () => {
  it.each(places)('blanks the room from #/%s, says so there, and shows it again', async (place) => {
    await at.page.evaluate(`location.hash = '#/${place}'`);
    await at.page.getByRole('navigation', { name: 'Screens' }).waitFor();
    await at.press('F9');
    await expect.poll(isCovered).toBe(true);
    await at.sees('Room blank');
    await at.press('F9');
    await expect.poll(isCovered).toBe(false);
    await expect.poll(() => at.page.getByText('Room blank').count()).toBe(0);
  });

  it('blanks it while something is typed, and over an open dialogue', async () => {
    await at.page.evaluate("location.hash = '#/plan/q2-ransomware'");
    await at.page.getByRole('textbox').first().focus();
    await at.press('F9');
    await expect.poll(isCovered).toBe(true);
    await at.press('Control+k');
    await at.page.getByRole('dialog').waitFor();
    await at.press('F9');
    await expect.poll(isCovered).toBe(false);
    await at.press('Escape');
  });

  it('shows the room again in a pause, whatever was written down meanwhile', async () => {
    await at.page.evaluate("location.hash = '#/'");
    await at.page.getByRole('link', { name: 'Console', exact: true }).click();
    await at.page.getByLabel('What the room sees now').waitFor();
    await at.press('F9');
    await expect.poll(isCovered).toBe(true);
    await at.capture('s', 'Said behind the blank');
    await at.press('c');
    await fillIn(at, 'Pause', 'The projector is being changed');
    await at.sees('Paused');
    await at.press('F9');
    await expect.poll(isCovered).toBe(false);
    await at.press('c');
    await at.sees(/^Running$/);
  });

  it('is not told as a blank while REAL WORLD is shown, which nothing lies over', async () => {
    await at.page.evaluate("location.hash = '#/'");
    await at.page.getByRole('link', { name: 'Console', exact: true }).click();
    await at.page.getByLabel('What the room sees now').waitFor();
    await at.act('real');
    await fillIn(at, 'REAL WORLD', 'The fire alarm rings');
    await at.sees('REAL WORLD shown');
    await at.press('F9');
    await at.sees('Blank after it');
    expect(await isCovered()).toBe(false);
    await at.press('F9');
  });

  it('shows the room again after the end', async () => {
    await at.act('Resume');
    await at.sees(/^Running$/);
    await at.press('F9');
    await expect.poll(isCovered).toBe(true);
    await at.act('End exercise');
    await at.press('Control+Enter');
    await at.page.getByRole('navigation', { name: 'Screens' }).waitFor();
    await at.press('F9');
    await muster.room.getByText('Thank you.').waitFor();
    expect(await isCovered()).toBe(false);
  });
});
