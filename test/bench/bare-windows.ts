import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { openWatchedPage } from './open-windows.ts';
import type { QuietPage } from './quiet-page.ts';

export type BareWindows = {
  /** `r` pressed here has every window put up another text, F9 take it away. */
  readonly keys: QuietPage;
  readonly shown: readonly QuietPage[];
  readonly close: () => void;
};

/**
 * What the machine needs to change so many windows at all, without Muster or React: a key asks a server, which tells each window with
 * one message. Each has a port of its own, as a browser opens six connections to one and a stream keeps its own for ever.
 */
export async function openBareWindows(browser: Browser, count: number): Promise<BareWindows> {
  const listening = new Set<ServerResponse>();
  const servers = Array.from({ length: count }, () => createBareServer(listening));
  const addresses = await Promise.all(servers.map(listen));
  const keys = await openWatchedPage(browser, `${addresses[0]}/keys`);
  const shown: QuietPage[] = [];
  for (const address of addresses) shown.push(await openWatchedPage(browser, `${address}/room`, keys));
  const close = () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  return { keys, shown, close };
}

function createBareServer(listening: Set<ServerResponse>): Server {
  return createServer(({ url, method }, response) => {
    if (url === '/told') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
      listening.add(response);
      return;
    }
    if (method === 'POST') for (const window of listening) window.write(`data: ${url?.slice(1)}\n\n`);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(url === '/room' ? roomPage : keysPage);
  });
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const head = `<!doctype html><title>Bare</title><style>
  html, body { margin: 0; height: 100%; overflow: clip; background: #dfdbd1; }
  pre { margin: 40px; font: 500 30px / 1.36 sans-serif; white-space: pre-wrap; }
</style><div id="root"><main><pre></pre></main></div>`;

const keysPage = `${head}<script>
  addEventListener('keydown', ({ key }) => fetch(key === 'r' ? '/show' : '/blank', { method: 'POST' }));
</script>`;

/** As many words as a page of an e-mail in the room, as large. */
const words = Array.from(
  { length: 12 },
  (_, line) => `${line}: all staff are asked to leave their laptops off until told.`,
);

const roomPage = `${head}<script>
  const place = document.querySelector('pre');
  let told = 0;
  new EventSource('/told').onmessage = ({ data }) => {
    told += 1;
    place.textContent = data === 'show' ? told + ' ' + ${JSON.stringify(words.join('\n'))} : '';
  };
</script>`;
