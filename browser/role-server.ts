import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageHeaders } from '#services/pages/page-headers.ts';
import { checkRequest, type Here, type Refusal } from './check-request.ts';
import { limits } from './limits.ts';
import { readJson } from './read-json.ts';
import { refuseUnread } from './refuse-unread.ts';
import { methodOf, type Route, type Routes } from './routes.ts';
import { openStream } from './stream.ts';

export type Role = 'console' | 'room';
/** One line about a refusal: who was asked, for which address, why. Never what was sent. */
export type Log = (line: string) => void;

type Serving = { readonly role: Role; readonly token: string; readonly routes: Routes; readonly log: Log };

/** One origin: its port, its token, its addresses. Not listening yet. */
export function createRoleServer({ role, token, routes, log }: Serving): Server {
  const options = {
    maxHeaderSize: limits.headerBytes,
    requestTimeout: limits.requestMs,
    headersTimeout: limits.requestMs,
    connectionsCheckingInterval: 1_000,
    requireHostHeader: false, // checked like any other Host, with the same answer and log line
  };
  const server = createServer(options, (request, response) => {
    void answer(request, response).catch(() => {
      // The connection ended before the request did: nobody is left to answer.
      response.destroy();
    });
  });
  server.maxConnections = limits.connections;
  server.on('drop', () => log(`${role}: refused a connection: more than ${limits.connections}`));
  server.on('upgrade', (_request, socket) => {
    log(`${role}: refused an upgrade`);
    socket.destroy();
  });
  server.on('clientError', (problem, socket) => refuseUnread(problem, socket, (reason) => log(`${role}: ${reason}`)));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = request.url ?? '';
    const route = routes.get(address);
    const here: Here = { port: (server.address() as AddressInfo).port, token };
    const refuse = ({ status, reason }: Refusal) => {
      log(`${role}: refused ${route ? address : 'an unknown address'}: ${status} ${reason}`);
      end(response, status, 'text/plain; charset=utf-8', reason, route);
    };
    const refusal = checkRequest(request, route, here);
    if (refusal) return refuse(refusal);
    if (route?.kind === 'file') {
      const { type, bytes } = await route.load();
      return end(response, 200, type, bytes);
    }
    if (route?.kind === 'stream') return openStream(response, route);
    if (route?.kind !== 'ask') return;
    const body = await readJson(request);
    if ('status' in body) return refuse(body);
    await route.answer(body.value).then(
      (value) => end(response, 200, 'application/json; charset=utf-8', JSON.stringify(value)),
      () => refuse({ status: 500, reason: 'the application failed' }),
    );
  }
  return server;
}

/** What is left of a refused body is read away by Node, so that the sender hears why; the time limit bounds it. */
function end(response: ServerResponse, status: number, type: string, body: string | Uint8Array, route?: Route): void {
  const allow = status === 405 && route ? { allow: methodOf[route.kind] } : {};
  response.writeHead(status, { ...pageHeaders, 'content-type': type, ...allow });
  response.end(body);
}
