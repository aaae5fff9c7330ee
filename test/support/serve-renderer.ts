import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type { Browser } from 'playwright-core';
import { ownFile } from '#services/own-files.ts';

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/**
 * The built windows as a shell serves them, under this policy. Unlike a shell's, what
 * came once may be kept: the files stay as they are for as long as this serves them, and a page that keeps them opens in half the time.
 */
export async function serveRenderer(policy: string) {
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://x');
    const body = await readFile(ownFile('dist/renderer', pathname)).catch(() => null);
    response.writeHead(body === null ? 404 : 200, {
      'content-type': kinds[extname(pathname)] ?? 'text/plain',
      'content-security-policy': policy,
      'cache-control': 'max-age=3600, immutable',
    });
    response.end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise((resolve) => server.close(resolve));
  return { origin: `http://127.0.0.1:${port}`, close };
}

const origins = new WeakMap<Browser, Promise<string>>();

/** Where a browser finds the windows, under one policy from its first page on until it is closed. */
export function originOf(browser: Browser, policy: string): Promise<string> {
  const known = origins.get(browser) ?? serveUntilClosed(browser, policy);
  origins.set(browser, known);
  return known;
}

async function serveUntilClosed(browser: Browser, policy: string): Promise<string> {
  const { origin, close } = await serveRenderer(policy);
  browser.on('disconnected', close);
  return origin;
}
