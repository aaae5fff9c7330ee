// Muster on a clock of its own, and Chromium in front of it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../chromium.mjs';
import { wholePath } from '../chromium-paths.mjs';
import { root } from '../setup.mjs';

const began = '2026-06-16T07:00:00Z';

export const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
export const folder = join(root, 'docs/screenshots');

/** @param {string} node @param {string} workspace */
export async function openMuster(node, workspace) {
  const program = join(root, 'test/support/serve-on-set-clock.ts');
  const child = fork(program, [workspace, began], {
    execPath: node,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const [addresses] = await once(child, 'message');
  return {
    ...addresses,
    passMinutes: async (minutes) => {
      child.send(minutes);
      await once(child, 'message');
    },
    sleepMinutes: async (minutes) => {
      child.send({ asleep: minutes });
      await once(child, 'message');
    },
    close: async () => {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

export function openBrowser() {
  mkdirSync(folder, { recursive: true });
  return launchChromium(wholePath); // it sets type as a desktop does
}

/** @param {import('playwright-core').Browser} browser @param {string} address */
export async function openPage(browser, address, theme = 'light') {
  const page = await browser.newPage({
    viewport: sizes[0],
    reducedMotion: 'reduce',
    colorScheme: theme,
    locale: 'en-GB',
  });
  page.on('pageerror', (problem) => console.error(`In the page: ${problem}`));
  await page.goto(address);
  await page.locator('#root main').first().waitFor();
  return page;
}

/** One picture at each size; of the room, which is one picture scaled, one of its kinds is enough at the smaller. @param {import('playwright-core').Page} page @param {string} name */
export async function shoot(page, name) {
  const isScaledOnly = name.startsWith('room-') && name !== 'room-email';
  for (const size of isScaledOnly ? sizes.slice(1) : sizes) {
    await page.setViewportSize(size);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(200); // the room pages itself once it knows its size
    await page.screenshot({ path: join(folder, `${name}-${size.width}.jpg`), type: 'jpeg', quality: 75 });
  }
  await page.setViewportSize(sizes[0]);
}

/** @param {import('playwright-core').Page} page */
export async function setTheme(page, theme) {
  await page.evaluate((wanted) => {
    document.documentElement.dataset.theme = wanted;
  }, theme);
}

/** Asks through the window's own bridge. @param {import('playwright-core').Page} page */
export async function ask(page, name, input) {
  const outcome = await page.evaluate(([asked, what]) => window.muster[asked](what), [name, input]);
  if (!outcome.ok) throw new Error(`${name}: ${outcome.problem.message}`);
  return outcome.value;
}
