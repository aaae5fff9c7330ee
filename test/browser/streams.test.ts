import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBrowserShell } from '#browser/browser-shell.ts';
import { findOpener } from '#browser/open-outside.ts';
import { buildPages, type Door, type OpenShell, openShell, readDoor } from '../support/browser-shell.ts';
import { createFakeApplication } from '../support/fake-application.ts';

let shell: OpenShell;

beforeEach(async () => {
  shell = await openShell();
});
afterEach(() => shell.close());

/** Values of a stream as they come, and their numbers; `stop` ends it as a closed page does. */
async function follow({ port, token }: Door, path: string) {
  const leave = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: leave.signal,
  });
  const lines: unknown[] = [];
  const numbers: number[] = [];
  const read = async () => {
    let rest = '';
    for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      for (const [number, value] of parts.filter((line) => line !== '').map((line) => JSON.parse(line))) {
        numbers.push(number);
        lines.push(value);
      }
    }
  };
  const over = read().catch(() => {});
  return { lines, numbers, over, stop: () => leave.abort() };
}

const saved = { type: 'saved', exercise: 'e', events: [] } as const;

describe('The console’s stream', () => {
  it('tells every page that is open, and none that has gone', async () => {
    const [first, second] = [await follow(shell.console, '/notices'), await follow(shell.console, '/notices')];
    shell.application.notify(saved);
    await expect.poll(() => [first.lines.length, second.lines.length]).toEqual([1, 1]);
    first.stop();
    await first.over;
    shell.application.notify(saved);
    await expect.poll(() => second.lines).toEqual([saved, saved]);
    expect(first.lines).toEqual([saved]);
  });
});

describe('The room’s stream', () => {
  it('gives a value the same number in every window, and a later one a higher', async () => {
    const first = await follow(shell.room, '/pictures');
    shell.application.show({ show: 'blank', tlp: null });
    await expect.poll(() => first.lines.length).toBe(2);
    const second = await follow(shell.room, '/pictures');
    await expect.poll(() => second.lines.length).toBe(1);
    shell.application.show({ show: 'waiting' });
    await expect.poll(() => [first.lines.length, second.lines.length]).toEqual([3, 2]);
    const [began = 0] = first.numbers;
    expect([first.numbers, second.numbers]).toEqual([
      [began, began + 1, began + 2],
      [began + 1, began + 2],
    ]);
  });

  it('begins with what is shown now, and goes on with each change', async () => {
    shell.application.show({ show: 'blank', tlp: null });
    const room = await follow(shell.room, '/pictures');
    await expect.poll(() => room.lines).toEqual([{ show: 'blank', tlp: null }]);
    shell.application.show({ show: 'waiting' });
    await expect.poll(() => room.lines.at(-1)).toEqual({ show: 'waiting' });
  });

  it('is all that a room page ever receives of a notice', async () => {
    const room = await follow(shell.room, '/pictures');
    shell.application.notify(saved);
    shell.application.show({ show: 'blank', tlp: null });
    await expect.poll(() => room.lines).toEqual([{ show: 'waiting' }, { show: 'blank', tlp: null }]);
  });

  it('counts as a room window while it lasts', async () => {
    const before = shell.application.roomChanges();
    const room = await follow(shell.room, '/pictures');
    expect(shell.application.roomChanges()).toBe(before + 1);
    room.stop();
    await expect.poll(() => shell.application.roomChanges()).toBe(before + 2);
  });
});

describe('Closing the shell', () => {
  it('ends the streams and closes the application', async () => {
    const room = await follow(shell.room, '/pictures');
    await shell.close();
    await room.over;
    expect(shell.application.isClosed()).toBe(true);
    await expect(fetch(shell.console.address)).rejects.toThrow();
  });
});

describe('A port', () => {
  it('that is taken is told, and nothing stays open', async () => {
    const dist = await buildPages();
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const taken = (other.address() as { port: number }).port;
    for (const port of [taken, taken - 1]) {
      const application = createFakeApplication();
      const opened = await openBrowserShell({
        open: async () => ({ ok: true, value: application }),
        port,
        dist,
        log: () => {},
      });
      expect(opened).toMatchObject({ ok: false, problem: { code: 'port_not_free' } });
      expect(!opened.ok && opened.problem.message).toBe(
        `Port ${taken} of this laptop cannot be used: another program uses it.`,
      );
      expect(application.isClosed()).toBe(true);
    }
    other.close();
  });

  it('that is asked for is the console’s, and the next the room’s', async () => {
    const { port, again } = await openAgain();
    expect([again.console.port, again.room.port]).toEqual([port, port + 1]);
    await again.close();
  });
});

/** On a port that was free a moment ago, and the next; another program may have taken either since. */
async function openAgain() {
  for (let attempt = 1; ; attempt += 1) {
    const before = await openShell();
    const { port } = before.console;
    await before.close();
    try {
      return { port, again: await openShell(port) };
    } catch (problem) {
      if (attempt === 5) throw problem;
    }
  }
}

describe('Each launch and each role', () => {
  it('has a token of its own of 256 bits', async () => {
    const other = await openShell();
    const tokens = [shell.console, shell.room, other.console, other.room].map(({ token }) => token);
    expect(new Set(tokens).size).toBe(4);
    for (const token of tokens) expect(Buffer.from(token, 'base64url').length).toBe(32);
    expect(readDoor(shell.room.address).port).not.toBe(shell.console.port);
    await other.close();
  });
});

describe('A folder', () => {
  it('is opened by the program of the system, where there is a display', () => {
    expect(findOpener('linux', {})).toBe(null);
    expect(findOpener('linux', { DISPLAY: ':0' })).toBe('xdg-open');
    expect(findOpener('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe('xdg-open');
    expect(findOpener('darwin', {})).toBe('open');
    expect(findOpener('win32', {})).toBe('explorer');
  });
});
