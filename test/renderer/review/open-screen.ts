import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ownFile } from '#services/own-files.ts';
import { launchChromium } from '../../../build/chromium.mjs';
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
