import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import type { InMemory } from './review-bridge.ts';

const root = join(import.meta.dirname, '../../../renderer');
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
  readonly open: (held: InMemory, path: string, look?: Look) => Promise<Page>;
  readonly close: () => Promise<void>;
};

export type Look = { readonly width?: number; readonly height?: number; readonly theme?: 'light' | 'dark' };

/** Builds the console once and serves it as a shell does, with the strict policy; each page gets a bridge into memory. */
export async function serveScreens(): Promise<Screens> {
  const outDir = await mkdtemp(join(tmpdir(), 'muster-screens-'));
  await buildConsole(outDir);
  const server = await serve(outDir);
  const { port } = server.address() as AddressInfo;
  const browser = await launch();
  return {
    open: (held, path, look = {}) => openPage(browser, `http://127.0.0.1:${port}/console.html#${path}`, held, look),
    close: async () => {
      await browser.close();
      server.close();
      await rm(outDir, { recursive: true });
    },
  };
}

async function buildConsole(outDir: string): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production'; // Vitest says "test", and React's development build would be bundled
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    base: './',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome146',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: [join(root, 'console.html')] },
    },
  });
  process.env.NODE_ENV = before;
}

function serve(folder: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const body = await readFile(join(folder, pathname)).catch(() => null);
    const type = kinds[extname(pathname)] ?? 'application/octet-stream';
    response.writeHead(body ? 200 : 404, { 'content-type': type, 'content-security-policy': csp });
    response.end(body ?? '');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

async function openPage(browser: Browser, address: string, held: InMemory, look: Look): Promise<Page> {
  const { width = 1280, height = 800, theme = 'light' } = look;
  const viewport = { width, height };
  const context = await browser.newContext({ viewport, locale: 'en-US', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.exposeFunction('askMuster', held.answer);
  await page.addInitScript({ content: `${bridgeInPage}; ${themeInPage(theme)}` });
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

function themeInPage(theme: string): string {
  return `addEventListener('DOMContentLoaded', () => { document.documentElement.dataset.theme = '${theme}'; })`;
}
