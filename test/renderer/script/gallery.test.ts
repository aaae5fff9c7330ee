import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channels } from '#core/scenario/vocabulary.ts';
import { listCutRings } from '../../support/list-cut-rings.ts';
import { lookAtPage } from '../../support/look-at-page.ts';
import { answerFrom, makeMemory } from '../plan/memory-answers.ts';
import { launchBrowser, PlanWindow } from '../plan/plan-window.ts';

let browser: Browser;
let window: PlanWindow;
beforeAll(async () => {
  browser = await launchBrowser();
  const answers = answerFrom(await makeMemory());
  window = await PlanWindow.open(browser, answers, { width: 1280, height: 800 }, '#/gallery/q2-ransomware');
  await window.page.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(() => browser.close());

/** Per picture what runs out of its sheet, as the room itself would show it. */
const listOverflow = `(() => [...document.querySelectorAll('main li[aria-label]')].flatMap((figure) =>
  [...figure.querySelectorAll('header > *, footer li, article, aside, .sheet > *')].flatMap((part) => {
    const sheet = (part.closest('.sheet') ?? figure.querySelector('[data-theme] > div')).getBoundingClientRect();
    const own = part.getBoundingClientRect();
    const over = Math.max(own.right - sheet.right, own.bottom - sheet.bottom, sheet.left - own.left, sheet.top - own.top);
    return over > 1 ? [figure.getAttribute('aria-label') + ': ' + part.tagName + ' by ' + Math.round(over)] : [];
  })))()`;

describe('How each kind looks in the room', () => {
  it.each(['Short', 'Long', 'Right to left', 'Emoji'])(
    'is drawn for every kind and card without running out: %s',
    async (text) => {
      const { page } = window;
      await page.getByRole('radio', { name: text, exact: true }).check({ force: true });
      expect(await page.getByRole('listitem').count()).toBe(channels.length + 22);
      expect(await page.evaluate(listOverflow)).toEqual([]);
      const alone = page.locator('main li:not(:has([aria-label^="Earlier"]))'); // half as wide, even these may turn
      const pages = await alone.getByText(/^Page 1 of \d+$/).count();
      if (text === 'Short') expect(pages).toBe(0);
      if (text === 'Long') expect(pages).toBeGreaterThan(channels.length - 2); // a phone call and the like are long words too
    },
  );

  it('is turned page by page with the keyboard, has no barrier and holds its layout', async () => {
    const { page } = window;
    await page.getByRole('radio', { name: 'Short' }).focus();
    await page.keyboard.press('ArrowRight');
    const log = page.getByRole('listitem', { name: 'Log', exact: true });
    await log.getByRole('button', { name: 'Next page' }).press('Enter');
    await log
      .getByText(/^Page 2 of [23]$/)
      .last()
      .waitFor();
    expect(await listCutRings(page)).toEqual([]);
    expect(await lookAtPage(page, 'all')).toEqual([]);
    expect(window.violations).toEqual([]);
  });
});
