import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fail, type Outcome, succeed } from '#core/outcome.ts';

/** The console on `port` and the room on the next, or both on free ones. */
export async function listenBoth(
  ofConsole: Server,
  ofRoom: Server,
  port: number | null,
): Promise<Outcome<{ readonly console: number; readonly room: number }>> {
  const first = await listen(ofConsole, port ?? 0);
  if (!first.ok) return first;
  const second = await listen(ofRoom, port === null ? 0 : port + 1);
  return second.ok ? succeed({ console: first.value, room: second.value }) : second;
}

/** Only ever on this machine's own loopback. `port` 0 takes a free one; gives back the one taken. */
function listen(server: Server, port: number): Promise<Outcome<number>> {
  return new Promise((resolve) => {
    const onError = ({ code }: NodeJS.ErrnoException) => resolve(fail(explainPort(port, code)));
    server.once('error', onError);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', onError);
      resolve(succeed((server.address() as AddressInfo).port));
    });
  });
}

function explainPort(port: number, code: string | undefined) {
  const why =
    code === 'EADDRINUSE' ? 'another program uses it' : code === 'EACCES' ? 'only an administrator may use it' : code;
  return {
    code: 'port_not_free',
    message: `Port ${port} of this laptop cannot be used: ${why}.`,
    hint: 'Choose another with --port N (Muster takes N and N + 1), or leave --port out to take free ones.',
  };
}
