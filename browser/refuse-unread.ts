import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { pageHeaders } from '#services/pages/page-headers.ts';

const statusOf: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** A request Node's parser gave up: too long, too slow or not HTTP. It has no address that could be told. */
export function refuseUnread(problem: NodeJS.ErrnoException, socket: Duplex, log: (reason: string) => void): void {
  if (problem.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statusOf[problem.code ?? ''] ?? 400;
  // A browser opens connections before it needs them: one that said nothing was no request.
  if ((socket as Socket).bytesRead > 0) log(`refused an unread request: ${status} ${STATUS_CODES[status]}`);
  const headers = Object.entries({ ...pageHeaders, connection: 'close', 'content-length': '0' });
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}\r\n`, () => socket.destroy());
}
