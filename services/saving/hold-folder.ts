import { hash } from 'node:crypto';
import { realpath, stat, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localTimeOf } from '#core/local-time.ts';
import { ownZone } from '../own-zone.ts';

export type Hold = { readonly release: () => Promise<void> };

/** Who has it, and since when, as the end of a sentence. */
export type HeldBy = { readonly holder: string };

/**
 * One writer for a folder, held by sockets: they end with the process, however that ends. By the folder's path, and by its place on
 * the disk: that is the same through every other path to it. `purpose`, where it has one, is told to the second.
 */
export async function holdFolder(folder: string, purpose: string | null): Promise<Hold | HeldBy> {
  const said = `process ${process.pid}${purpose === null ? '' : ` (muster ${purpose})`} since ${new Date().toISOString()}`;
  const held: Server[] = [];
  const release = async () => {
    for (const server of held) await close(server);
  };
  for (const address of await findAddresses(folder, purpose === null ? 'exercise ' : '')) {
    const answer = await hold(address, said);
    if (!('holder' in answer)) held.push(answer);
    else {
      await release();
      return answer;
    }
  }
  return { release };
}

/** `kind` keeps apart what lies in one place one after the other: a workspace that is gone, and an exercise made since. */
async function findAddresses(folder: string, kind: string): Promise<readonly string[]> {
  const path = await realpath(folder);
  const { dev, ino } = await stat(path, { bigint: true });
  const onDisk = `${dev} ${ino}`;
  return [path, onDisk].map((place) => {
    const name = `muster-${hash('sha256', `${kind}${place}`).slice(0, 32)}`;
    if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
    return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
  });
}

async function hold(address: string, said: string): Promise<Server | HeldBy> {
  const server = createServer((socket) => {
    socket.on('error', () => {}); // whoever asked has gone; there is nobody to tell
    socket.end(said);
  });
  server.unref();
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await listen(server, address);
    if (outcome === 'held') return server;
    const holder = await askHolder(address);
    if (holder !== null) return { holder: holder.replace(/(?<=since )\S+Z$/, onOwnClock) };
    // On macOS a crash leaves the socket's file behind; nobody answers, so it is nobody's.
    if (attempt > 2) return { holder: 'a program that does not answer' };
    if (!address.startsWith('\0')) await unlink(address).catch(() => {});
  }
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

/** `2026-03-17 14:05` on this laptop's clock. */
function onOwnClock(t: string): string {
  return localTimeOf(t, ownZone()).slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ');
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
