import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { channels } from '#core/scenario/vocabulary.ts';
import { artefactOf, viewOf } from './pictures.ts';
import { launchBrowser, RoomWindow } from './room-window.ts';

let browser: Browser;
let room: RoomWindow;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  room = await RoomWindow.open(browser, holdIdleTurns);
});

/** Nothing is done when there is nothing else to do, until the test lets it be done. */
const holdIdleTurns = `
  globalThis.idle = [];
  globalThis.requestIdleCallback = (turn) => globalThis.idle.push(turn);
`;
const behind = () => room.page.evaluate<string | null>("document.querySelector('.behind')?.textContent ?? null");

async function step(): Promise<void> {
  await expect.poll(() => room.page.evaluate<number>('idle.length')).toBeGreaterThan(0);
  await room.page.evaluate('for (const turn of idle.splice(0)) turn()');
}

/** Steps until nothing is drawn behind any more. Gives what was drawn there. */
async function stepThrough(): Promise<readonly string[]> {
  const drawn: string[] = [];
  for (await step(); (await behind()) !== null; await step()) drawn.push((await behind()) ?? '');
  return drawn;
}

describe('A room window that gets ready while nothing is released', () => {
  it('draws each kind twice, and nobody sees or hears any of it', async () => {
    const before = await room.page.screenshot();
    const spoken = await room.page.locator('body').ariaSnapshot();
    await step();
    let drawn = 0;
    while ((await behind()) !== null) {
      expect(await behind()).toContain('quick brown fox');
      await room.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      expect(before.equals(await room.page.screenshot())).toBe(true);
      expect(await room.page.locator('body').ariaSnapshot()).toBe(spoken);
      drawn += 1;
      await step();
    }
    expect(drawn).toBe(2 * channels.length);
    expect(room.problems).toEqual([]);
  });

  it('has nothing of it in what is printed meanwhile', async () => {
    await step();
    await room.page.emulateMedia({ media: 'print' });
    expect(await room.page.locator('.behind').isVisible()).toBe(false);
  });

  it('does so again for text of another size, and in a window of another size', async () => {
    expect(await stepThrough()).toHaveLength(2 * channels.length);
    await room.show({ ...viewOf({ artefact: artefactOf({}), textPx: 64 }) });
    await step();
    expect(await room.page.evaluate('document.querySelector(\'.behind [style*="--read: 64px"]\') !== null')).toBe(true);
    expect((await stepThrough()).length).toBeGreaterThan(0);
    await room.page.setViewportSize({ width: 1920, height: 1080 });
    expect(await stepThrough()).toHaveLength(2 * channels.length);
    expect(room.problems).toEqual([]);
  });

  it('begins anew when the window changes meanwhile, and leaves nothing behind', async () => {
    await step();
    await room.page.setViewportSize({ width: 1600, height: 900 });
    await room.page.waitForTimeout(400);
    await stepThrough();
    expect(await room.page.evaluate("document.querySelectorAll('.behind').length")).toBe(0);
    expect(room.problems).toEqual([]);
  });
});
