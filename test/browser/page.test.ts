import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mjs';
import { type OpenShell, openShell, send } from '../support/browser-shell.ts';
import { noRoom } from '../support/open-muster.ts';

let browser: Browser;
let context: BrowserContext;
let shell: OpenShell;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  shell = await openShell();
  shell.application.answers = answerAsEmpty;
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  await shell.close();
});

const none = { held: 0, gaps: [], notCompared: 0 };
const past = { openActions: { own: [], samples: [] }, returnedGaps: { own: none, samples: none } };
const programme = { workspace: '/w', today: '2026-11-25', scripts: [], exercises: [], ...past, notices: [] };

async function answerAsEmpty(name: string) {
  if (name === 'load_programme') return { ok: true as const, value: programme };
  if (name === 'load_room_status') return { ok: true as const, value: noRoom };
  return { ok: false as const, problem: { code: 'none', message: 'Not in this test.', hint: 'None.' } };
}

type Watched = { readonly page: Page; readonly faults: readonly string[]; readonly requests: readonly string[] };

/** A tab with everything its console said, violations of the policy included, and every address it asked for. */
async function openTab(address: string): Promise<Watched> {
  const page = await context.newPage();
  const [faults, requests]: string[][] = [[], []];
  page.on('console', (message) => message.type() === 'error' && faults?.push(message.text()));
  page.on('pageerror', (problem) => faults?.push(String(problem)));
  page.on('request', (request) => requests?.push(request.url()));
  await page.goto(address);
  return { page, faults: faults ?? [], requests: requests ?? [] };
}

/** More than a stream may leave unread: the shell cuts it. */
function cutStreams(): void {
  const text = 'a'.repeat(9 * 1024 * 1024);
  for (let twice = 0; twice < 2; twice += 1) shell.application.notify({ type: 'notice', exercise: null, text });
}

const rootOf = (page: Page) => page.locator('#root main').first();
const addressNeeded = (page: Page) => page.getByRole('alert').filter({ hasText: 'Open the address Muster printed' });
// Text, because the tests' own types know no window.
const bridgeAsks = (page: Page) => page.evaluate('muster.load_programme({})');

describe('The console’s page', () => {
  it('is sent in the theme that was chosen, so that nothing of another one is drawn first, and the room in none', async () => {
    let chosen: 'light' | 'dark' | null = null;
    shell.application.theme = async () => chosen;
    const { page } = await openTab(shell.console.address);
    await page.getByRole('button', { name: 'Light or dark' }).click();
    expect(shell.application.asked.at(-1)).toEqual({ name: 'keep_theme', input: { theme: 'dark' } });
    chosen = 'dark';
    const pages = [await send(shell.console), await send(shell.room)];
    expect(pages.map(({ body }) => /<html.*?>/.exec(body)?.[0])).toEqual([
      '<html data-theme="dark" lang="en">',
      '<html lang="en">',
    ]);
  });

  it('runs under its policy without one violation, and asks nobody but Muster', async () => {
    const { page, faults, requests } = await openTab(shell.console.address);
    await rootOf(page).waitFor();
    expect(await bridgeAsks(page)).toMatchObject({ ok: true });
    expect(faults).toEqual([]);
    expect(shell.log).toEqual([]);
    const ours = `http://127.0.0.1:${shell.console.port}/`;
    expect(requests.filter((url) => !url.startsWith(ours) && !url.startsWith('data:'))).toEqual([]);
  });

  it('takes the token out of the address and keeps it over a reload', async () => {
    const { page } = await openTab(shell.console.address);
    await rootOf(page).waitFor();
    expect(page.url()).toBe(`http://127.0.0.1:${shell.console.port}/#/`);
    expect(await page.evaluate('history.length')).toBeLessThanOrEqual(2);
    await page.evaluate("location.hash = '#/script/q2-ransomware'");
    await page.reload();
    await rootOf(page).waitFor();
    expect(new URL(page.url()).hash).toBe('#/script/q2-ransomware');
    expect(await bridgeAsks(page)).toMatchObject({ ok: true });
    expect(await page.evaluate('[document.cookie, localStorage.length]')).toEqual(['', 0]);
  });

  it('tells another tab without a token what to do, and gives it nothing', async () => {
    const first = await openTab(shell.console.address);
    await rootOf(first.page).waitFor();
    await first.page.goto('about:blank');
    const { page, requests } = await openTab(`http://127.0.0.1:${shell.console.port}/`);
    await addressNeeded(page).waitFor();
    expect(await rootOf(page).isVisible()).toBe(false);
    expect(await bridgeAsks(page)).toMatchObject({ ok: false, problem: { code: 'unreachable' } });
    const paths = requests.map((url) => new URL(url).pathname);
    expect(paths).toContain('/console-bridge.js');
    expect(paths.filter((path) => /^\/(?:ask|notices)/.test(path))).toEqual([]);
  });

  it('tells the same with the token of an earlier launch, until the new address is pasted into it', async () => {
    const { page } = await openTab(`http://127.0.0.1:${shell.console.port}/#token=${'A'.repeat(43)}`);
    await addressNeeded(page).waitFor();
    await page.goto(shell.console.address); // only the fragment differs: no load of its own
    await rootOf(page).waitFor();
    expect(await addressNeeded(page).isVisible()).toBe(false);
    expect(await bridgeAsks(page)).toMatchObject({ ok: true });
  });

  it('hears notices, and after a loss is back within two seconds and told so', async () => {
    const { page } = await openTab(shell.console.address);
    await rootOf(page).waitFor();
    await bridgeAsks(page);
    await page.evaluate(`
      heard = [];
      muster.onNotice(({ type }) => type.startsWith('room') || heard.push([type, performance.now()]));
      addEventListener('muster:connection', ({ detail }) => heard.push([detail, performance.now()]));
    `);
    const heard = () => page.evaluate<[string, number][]>('heard');
    const words = async () => (await heard()).map(([word]) => word);
    shell.application.notify({ type: 'notice', exercise: null, text: 'Hello' });
    await expect.poll(words).toEqual(['notice']);
    cutStreams();
    const sinceLost = async () => (await words()).filter((word) => word !== 'notice'); // what cuts may be heard before it does
    await expect.poll(sinceLost).toEqual(['lost', 'back', 'reconnected']);
    const at = new Map(await heard());
    expect(Number(at.get('reconnected')) - Number(at.get('lost'))).toBeLessThan(2_000);
  });

  it('says that nothing was saved when Muster is gone', async () => {
    const { page } = await openTab(shell.console.address);
    await rootOf(page).waitFor();
    await shell.close();
    await expect.poll(() => bridgeAsks(page)).toMatchObject({ ok: false, problem: { code: 'unreachable' } });
    shell = await openShell();
  });
});

describe('Many windows of one browser', () => {
  it('are all told, also once the first of them is closed, and none of them lacks a connection', async () => {
    const rooms: Page[] = [];
    for (let at = 0; at < 10; at += 1) rooms.push((await openTab(shell.room.address)).page);
    const shown = (page: Page) => page.evaluate<string>("document.querySelector('main')?.textContent ?? ''");
    const picture = (tlp: string) => shell.application.show({ show: 'blank', tlp });
    picture('TLP:RED');
    for (const room of rooms) await expect.poll(() => shown(room)).toContain('TLP:RED');
    await rooms.shift()?.close();
    picture('TLP:GREEN');
    for (const room of rooms) await expect.poll(() => shown(room)).toContain('TLP:GREEN');
    await rooms[3]?.reload();
    await expect.poll(() => shown(rooms[3] as Page)).toContain('TLP:GREEN');
  });

  it('do not wait for the first of them where that hangs', async () => {
    const rooms: Page[] = [];
    for (let at = 0; at < 4; at += 1) rooms.push((await openTab(shell.room.address)).page);
    const [first, , , last] = rooms as [Page, Page, Page, Page];
    await expect.poll(() => last.evaluate("document.querySelector('main') !== null")).toBe(true);
    first.on('dialog', () => {}); // left open: until it is answered that page does nothing
    await first.evaluate("setTimeout(() => alert('stands still')); null");
    shell.application.show({ show: 'blank', tlp: 'TLP:CLEAR' });
    await expect.poll(() => last.evaluate("document.querySelector('main')?.textContent ?? ''")).toContain('TLP:CLEAR');
  });

  it('can all ask, and all hear what is saved', async () => {
    const consoles: Page[] = [];
    for (let at = 0; at < 8; at += 1) {
      const { page } = await openTab(shell.console.address);
      await page.evaluate(
        "heard = []; muster.onNotice((notice) => notice.type === 'notice' && heard.push(notice.text))",
      );
      consoles.push(page);
    }
    for (const page of consoles) expect(await bridgeAsks(page)).toMatchObject({ ok: true });
    shell.application.notify({ type: 'notice', exercise: null, text: 'Hello' });
    for (const page of consoles) await expect.poll(() => page.evaluate('heard')).toEqual(['Hello']);
    const missed = "missed = 0; muster.onNotice(({ type }) => { missed += Number(type === 'reconnected'); })";
    for (const page of consoles) await page.evaluate(missed);
    await consoles.shift()?.close();
    await expect.poll(() => consoles.at(-1)?.evaluate('missed')).toBe(1); // told by another now: something may have been missed
    shell.application.notify({ type: 'notice', exercise: null, text: 'Again' });
    for (const page of consoles) await expect.poll(() => page.evaluate('heard')).toEqual(['Hello', 'Again']);
  });
});

describe('The room’s page', () => {
  it('shows what it is told under its policy, and has nothing to ask with', async () => {
    const { page, faults, requests } = await openTab(shell.room.address);
    await rootOf(page).waitFor();
    expect(new URL(page.url()).hash).toBe('#/');
    expect(await page.evaluate("[Object.keys(musterRoom), 'muster' in window]")).toEqual([['onPicture'], false]);
    expect(faults).toEqual([]);
    const ours = `http://127.0.0.1:${shell.room.port}/`;
    expect(requests.filter((url) => !url.startsWith(ours) && !url.startsWith('data:'))).toEqual([]);
  });

  it('is back within two seconds after a loss, and at once after a reload, with what is true then', async () => {
    const { page } = await openTab(shell.room.address);
    await rootOf(page).waitFor();
    await page.evaluate(`
      heard = [];
      addEventListener('muster:connection', ({ detail }) => heard.push([detail, performance.now()]));
    `);
    const words = () => page.evaluate<string>('document.body.textContent');
    const gaps: number[] = []; // the shortest of three: what else wants this machine may lengthen one
    for (const tlp of ['TLP:CLEAR', 'TLP:AMBER', 'TLP:GREEN']) {
      await page.evaluate('heard.length = 0');
      for (const _ of ['unread', 'too much'])
        shell.application.show({ show: 'blank', tlp: 'a'.repeat(9 * 1024 * 1024) });
      shell.application.show({ show: 'blank', tlp });
      await expect.poll(words).toContain(tlp);
      await expect.poll(() => page.evaluate('heard.slice(0, 2).map(([what]) => what)')).toEqual(['lost', 'back']);
      const [lost, back] = await page.evaluate<[string, number][]>('heard');
      gaps.push((back?.[1] ?? Number.NaN) - (lost?.[1] ?? Number.NaN));
    }
    expect(Math.min(...gaps)).toBeLessThan(2_000);
    await page.reload();
    await expect.poll(words).toContain('TLP:GREEN');
  });

  it('asks for the display to stay on whenever it is seen, and for the whole of it at a key or a click', async () => {
    const page = await context.newPage();
    await page.addInitScript(`
      asked = [];
      const lock = { request: async (kind) => { asked.push(kind); } };
      Object.defineProperty(navigator, 'wakeLock', { value: lock });
      Element.prototype.requestFullscreen = async function () { asked.push(this.localName); };
      Object.defineProperty(document, 'fullscreenEnabled', { value: true });
    `);
    await page.goto(shell.room.address);
    await rootOf(page).waitFor();
    const asked = () => page.evaluate('asked.splice(0)');
    await expect.poll(asked).toEqual(['screen']);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))"); // the laptop was closed and is open again
    expect(await asked()).toEqual(['screen']);
    for (const key of ['f', 'Enter']) await page.keyboard.press(key);
    await page.mouse.click(5, 5);
    expect(await asked()).toEqual(['html', 'html', 'html']);
    for (const key of ['PageDown', 'b', 'F5', 'ArrowRight']) await page.keyboard.press(key);
    expect(await asked()).toEqual([]);
  });

  it('opens from a link of the console in a tab of its own', async () => {
    const { page } = await openTab(shell.console.address);
    await rootOf(page).waitFor();
    const opened = context.waitForEvent('page');
    await page.evaluate(`
      const link = document.createElement('a');
      Object.assign(link, { href: '${shell.room.address}', target: '_blank', rel: 'noopener', textContent: 'Room' });
      document.body.append(link);
      link.click();
    `);
    const room = await opened;
    await rootOf(room).waitFor();
    expect(await addressNeeded(room).isVisible()).toBe(false);
  });

  it('tells a tab with the console’s token what to do', async () => {
    const { page } = await openTab(`http://127.0.0.1:${shell.room.port}/#token=${shell.console.token}`);
    await addressNeeded(page).waitFor();
  });
});
