import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConsoles } from '../../support/open-console.ts';

let consoles: Awaited<ReturnType<typeof openConsoles>>;
beforeAll(async () => {
  consoles = await openConsoles();
});
afterAll(() => consoles?.close());

/** What lies over a corner of the ring around what has the focus, or cuts it; null where it is seen whole. */
const listOverFocus = `(() => {
  const focused = document.activeElement;
  const stage = document.querySelector('main');
  if (!stage.contains(focused)) return ['the focus is not on the stage: ' + focused.outerHTML.slice(0, 80)];
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const port = stage.getBoundingClientRect();
  const corners = [[left + 1, top - 2], [right - 1, top - 2], [left + 1, bottom + 2], [right - 1, bottom + 2]];
  return corners.flatMap(([x, y]) => {
    if (y < port.top || y > port.bottom) return ['beside the stage at ' + Math.round(y)];
    const hit = document.elementFromPoint(x, y);
    const mirror = hit && hit.closest('section[aria-label="What the room sees now"]');
    return mirror && !mirror.contains(focused) ? ['under the mirror at ' + Math.round(y)] : [];
  });
})()`;

const overFocus = (page: Page) => page.evaluate(listOverFocus) as Promise<readonly string[]>;

/** With the first decision of the script on the stage, whose card is higher than what is left below the mirror. */
async function openAtDecision() {
  const { page, close } = await consoles.open({ size: { width: 1280, height: 720 } });
  await page.getByText('Due now').first().waitFor();
  const asking = consoles.q2.injects.find(({ decision, audience }) => decision && audience === 'room');
  await page
    .getByLabel('Running order')
    .getByRole('button', { name: asking?.title ?? '' })
    .click();
  await page.keyboard.press('r');
  await page.getByRole('dialog', { name: /^Preview: / }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: /^Decision / }).waitFor({ timeout: 8_000 });
  return { page, close };
}

describe('What has the focus on the stage', () => {
  it('is seen whole once a line is written while the stage is scrolled', async () => {
    const { page, close } = await openAtDecision();
    await page.getByRole('button', { name: 'Timer' }).focus();
    await page.keyboard.press('o');
    await page.keyboard.type('Nobody speaks');
    await page.evaluate(`document.querySelector('main').scrollTo({ top: 9999 })`);
    expect(await page.evaluate(`document.querySelector('main').scrollTop`), 'it scrolls').toBeGreaterThan(40);
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Feed, newest first').getByText('Nobody speaks').waitFor();
    await expect.poll(() => overFocus(page)).toEqual([]);
    await close();
  });

  it('is seen whole once a form that was opened there is saved, and the card has become lower', async () => {
    const { page, close } = await openAtDecision();
    await page.getByRole('button', { name: 'Record decision' }).press('Enter');
    const form = page.getByRole('dialog');
    await form.getByRole('textbox').first().fill('Unplug it');
    await page.evaluate(`document.querySelector('main').scrollTo({ top: 9999 })`);
    await page.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Revise' }).waitFor();
    await expect.poll(() => overFocus(page)).toEqual([]);
    await close();
  });

  it('is seen whole at every Tab, forwards and backwards', async () => {
    const { page, close } = await openAtDecision();
    await page.getByRole('button', { name: 'Timer' }).focus();
    const found: string[] = [];
    for (const key of [...Array<string>(14).fill('Tab'), ...Array<string>(14).fill('Shift+Tab')]) {
      await page.keyboard.press(key);
      const isOnStage = await page.evaluate(`document.querySelector('main').contains(document.activeElement)`);
      if (isOnStage) found.push(...(await overFocus(page)));
    }
    expect(found).toEqual([]);
    await close();
  });
});
