import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ownFile } from '#services/own-files.ts';
import { launchChromium } from '../../../build/chromium.mjs';
import { listBarriers } from '../../support/list-barriers.ts';
import type { InMemory } from './review-bridge.ts';

const small = { width: 1280, height: 800 };
const large = { width: 1920, height: 1080 };
const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "require-trusted-types-for 'script'",
].join('; ');
const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

export type Screens = {
  readonly open: (held: InMemory, path: string) => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** Serves the built console as a shell does, with the strict policy; each page gets a bridge into memory. */
export async function serveScreens(): Promise<Screens> {
  const server = await serve();
  const { port } = server.address() as AddressInfo;
  const browser = await launch();
  return {
    open: (held, path) => openPage(browser, `http://127.0.0.1:${port}/console.html#${path}`, held),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

function serve(): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const body = await readFile(ownFile('dist/renderer', pathname)).catch(() => null);
    const type = kinds[extname(pathname)] ?? 'application/octet-stream';
    response.writeHead(body ? 200 : 404, { 'content-type': type, 'content-security-policy': csp });
    response.end(body ?? '');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function launch(): Promise<Browser> {
  return launchChromium();
}

async function openPage(browser: Browser, address: string, held: InMemory): Promise<Page> {
  const context = await browser.newContext({ viewport: small, locale: 'en-US', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.exposeFunction('askMuster', held.answer);
  await page.addInitScript({ content: bridgeInPage });
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

/** What axe finds in both themes, and whether the page runs over at the right in a small or a large window. */
export async function look(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'dark']) {
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    found.push(...(await listBarriers(page)).map((barrier) => `${theme}: ${barrier}`));
  }
  for (const size of [large, small]) {
    await page.setViewportSize(size);
    const over = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
    if (over > 0) found.push(`${over} px over at ${size.width} wide`);
  }
  return found;
}
