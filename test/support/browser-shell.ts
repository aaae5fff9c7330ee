import { execFile } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BrowserShell, openBrowserShell } from '#browser/browser-shell.ts';
import { createFakeApplication, type FakeApplication } from './fake-application.ts';

const root = join(import.meta.dirname, '../..');

/** Builds the pages unless they are as new as their sources. */
export async function buildPages(): Promise<string> {
  built ??= promisify(execFile)(process.execPath, [join(root, 'build/build-when-stale.mjs')]);
  await built;
  return join(root, 'dist');
}

let built: Promise<unknown> | undefined;

export type Door = { readonly port: number; readonly token: string; readonly address: string };
export type OpenShell = {
  readonly application: FakeApplication;
  readonly console: Door;
  readonly room: Door;
  readonly log: readonly string[];
  readonly close: BrowserShell['close'];
};

/** The shell on free ports, around an application that does nothing. */
export async function openShell(port: number | null = null): Promise<OpenShell> {
  const dist = await buildPages();
  const application = createFakeApplication();
  const log: string[] = [];
  const opened = await openBrowserShell({
    open: async () => ({ ok: true, value: application }),
    port,
    dist,
    log: (line) => log.push(line),
  });
  if (!opened.ok) throw new Error(opened.problem.message);
  const { console: ofConsole, room, close } = opened.value;
  return { application, console: readDoor(ofConsole), room: readDoor(room), log, close };
}

export function readDoor(address: string): Door {
  const { port, hash } = new URL(address);
  return { port: Number(port), token: hash.slice('#token='.length), address };
}

export type Answered = {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
};

/** Bytes as they stand, sent to a port; what came back until the other side was silent or gone. Status 0: nothing came. */
export async function sendRaw(port: number, text: string, { untilClosed = false } = {}): Promise<Answered> {
  const socket = await openSocket(port);
  socket.write(text);
  const got = await readAll(socket, untilClosed);
  socket.destroy();
  const [head = '', body = ''] = got.split('\r\n\r\n', 2);
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { status: Number(first.split(' ')[1] ?? 0), headers, body };
}

export function openSocket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

function readAll(socket: Socket, untilClosed: boolean): Promise<string> {
  return new Promise((resolve) => {
    let got = '';
    const done = () => resolve(got);
    socket.on('data', (bytes) => {
      got += bytes.toString('latin1');
      if (!untilClosed && got.includes('\r\n\r\n')) setTimeout(done, 50);
    });
    socket.on('close', done);
    socket.on('error', done);
  });
}

type Sent = {
  readonly method?: string;
  readonly path?: string;
  /** Over the headers of a well-behaved page; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string;
};

/** A request as our own page would send it, but for what a test changes. */
export function send({ port, token }: Door, { method = 'GET', path = '/', headers = {}, body = '' }: Sent = {}) {
  const own: Record<string, string | null> = {
    Host: `127.0.0.1:${port}`,
    'Sec-Fetch-Site': 'same-origin',
    Authorization: `Bearer ${token}`,
    ...(method === 'GET' ? {} : { Origin: `http://127.0.0.1:${port}`, 'Content-Type': 'application/json' }),
    ...(body === '' && method === 'GET' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...headers,
  };
  const lines = Object.entries(own).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}\r\n`]));
  return sendRaw(port, `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

export function ask(door: Door, more: Sent = {}) {
  return send(door, { method: 'POST', path: '/ask/load_programme', body: '{}', ...more });
}
