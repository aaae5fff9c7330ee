import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { methodOf, type Route } from './routes.ts';

/** Why a request is not answered. `reason` is a fixed sentence, never something the request said. */
export type Refusal = { readonly status: number; readonly reason: string };

export type Here = { readonly port: number; readonly token: string };

/** All that can be known before a body is read. null: go on. */
export function checkRequest(request: IncomingMessage, route: Route | undefined, here: Here): Refusal | null {
  return (
    checkHost(request, here) ??
    checkSource(request, route, here) ??
    checkAddress(request, route) ??
    (route?.kind === 'file' ? null : checkToken(request, here)) ??
    (route?.kind === 'ask' ? checkContentType(request) : null)
  );
}

/** Another name for this machine is how a foreign page reaches it (DNS rebinding). */
function checkHost(request: IncomingMessage, { port }: Here): Refusal | null {
  const hosts = request.headersDistinct.host ?? [];
  return hosts.length === 1 && hosts[0] === `127.0.0.1:${port}` ? null : { status: 421, reason: 'foreign Host' };
}

function checkSource(request: IncomingMessage, route: Route | undefined, { port }: Here): Refusal | null {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isOpenedFromOurConsole(request, route))
    return { status: 403, reason: 'foreign Sec-Fetch-Site' };
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://127.0.0.1:${port}`) return { status: 403, reason: 'foreign Origin' };
  if (origin === undefined && request.method !== 'GET') return { status: 403, reason: 'no Origin' };
  return null;
}

/**
 * The console's link to the room leads to another port, which a browser calls same-site. A page that is navigated to shows
 * nothing without a token, and cannot be read or framed by whoever opened it.
 */
function isOpenedFromOurConsole({ url, headers }: IncomingMessage, route: Route | undefined): boolean {
  return (
    url === '/' &&
    route?.kind === 'file' &&
    headers['sec-fetch-site'] === 'same-site' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document'
  );
}

function checkAddress({ method }: IncomingMessage, route: Route | undefined): Refusal | null {
  if (!route) return { status: 404, reason: 'no such address' };
  return method === methodOf[route.kind] ? null : { status: 405, reason: 'wrong method' };
}

function checkToken({ headers }: IncomingMessage, { token }: Here): Refusal | null {
  const given = Buffer.from(headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return null;
  return { status: 401, reason: headers.authorization === undefined ? 'no token' : 'wrong token' };
}

function checkContentType({ headers }: IncomingMessage): Refusal | null {
  const isJson = /^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '');
  const isPlain = headers['content-encoding'] === undefined;
  return isJson && isPlain ? null : { status: 415, reason: 'not JSON' };
}
