import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../build/chromium.mjs';
import { takePage } from '../../support/kept-pages.ts';
import { serveRenderer } from '../../support/serve-renderer.ts';
import type { InMemory } from './review-bridge.ts';

const small = { width: 1280, height: 800 };
const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "require-trusted-types-for 'script'",
].join('; ');
export type Screens = {
  readonly open: (held: InMemory, path: string) => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** Serves the built console as a shell does, with the strict policy; each page gets a bridge into memory. */
export async function serveScreens(): Promise<Screens> {
  const { origin, close } = await serveRenderer(csp);
  const browser = await launchChromium();
  return {
    open: (held, path) => openPage(browser, `${origin}/console.html#${path}`, held),
    close: async () => {
      await browser.close();
      await close();
    },
  };
}

async function openPage(browser: Browser, address: string, held: InMemory): Promise<Page> {
  const kept = await takePage(browser, { viewport: small, locale: 'en-US', reducedMotion: 'reduce' });
  const { page } = kept;
  kept.forNow(await page.exposeFunction('askMuster', held.answer));
  kept.forNow(await page.addInitScript({ content: bridgeInPage }));
  page.close = kept.giveBack; // whoever closes it is done with it
  held.tell = async (notice) => {
    const detail = JSON.stringify(JSON.stringify(notice));
    await page.evaluate(`dispatchEvent(new CustomEvent('muster', { detail: JSON.parse(${detail}) }))`);
  };
  await page.goto(address);
  return page;
}

/** Text, because it runs in the page: the project of the tests knows no DOM. */
const bridgeInPage = `
  const onNotice = (listener) => {
    const hear = (event) => listener(event.detail);
    addEventListener('muster', hear);
    return () => removeEventListener('muster', hear);
  };
  const get = (_, name) => (name === 'onNotice' ? onNotice : (input) => askMuster(name, input));
  Object.defineProperty(window, 'muster', { value: new Proxy({}, { get }) })`;
