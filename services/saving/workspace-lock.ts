import { hash } from 'node:crypto';
import { realpath, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localTimeOf } from '#core/local-time.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { ownZone } from '../own-zone.ts';

export type WorkspaceLock = { readonly release: () => Promise<void> };

/** One writer for a workspace, held by a socket: it ends with the process, however that ends. The second is told who and since when. */
export async function lockWorkspace(folder: string, purpose: string): Promise<Outcome<WorkspaceLock>> {
  const address = addressOf(await realpath(folder));
  const since = new Date().toISOString();
  const server = createServer((socket) => {
    socket.on('error', () => {}); // whoever asked has gone; there is nobody to tell
    socket.end(`process ${process.pid} (muster ${purpose}) since ${since}`);
  });
  server.unref();
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await listen(server, address);
    if (outcome === 'held') return succeed({ release: () => close(server) });
    const holder = await askHolder(address);
    if (holder !== null) return fail(heldBy(folder, holder));
    // On macOS a crash leaves the socket's file behind; nobody answers, so it is nobody's.
    if (attempt > 2) return fail(heldBy(folder, 'a program that does not answer'));
    if (!address.startsWith('\0')) await unlink(address).catch(() => {});
  }
}

function addressOf(folder: string): string {
  const name = `muster-${hash('sha256', folder).slice(0, 32)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(server: Server, address: string): Promise<'held' | 'taken'> {
  return new Promise((resolve, reject) => {
    const onError = (problem: NodeJS.ErrnoException) => {
      if (problem.code === 'EADDRINUSE' || problem.code === 'EACCES') resolve('taken');
      else reject(problem);
    };
    server.once('error', onError);
    server.listen(address, () => {
      server.off('error', onError);
      resolve('held');
    });
  });
}

function askHolder(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(address);
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('data', (bytes) => {
      said += bytes.toString();
    });
    socket.on('error', () => resolve(null));
    socket.on('close', () => resolve(said || 'a program that does not answer'));
  });
}

function heldBy(folder: string, told: string) {
  const holder = told.replace(/(?<=since )\S+Z$/, onOwnClock);
  return {
    code: 'workspace_held',
    message: `The workspace ${folder} is held by ${holder}.`,
    hint: 'Nothing was written. Close the other one, or choose another folder with --workspace DIR.',
  };
}

/** `2026-03-17 14:05` on this laptop's clock. */
function onOwnClock(t: string): string {
  return localTimeOf(t, ownZone()).slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ');
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
