import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAtPage } from '../../support/look-at-page.ts';
import { openConsoles, passMinutes } from '../../support/open-console.ts';

type Opened = Awaited<ReturnType<Awaited<ReturnType<typeof openConsoles>>['open']>>;

let consoles: Awaited<ReturnType<typeof openConsoles>>;
let opened: Opened;
beforeAll(async () => {
  consoles = await openConsoles();
  const [first, second, ...others] = consoles.q2.injects;
  if (!first || !second) throw new Error('q2 has no two injects.');
  const body = `${first.body}\n\n`.repeat(6);
  const read = [first, second].map((inject) => ({ ...inject, body, audience: 'room' as const, t: 0 }));
  opened = await consoles.open({
    scenario: { ...consoles.q2, injects: [...read, ...others] },
    setup: { left_out: [] },
  });
  await opened.page.getByText('Due now').first().waitFor();
});
afterAll(() => consoles?.close());

const eventsOf = async (page: Page) =>
  JSON.parse(String(await page.evaluate('sessionStorage.getItem("kept-in-memory")'))).events;
const dataOf = async (page: Page) => (await eventsOf(page)).at(-1).data;
const marksOf = (page: Page) =>
  page
    .getByLabel('What the room sees now')
    .getByText(/^Page \d+ of \d+$/)
    .allTextContents();
const numbersOf = async (page: Page) => (await marksOf(page)).map((mark) => mark.split(' ')[1]);

describe('Two artefacts side by side', () => {
  it('are chosen among what the room has read, looked at, and shown by keyboard', async () => {
    const { page } = opened;
    await page.keyboard.press('r');
    await expect.poll(async () => (await eventsOf(page)).length).toBe(2);
    await page.keyboard.press('v');
    await page.getByText('There is nothing to choose from for this yet.').first().waitFor();
    await passMinutes(page, 1);
    await page.keyboard.press('r');
    await expect.poll(async () => (await eventsOf(page)).length).toBe(3);
    await page.keyboard.press('v');
    const dialog = page.getByRole('dialog', { name: 'Two side by side' });
    await dialog.getByText(/^Left: page 1 of \d+$/).waitFor();
    expect(await lookAtPage(page, 'all')).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => dataOf(page)).toEqual({ show: 'compare', inject: consoles.q2.injects[0]?.id });
    await dialog.waitFor({ state: 'detached' });
  });

  it('are turned each on its own, by keys and by buttons', async () => {
    const { page } = opened;
    await expect.poll(() => numbersOf(page)).toEqual(['1', '1']);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => numbersOf(page)).toEqual(['1', '2']);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => numbersOf(page)).toEqual(['2', '2']);
    await page.getByRole('button', { name: 'Left →' }).click();
    await expect.poll(() => numbersOf(page)).toEqual(['3', '2']);
    await page.getByRole('button', { name: '← Right' }).click();
    await expect.poll(() => numbersOf(page)).toEqual(['3', '1']);
  });

  it('give way to the one in the room, and come back when that is taken back', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Artefact', exact: true }).click();
    await expect.poll(async () => (await marksOf(page)).length).toBe(1);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await marksOf(page)).length).toBe(2);
  });
});
