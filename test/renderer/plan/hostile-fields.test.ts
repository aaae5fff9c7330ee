import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isEvil, writeHostile } from '../../support/hostile-text.ts';
import { answerFrom, makeMemory } from './memory-answers.ts';
import { launchBrowser, PlanWindow } from './plan-window.ts';

const script = 'q2-ransomware';
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** By its label; what a text field says below it when it cannot take what stands in it. */
async function describeField(field: Locator): Promise<{ readonly name: string; readonly error: string }> {
  const id = await field.getAttribute('id');
  const page = field.page();
  const name = await page.locator(`label[for="${id}"]`).innerText();
  const isWrong = (await field.getAttribute('aria-invalid')) === 'true';
  return { name, error: isWrong ? await page.locator(`[id="${id}-error"]`).innerText() : '' };
}

describe('Ten thousand characters of markup, right to left and emoji', () => {
  it('in every field of the plan are saved whole and stand as text, or are refused with a sentence and kept', async () => {
    const memory = await makeMemory();
    await answerFrom(memory).fill_plan?.({ script });
    const window = await PlanWindow.open(browser, answerFrom(memory), { width: 1280, height: 800 }, `#/plan/${script}`);
    const { page } = window;
    await page.locator('main h2').first().waitFor();
    await page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true");
    await page
      .getByRole('button', { name: /^Add a/ })
      .first()
      .click();
    const fields = page.locator('main input.field:is([type=text], :not([type])), main textarea.field');
    const typed = new Map<number, string>();
    for (const [at, field] of (await fields.all()).entries()) {
      typed.set(at, writeHostile(`Field ${at}`));
      await field.fill(typed.get(at) ?? '');
    }
    expect(typed.size).toBeGreaterThan(15);
    await page.keyboard.press('Tab'); // what is left is saved
    const isSaved = (text: string) =>
      JSON.stringify(memory.plans.get(script)).includes(JSON.stringify(text).slice(1, -1));
    const refused: string[] = [];
    for (const [at, text] of typed) {
      const field = fields.nth(at);
      expect(await field.inputValue()).toBe(text);
      const { name, error } = await describeField(field);
      if (error === '') await expect.poll(() => isSaved(text), { message: name.slice(0, 200) }).toBe(true);
      else refused.push(`${name}: ${error}`);
    }
    expect(refused).toEqual([
      'Date in the room: This is no day that can be read. Write it as 2026-11-29 or 29 Nov 2026.',
      'Time there: This is no time of day. Write it with 24 hours, such as 09:05 or 21:30.',
      'Or your own minutes: Write whole minutes from 1 to 9999, such as 120. 105 is kept until then.',
      'Mail domain: Write a mail domain such as example.com.',
      'Time zone: Write a time zone such as Europe/Berlin or America/New_York.',
    ]);
    expect(await window.listTooWide()).toEqual([]);
    expect(await page.evaluate(isEvil)).toBe(false);
    for (const place of ['#/', `#/script/${script}`, `#/plan/${script}`]) {
      await page.evaluate(`location.hash = ${JSON.stringify(place)}`);
      await page.locator('main h2').first().waitFor();
      expect(await window.listTooWide(), place).toEqual([]);
      expect(await page.evaluate(isEvil), place).toBe(false);
    }
    expect(window.violations.filter((line) => !line.includes("'TrustedScript'"))).toEqual([]);
    await window.close();
  });
});
