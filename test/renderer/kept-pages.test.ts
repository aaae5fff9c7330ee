import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KeptPage, takePage } from '../support/kept-pages.ts';
import { originOf } from '../support/serve-renderer.ts';
import { launchBrowser, PlanWindow } from './plan/plan-window.ts';

let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const small = { width: 1280, height: 800 };
const left = `JSON.stringify([localStorage.length, sessionStorage.length, document.cookie, globalThis.left,
  document.querySelectorAll(':hover').length, matchMedia('print').matches, innerWidth])`;

it('A page that served one test holds nothing of it for the next, and asks only that one', async () => {
  const asked: string[] = [];
  const answersOf = (name: string) => ({
    load_programme: () => {
      asked.push(name);
      return Promise.reject(new Error(name));
    },
  });
  const first = await PlanWindow.open(browser, answersOf('first'), { width: 900, height: 700 });
  const fresh = await first.page.evaluate(left);
  await first.page.evaluate('localStorage.a = sessionStorage.a = globalThis.left = document.cookie = "a=1"');
  await first.page.emulateMedia({ media: 'print' });
  await first.page.mouse.move(400, 300);
  expect(await first.page.evaluate(left)).not.toBe(fresh);
  await first.close();
  await first.close(); // twice is once: no two tests have the same page
  asked.length = 0;
  const heard = first.violations.length;
  const second = await PlanWindow.open(browser, answersOf('second'), small);
  expect(second.page).toBe(first.page);
  expect(await second.page.evaluate(left)).toBe(String(fresh).replace('900', '1280'));
  await second.page.evaluate('console.error("heard")');
  await expect.poll(() => second.violations).toContain('heard');
  expect(first.violations).toHaveLength(heard);
  expect(new Set(asked)).toEqual(new Set(['second']));
  await second.close();
});

it('A page with a clock in the hand of a test has it at now for the next one, and who wants none gets another page', async () => {
  const fiveHours = 5 * 3_600_000;
  const anywhere = `${await originOf(browser, "default-src 'none'")}/`;
  const open = async (hasClock: boolean) => {
    const kept = await takePage(browser, { viewport: small, hasClock });
    await kept.page.goto(anywhere);
    return kept;
  };
  const aheadOf = async ({ page }: KeptPage) => Number(await page.evaluate('Date.now()')) - Date.now();
  const first = await open(true);
  await first.page.clock.fastForward(fiveHours);
  expect(await aheadOf(first)).toBeGreaterThan(fiveHours / 2);
  await first.giveBack();
  const without = await open(false);
  expect(without.page).not.toBe(first.page);
  const second = await open(true);
  expect(second.page).toBe(first.page);
  expect(await aheadOf(second)).toBeLessThan(fiveHours / 2);
  await without.giveBack();
  await second.giveBack();
});

it('What a page stores as it goes is not there for the next one', async () => {
  const open = () => PlanWindow.open(browser, {}, small);
  const first = await open();
  await first.page.evaluate(`addEventListener('pagehide', () => sessionStorage.setItem('late', 'words'))`);
  await first.close();
  const second = await open();
  expect(second.page).toBe(first.page);
  expect(await second.page.evaluate("sessionStorage.getItem('late')")).toBeNull();
  await second.close();
});
