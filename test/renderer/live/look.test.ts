import { afterAll, beforeAll, test } from 'vitest';
import { openConsoles, passMinutes } from '../../support/open-console.ts';

let consoles: Awaited<ReturnType<typeof openConsoles>>;
beforeAll(async () => {
  consoles = await openConsoles();
});
afterAll(() => consoles?.close());
test('looks', { timeout: 200_000 }, async () => {
  for (const [theme, width, height] of [
    ['light', 1280, 800],
    ['dark', 1280, 800],
    ['light', 1920, 1080],
  ] as const) {
    const { page, problems } = await consoles.open({ theme, size: { width, height } });
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `/tmp/shot-start-${theme}-${width}.png` });
    const plan = [
      [0.1, 'Q2-010'],
      [5, 'Q2-030'],
      [9, 'Q2-040'],
      [7, 'Q2-050'],
      [7, 'Q2-060'],
      [8, 'Q2-070'],
    ] as const;
    for (const [min] of plan) {
      await passMinutes(page, min);
      await page.waitForTimeout(1100);
      await page.keyboard.press('r');
      await page.waitForTimeout(200);
      if (await page.locator('dialog[open]').count()) {
        await page.keyboard.press('Enter');
        await page.waitForTimeout(200);
      }
      await page.keyboard.press('o');
      await page.keyboard.type('IC asked who is on the new bridge; nobody could list it');
      await page.keyboard.press('Control+Enter');
      await page.waitForTimeout(200);
    }
    await passMinutes(page, 11);
    await page.waitForTimeout(1200);
    await page.keyboard.press('g');
    await page.keyboard.type('Nobody in the room can say who may order full isolation');
    await page.waitForTimeout(500);
    await page.screenshot({ path: `/tmp/shot-${theme}-${width}.png` });
    await page.keyboard.press('Escape');
    await page.keyboard.press('t'); await page.waitForTimeout(300); await page.screenshot({ path: `/tmp/shot-timer-${theme}-${width}.png` }); await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k'); await page.waitForTimeout(300); await page.screenshot({ path: `/tmp/shot-find-${theme}-${width}.png` }); await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Record decision' }).first().click(); await page.waitForTimeout(300); await page.screenshot({ path: `/tmp/shot-decide-${theme}-${width}.png` }); await page.keyboard.press('Escape');
    await page.keyboard.press('d'); await page.waitForTimeout(300); await page.keyboard.type('Partial isolation');
    await page.getByRole('button', { name: /Contingency pocket/ }).click(); await page.waitForTimeout(300); await page.screenshot({ path: `/tmp/shot-pocket-${theme}-${width}.png` });
    console.log(theme, width, problems);
    await page.context().close();
  }
});
