import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConsoles, twoDisplays } from '../../support/open-console.ts';

let consoles: Awaited<ReturnType<typeof openConsoles>>;
beforeAll(async () => {
  consoles = await openConsoles();
});
afterAll(() => consoles?.close());

/** The wait of the mirror, 80 ms, ends when the test says so. */
const holdTimers = `
  window.held = [];
  const { setTimeout: usual } = window;
  window.setTimeout = (act, ms, ...more) => (ms === 80 ? held.push(act) : usual(act, ms, ...more));
`;

async function release(windows: number): Promise<{ readonly page: Page; readonly mirror: () => Promise<boolean> }> {
  const [first] = consoles.q2.injects;
  const words = first?.subject?.split(': ').at(-1) ?? 'no subject'; // a ticket says its number once, in its words
  const { page } = await consoles.open({ status: { ...twoDisplays, windows }, setup: { left_out: [] } });
  await page.getByText('Due now').first().waitFor();
  await page.evaluate(holdTimers);
  await page.keyboard.press('r');
  await page.getByText('1 released').first().waitFor();
  const mirror = async () => ((await page.getByLabel('What the room sees now').textContent()) ?? '').includes(words);
  return { page, mirror };
}

it('With one room its mirror in the console is drawn with it', async () => {
  const { mirror } = await release(1);
  await expect.poll(mirror).toBe(true);
});

it('With ten rooms the mirror waits until they had time to draw; what is saved is told at once', async () => {
  const { page, mirror } = await release(10);
  await expect.poll(() => page.evaluate('held.length')).toBeGreaterThan(0);
  expect(await mirror()).toBe(false);
  await page.evaluate('held.forEach((act) => act())');
  await expect.poll(mirror).toBe(true);
});
