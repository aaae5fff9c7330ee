import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { ask, type Door, type OpenShell, openShell, send, sendRaw } from '../support/browser-shell.ts';

let shell: OpenShell;

beforeAll(async () => {
  shell = await openShell();
});
afterAll(() => shell.close());

/** Every change of a good request that has to be refused, and as what. The good request itself is tested beside it. */
type Bad = readonly [what: string, send: (door: Door) => ReturnType<typeof send>, status: number, reason: string];

const page = (headers: Record<string, string | null>) => (door: Door) => send(door, { headers });
const asking = (headers: Record<string, string | null>) => (door: Door) => ask(door, { headers });

const bad: readonly Bad[] = [
  ['the name localhost', (door) => send(door, { headers: { Host: `localhost:${door.port}` } }), 421, 'foreign Host'],
  ['the Host of another site', page({ Host: 'attacker.example' }), 421, 'foreign Host'],
  ['no port in Host', page({ Host: '127.0.0.1' }), 421, 'foreign Host'],
  ['another port in Host', page({ Host: '127.0.0.1:1' }), 421, 'foreign Host'],
  ['no Host', page({ Host: null }), 421, 'foreign Host'],
  ['two Hosts', (door) => send(door, { headers: { host: 'attacker.example' } }), 421, 'foreign Host'],
  ['a foreign Origin that reads', page({ Origin: 'https://attacker.example' }), 403, 'foreign Origin'],
  ['a foreign Origin that asks', asking({ Origin: 'https://attacker.example' }), 403, 'foreign Origin'],
  ['an Origin of null', asking({ Origin: 'null' }), 403, 'foreign Origin'],
  [
    'the Origin of the other role',
    (door) => ask(door, { headers: { Origin: `http://127.0.0.1:${shell.room.port}` } }),
    403,
    'foreign Origin',
  ],
  [
    'our Origin over https',
    (door) => ask(door, { headers: { Origin: `https://127.0.0.1:${door.port}` } }),
    403,
    'foreign Origin',
  ],
  ['no Origin while asking', asking({ Origin: null }), 403, 'no Origin'],
  ['a page of another site', page({ 'Sec-Fetch-Site': 'cross-site' }), 403, 'foreign Sec-Fetch-Site'],
  ['a page of another port that asks', asking({ 'Sec-Fetch-Site': 'same-site' }), 403, 'foreign Sec-Fetch-Site'],
  ['a page of another port that reads', page({ 'Sec-Fetch-Site': 'same-site' }), 403, 'foreign Sec-Fetch-Site'],
  ['no token', asking({ Authorization: null }), 401, 'no token'],
  ['a wrong token', asking({ Authorization: `Bearer ${'A'.repeat(43)}` }), 401, 'wrong token'],
  ['half a token', (door) => ask({ ...door, token: door.token.slice(0, 20) }), 401, 'wrong token'],
  ['the token of the room', (door) => ask({ ...door, token: shell.room.token }), 401, 'wrong token'],
  [
    'the token as a cookie',
    (door) => ask(door, { headers: { Authorization: null, Cookie: `token=${door.token}` } }),
    401,
    'no token',
  ],
  [
    'a stream without a token',
    (door) => send(door, { path: '/notices', headers: { Authorization: null } }),
    401,
    'no token',
  ],
  ['a form', asking({ 'Content-Type': 'application/x-www-form-urlencoded' }), 415, 'not JSON'],
  ['plain text', asking({ 'Content-Type': 'text/plain' }), 415, 'not JSON'],
  ['a compressed body', asking({ 'Content-Encoding': 'gzip' }), 415, 'not JSON'],
  ['a body that is not JSON', (door) => ask(door, { body: '{' }), 400, 'body is not JSON'],
  ['GET where something is asked', (door) => send(door, { path: '/ask/load_programme' }), 405, 'wrong method'],
  ['POST to a page', (door) => ask(door, { path: '/' }), 405, 'wrong method'],
  ['DELETE', (door) => ask(door, { method: 'DELETE' }), 405, 'wrong method'],
  ['OPTIONS, as before a foreign request', (door) => ask(door, { method: 'OPTIONS' }), 405, 'wrong method'],
  ['an unknown address', (door) => send(door, { path: '/secret' }), 404, 'no such address'],
  ['an unknown request', (door) => ask(door, { path: '/ask/close' }), 404, 'no such address'],
  ['a name every object has', (door) => ask(door, { path: '/ask/constructor' }), 404, 'no such address'],
  ['a file beside the pages', (door) => send(door, { path: '/assets/../../package.json' }), 404, 'no such address'],
  ['the same, encoded', (door) => send(door, { path: '/assets/%2e%2e/%2e%2e/package.json' }), 404, 'no such address'],
  ['a whole address', (door) => send(door, { path: 'http://attacker.example/' }), 404, 'no such address'],
  ['the bridge of the room', (door) => send(door, { path: '/room-bridge.js' }), 404, 'no such address'],
  ['the stream of the room', (door) => send(door, { path: '/pictures' }), 404, 'no such address'],
];

describe('The console’s port', () => {
  test.each(bad)('refuses %s', async (_, sendBad, status, reason) => {
    const [lines, asked] = [shell.log.length, shell.application.asked.length];
    const answered = await sendBad(shell.console);
    expect([answered.status, shell.log.slice(lines)]).toEqual([
      status,
      [expect.stringMatching(new RegExp(`^console: refused [^ ]+( unknown address)?: ${status} ${reason}$`))],
    ]);
    expect(shell.application.asked.length).toBe(asked);
    expect(answered.headers.get('x-content-type-options')).toBe('nosniff');
    expect([...answered.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('gives its page to a browser that was given the address', async () => {
    const typed = await send(shell.console, { headers: { 'Sec-Fetch-Site': 'none', Authorization: null } });
    const reloaded = await send(shell.console, { headers: { Authorization: null } });
    expect([typed.status, reloaded.status]).toEqual([200, 200]);
    expect(typed.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('answers its own page', async () => {
    const answered = await ask(shell.console, { body: '{"a":"é"}' });
    expect(answered.status).toBe(200);
    expect(shell.application.asked.at(-1)).toEqual({ name: 'load_programme', input: { a: 'é' } });
  });

  it('reads with our Origin, when a browser sends one', async () => {
    const { port } = shell.console;
    expect((await send(shell.console, { headers: { Origin: `http://127.0.0.1:${port}` } })).status).toBe(200);
  });

  it('gives each file that the page names', async () => {
    const { body } = await sendWhole(shell.console, '/');
    const named = [...body.matchAll(/(?:src|href)="\.(\/[^"]+)"/g)].map(([, address]) => address ?? '');
    expect(named.length).toBeGreaterThan(2);
    for (const path of named) expect([path, (await send(shell.console, { path })).status]).toEqual([path, 200]);
  });

  it('lets nothing be kept, framed, guessed or read from elsewhere', async () => {
    const { headers } = await send(shell.console);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers.get('content-security-policy')).toContain(
      "frame-ancestors 'none'; require-trusted-types-for 'script'",
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('permissions-policy')).toContain('camera=(), ');
    expect(headers.has('set-cookie')).toBe(false);
  });

  it('tells the method there is', async () => {
    expect((await send(shell.console, { path: '/ask/load_plan' })).headers.get('allow')).toBe('POST');
  });

  it('says that the application failed, without why', async () => {
    shell.application.answers = () => Promise.reject(new Error('secret of the facilitator'));
    const answered = await ask(shell.console);
    expect([answered.status, answered.body]).toEqual([500, expect.stringContaining('the application failed')]);
    expect(shell.log.at(-1)).toBe('console: refused /ask/load_programme: 500 the application failed');
  });
});

describe('The room’s port', () => {
  it('refuses the token of the console, and takes its own', async () => {
    const pictures = { path: '/pictures' };
    expect((await send({ ...shell.room, token: shell.console.token }, pictures)).status).toBe(401);
    expect((await send(shell.room, pictures)).status).toBe(200);
  });

  test.each(['/ask/load_programme', '/notices', '/pictures', '/', '/console-bridge.js'])(
    'takes nothing that is posted to %s',
    async (path) => {
      const asked = shell.application.asked.length;
      expect([404, 405]).toContain((await ask(shell.room, { path })).status);
      expect(shell.application.asked.length).toBe(asked);
    },
  );

  test.each(['/ask/load_programme', '/notices', '/console-bridge.js', '/console.html'])(
    'has nothing at %s',
    async (path) => {
      expect((await send(shell.room, { path })).status).toBe(404);
    },
  );

  it('has none of the console’s files', async () => {
    const { body } = await sendWhole(shell.console, '/');
    const [script = ''] = /\/assets\/console-[^"]+\.js/.exec(body) ?? [];
    expect((await send(shell.console, { path: script })).status).toBe(200);
    expect((await send(shell.room, { path: script })).status).toBe(404);
  });

  it('opens from the console’s link, and for nothing else of another port', async () => {
    const link = { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
    expect((await send(shell.room, { headers: link })).status).toBe(200);
    expect((await send(shell.room, { headers: { ...link, 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
    expect((await send(shell.room, { headers: { ...link, 'Sec-Fetch-Dest': 'iframe' } })).status).toBe(403);
    expect((await send(shell.room, { headers: { ...link, 'Sec-Fetch-Mode': 'no-cors' } })).status).toBe(403);
    expect((await send(shell.room, { path: '/pictures', headers: link })).status).toBe(403);
  });
});

describe('A line of the log', () => {
  it('holds nothing of what was sent', async () => {
    const canary = 'CANARY7d1f';
    const lines = shell.log.length;
    await ask(shell.console, { body: `{"${canary}":` });
    await ask(shell.console, { path: `/ask/${canary}?${shell.console.token}` });
    await send(shell.console, { path: `/#token=${shell.console.token}` });
    await send(shell.console, { headers: { Host: canary, 'User-Agent': canary } });
    await ask(shell.console, { headers: { Origin: `https://${canary}`, Authorization: `Bearer ${canary}` } });
    await ask(shell.console, { method: canary });
    const told = shell.log.slice(lines).join('\n');
    expect(shell.log.length - lines).toBe(6);
    expect(told).not.toContain(canary);
    expect(told).not.toContain(shell.console.token);
    expect(told).not.toContain(shell.room.token);
  });
});

/** The whole answer, not only its first bytes. */
function sendWhole({ port }: Door, path: string) {
  const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`;
  return sendRaw(port, request, { untilClosed: true });
}
