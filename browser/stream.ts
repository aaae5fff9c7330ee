import type { ServerResponse } from 'node:http';
import { pageHeaders } from '#services/pages/page-headers.ts';
import { limits } from './limits.ts';
import type { Stream } from './routes.ts';

/** A value and its number a line, as JSON, for as long as the connection lasts; an empty line says that the other side is still there. */
export function openStream(response: ServerResponse, { number, open }: Stream): void {
  response.writeHead(200, { ...pageHeaders, 'content-type': 'application/x-ndjson; charset=utf-8' });
  const write = (line: string) => {
    if (response.writableLength > limits.unreadBytes) response.destroy();
    else if (!response.destroyed) {
      response.write(line);
      response.socket?.uncork(); // goes out now, not after all else that is done in this turn
    }
  };
  write('\n');
  const heartbeat = setInterval(() => write('\n'), limits.heartbeatMs);
  const close = open((value) => write(`${JSON.stringify([number(), value])}\n`));
  response.once('close', () => {
    clearInterval(heartbeat);
    close();
  });
}
