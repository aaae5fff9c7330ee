import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConsoles, twoDisplays } from '../../support/open-console.ts';

let consoles: Awaited<ReturnType<typeof openConsoles>>;
beforeAll(async () => {
  consoles = await openConsoles();
});
afterAll(() => consoles?.close());

/** The wait for the rooms, 150 ms, ends when the test says so. */
const holdTimers = `
  window.held = [];
  const { setTimeout: usual } = window;
  window.setTimeout = (act, ms, ...more) => (ms === 150 ? held.push(act) : usual(act, ms, ...more));
`;

async function release(windows: number) {
  const [first] = consoles.q2.injects;
  const words = first?.subject?.split(': ').at(-1) ?? 'no subject'; // a ticket says its number once, in its words
  const { page } = await consoles.open({ status: { ...twoDisplays, windows }, setup: { left_out: [] } });
  await page.getByText('Due now').first().waitFor();
  await page.getByLabel('What the room sees now').getByText('Exercise clock').waitFor();
  await page.evaluate(holdTimers);
  await page.keyboard.press('r');
  const mirror = async () => ((await page.getByLabel('What the room sees now').textContent()) ?? '').includes(words);
  const order = async () => (await page.getByText(/^\d+ released, /).textContent()) ?? '';
  /** The mirror and the running order. */
  const waiting = () => expect.poll(() => page.evaluate('held.length')).toBeGreaterThan(1);
  return { page, mirror, order, waiting, titles: consoles.q2.injects.map(({ title }) => title) };
}

it('With one room the console is drawn with it', async () => {
  const { mirror, order } = await release(1);
  await expect.poll(mirror).toBe(true);
  await expect.poll(order).toContain('1 released');
});

it('With ten rooms the mirror and the running order wait until they had time to draw; what is saved is told at once', async () => {
  const { page, mirror, order, waiting } = await release(10);
  await waiting();
  await page.keyboard.press('o');
  await page.keyboard.type('Two people answered');
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('Feed, newest first').getByText('Two people answered').waitFor();
  expect([await mirror(), await order()]).toEqual([false, expect.stringContaining('0 released')]);
  await page.evaluate('held.forEach((act) => act())');
  await expect.poll(mirror).toBe(true);
  await expect.poll(order).toContain('1 released');
});

it('While the running order waits, R is for what comes next, not for what went out', async () => {
  const { page, order, waiting, titles } = await release(10);
  const preview = page.getByRole('dialog');
  await waiting();
  await page.evaluate('held.splice(0).forEach((act) => act())');
  await expect.poll(order).toContain('1 released');
  await page.keyboard.press('r');
  await preview.getByText(titles[1] ?? '').waitFor();
  await page.keyboard.press('Enter');
  await waiting();
  await page.keyboard.press('r');
  await preview.getByText(titles[2] ?? '').waitFor();
  expect(await order()).toContain('1 released');
});
