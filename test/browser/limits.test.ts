import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, type OpenShell, openShell, openSocket, send, sendRaw } from '../support/browser-shell.ts';

let shell: OpenShell;

beforeEach(async () => {
  shell = await openShell();
});
afterEach(() => shell.close());

const head = (more: string) => {
  const { port, token } = shell.console;
  const own = `Host: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\n`;
  return `POST /ask/save_draft HTTP/1.1\r\n${own}Content-Type: application/json\r\n${more}\r\n`;
};

describe('A header', () => {
  it('is taken up to 8 KB and refused above', async () => {
    expect((await send(shell.console, { headers: { 'X-Long': 'a'.repeat(7_000) } })).status).toBe(200);
    expect((await send(shell.console, { headers: { 'X-Long': 'a'.repeat(9_000) } })).status).toBe(431);
    expect(shell.log).toEqual(['console: refused an unread request: 431 Request Header Fields Too Large']);
  });
});

describe('A body', () => {
  const draft = (bytes: number) => `"${'a'.repeat(bytes - 2)}"`;

  it('is taken at 1 MB', async () => {
    expect((await ask(shell.console, { body: draft(1_048_576) })).status).toBe(200);
    expect(shell.application.asked.length).toBe(1);
  });

  it('is refused above by its length alone', async () => {
    expect((await sendRaw(shell.console.port, head('Content-Length: 1048577\r\n'))).status).toBe(413);
    expect(shell.log).toEqual(['console: refused /ask/save_draft: 413 body too large']);
  });

  it('is refused above when its length is not told', async () => {
    const chunk = `${(1_048_577).toString(16)}\r\n${draft(1_048_577)}\r\n0\r\n\r\n`;
    const answered = await sendRaw(shell.console.port, `${head('Transfer-Encoding: chunked\r\n')}${chunk}`);
    expect(answered.status).toBe(413);
    expect(shell.application.asked).toEqual([]);
  });

  it('is refused with two lengths, as one program smuggles past another', async () => {
    const both = head('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n');
    expect((await sendRaw(shell.console.port, `${both}0\r\n\r\n`)).status).toBe(400);
    expect(shell.application.asked).toEqual([]);
  });
});

describe('A request that does not arrive', () => {
  it('is refused after ten seconds: silence, half a header, half a body', async () => {
    const since = Date.now();
    const [silent, halfHead, halfBody] = await Promise.all([
      sendRaw(shell.console.port, '', { untilClosed: true }),
      sendRaw(shell.console.port, 'GET / HTTP/1.1\r\nHost: 127', { untilClosed: true }),
      sendRaw(shell.console.port, `${head('Content-Length: 10\r\n')}{"a"`, { untilClosed: true }),
    ]);
    expect([silent.status, halfHead.status, halfBody.status]).toEqual([408, 408, 408]);
    expect(Date.now() - since).toBeGreaterThan(9_000);
    expect(Date.now() - since).toBeLessThan(14_000);
    expect(shell.application.asked).toEqual([]);
  });

  it('is never the stream, which lives by its heartbeat', async () => {
    const { port, token } = shell.console;
    const socket = await openSocket(port);
    let beats = 0;
    socket.on('data', (bytes) => {
      beats += bytes.toString().split('1\r\n\n\r\n').length - 1;
    });
    socket.write(`GET /notices HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 13_000));
    expect([socket.readyState, beats >= 4]).toEqual(['open', true]);
    socket.destroy();
  });
});

describe('The 33rd connection', () => {
  it('is refused while 32 are open, and taken when one has gone', async () => {
    const open = await Promise.all(Array.from({ length: 32 }, () => openSocket(shell.room.port)));
    await expect.poll(() => send(shell.room).then(({ status }) => status)).toBe(0);
    expect(shell.log[0]).toBe('room: refused a connection: more than 32');
    expect((await send(shell.console)).status).toBe(200);
    open.pop()?.destroy();
    await expect.poll(() => send(shell.room).then(({ status }) => status)).toBe(200);
    for (const socket of open) socket.destroy();
  });
});

describe('An upgrade', () => {
  it('ends the connection, also with the right token', async () => {
    const upgrade = {
      Upgrade: 'websocket',
      Connection: 'Upgrade',
      'Sec-WebSocket-Key': 'a',
      'Sec-WebSocket-Version': '13',
    };
    expect((await send(shell.console, { path: '/notices', headers: upgrade })).status).toBe(0);
    expect((await send(shell.room, { headers: upgrade })).status).toBe(0);
    expect(shell.log).toEqual(['console: refused an upgrade', 'room: refused an upgrade']);
  });
});

describe('Both ports', () => {
  it('answer on 127.0.0.1 and on no other address of this machine', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .map(({ address }) => address)
      .filter((address) => address !== '127.0.0.1');
    for (const { port } of [shell.console, shell.room]) {
      expect((await send({ ...shell.console, port })).status).toBe(200);
      for (const address of [...others, '127.0.0.2']) expect(await isReached(address, port)).toBe(false);
    }
  });
});

function isReached(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, address, () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    setTimeout(() => resolve(false), 1_000);
  });
}
