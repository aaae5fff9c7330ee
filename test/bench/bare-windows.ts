import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { openWatchedPage } from './open-windows.ts';
import type { QuietPage } from './quiet-page.ts';

export type BareWindows = {
  /** Where the key is pressed. */
  readonly console: QuietPage;
  readonly shown: readonly QuietPage[];
  readonly close: () => Promise<void>;
};

/**
 * What a machine needs to change so many windows at all: no React, no Muster. A key asks the server, which tells every window with
 * one message; `r` has it put up another text, F9 take it away. Each window has a port of its own, as a browser opens six
 * connections to one.
 */
export async function openBareWindows(browser: Browser, count: number): Promise<BareWindows> {
  const listening = new Set<ServerResponse>();
  const tell = (said: string) => {
    for (const response of listening) response.write(`data: ${said}\n\n`);
  };
  const servers = Array.from({ length: count + 1 }, () =>
    createServer(({ url }, response) => {
      if (url === '/told') {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        listening.add(response);
        response.write(':\n\n');
        return;
      }
      if (url === '/show' || url === '/blank') tell(url.slice(1));
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(url === '/room' ? roomPage : consolePage);
    }),
  );
  const addresses: string[] = [];
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    addresses.push(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }
  const console = await openWatchedPage(browser, `${addresses[0]}/console`);
  const shown: QuietPage[] = [];
  for (const address of addresses.slice(1)) shown.push(await openWatchedPage(browser, `${address}/room`, console));
  return { console, shown, close: async () => servers.forEach((server) => void server.closeAllConnections()) };
}

const style =
  '<style>html,body{margin:0;height:100%;overflow:clip;background:#dfdbd1}pre{margin:40px;font:500 30px/1.36 sans-serif;white-space:pre-wrap}</style>';
const consolePage = `<!doctype html>${style}<div id="root"><main>key</main></div><script>
  addEventListener('keydown', ({ key }) => fetch(key === 'r' ? '/show' : '/blank', { method: 'POST' }));
</script>`;

/** As many words as an e-mail of the scripts. */
const words = Array.from(
  { length: 12 },
  (_, line) => `${line} All staff are asked to leave their laptops off until told.`,
);
const roomPage = `<!doctype html>${style}<div id="root"><main><pre></pre></main></div><script>
  const place = document.querySelector('pre');
  const words = ${JSON.stringify(words.join('\n'))};
  let told = 0;
  new EventSource('/told').onmessage = ({ data }) => {
    told += 1;
    place.textContent = data === 'show' ? told + ' ' + words : '';
  };
</script>`;
