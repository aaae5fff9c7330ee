import { afterAll, beforeAll, expect, it } from 'vitest';
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
