import type { Browser, BrowserContext, Dialog, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../../build/chromium.mjs';
import { type Door, type OpenShell, openShell } from '../support/browser-shell.ts';

let browser: Browser;
let context: BrowserContext;
let shell: OpenShell;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  shell = await openShell();
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  await shell.close();
});

type Opened = { readonly page: Page; readonly streams: () => number };

async function open(door: Door, hear: string): Promise<Opened> {
  const page = await context.newPage();
  let streams = 0;
  page.on('request', (request) => {
    streams += Number(/\/(?:pictures|notices)$/.test(request.url()));
  });
  await page.goto(door.address);
  await page.evaluate(`
    heard = []; connection = [];
    ${hear};
    addEventListener('muster:connection', ({ detail }) => connection.push(detail));
  `);
  return { page, streams: () => streams };
}

const openRoom = () => open(shell.room, 'musterRoom.onPicture(({ show, tlp }) => heard.push(tlp ?? show))');
const openConsole = () =>
  open(
    shell.console,
    "muster.onNotice(({ type, text }) => (type === 'notice' || type === 'reconnected') && heard.push(text ?? type))",
  );

async function openMany(count: number, openOne: () => Promise<Opened>): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  for (let at = 0; at < count; at += 1) opened.push(await openOne());
  return opened;
}

/** Until its answer is called that page does nothing. */
async function block({ page }: Opened): Promise<() => Promise<void>> {
  const asked = new Promise<Dialog>((resolve) => page.once('dialog', resolve));
  await page.evaluate("setTimeout(() => alert('stands still')); null");
  const dialog = await asked;
  return () => dialog.accept();
}

const heard = ({ page }: Opened) => page.evaluate<string[]>('heard');
const blank = (tlp: string) => shell.application.show({ show: 'blank', tlp });
async function allHave(windows: readonly Opened[], expected: readonly string[], timeout = 2_000): Promise<void> {
  await Promise.all(windows.map((opened) => expect.poll(() => heard(opened), { timeout }).toEqual(expected)));
}

describe('Ten windows of the room, the first of which hangs', () => {
  it('are all told at once, each picture once, and nothing older when it goes on', async () => {
    const windows = await openMany(10, openRoom);
    const others = windows.slice(1);
    await allHave(windows, ['waiting']);
    blank('TLP:AMBER');
    await allHave(windows, ['waiting', 'TLP:AMBER']);
    const goOn = await block(windows[0] as Opened);
    blank('TLP:RED');
    await allHave(others, ['waiting', 'TLP:AMBER', 'TLP:RED']);
    shell.application.show({ show: 'waiting' });
    blank('TLP:GREEN');
    const all = ['waiting', 'TLP:AMBER', 'TLP:RED', 'waiting', 'TLP:GREEN'];
    await allHave(others, all);
    const late = await openRoom();
    await allHave([late], ['TLP:GREEN']);
    await goOn();
    await allHave(windows, all);
    blank('TLP:CLEAR');
    await allHave(windows, [...all, 'TLP:CLEAR']);
    await allHave([late], ['TLP:GREEN', 'TLP:CLEAR']);
    expect(windows.slice(3).map(({ streams }) => streams())).toEqual(Array(7).fill(0));
  });

  it('have no loss to tell of, however long it hangs', async () => {
    const windows = await openMany(10, openRoom);
    const others = windows.slice(1);
    await allHave(windows, ['waiting']);
    const goOn = await block(windows[0] as Opened);
    await new Promise((resolve) => setTimeout(resolve, 14_000)); // longer than any window waits for a sign of life
    for (const { page } of others) expect(await page.evaluate('connection')).toEqual([]);
    expect(others.map(({ streams }) => streams())).toEqual([1, 1, ...Array(7).fill(0)]);
    blank('TLP:RED');
    await allHave(others, ['waiting', 'TLP:RED']);
    await goOn();
    await allHave(windows, ['waiting', 'TLP:RED']);
    for (const { page } of windows) expect(await page.evaluate('connection')).toEqual([]);
    expect(windows[0]?.streams()).toBe(1);
  });

  it('are told by another where all with a stream hang, and are back with these when they go on', async () => {
    const windows = await openMany(10, openRoom);
    const others = windows.slice(3);
    await allHave(windows, ['waiting']);
    const goOn = await Promise.all(windows.slice(0, 3).map(block));
    blank('TLP:RED');
    await allHave(others, ['waiting', 'TLP:RED'], 25_000);
    blank('TLP:GREEN');
    await allHave(others, ['waiting', 'TLP:RED', 'TLP:GREEN']);
    await Promise.all(goOn.map((go) => go()));
    await allHave(windows, ['waiting', 'TLP:RED', 'TLP:GREEN'], 15_000);
    for (const { page } of windows)
      await expect.poll(() => page.evaluate("connection.at(-1) ?? 'back'"), { timeout: 15_000 }).toBe('back');
    blank('TLP:CLEAR');
    await allHave(windows, ['waiting', 'TLP:RED', 'TLP:GREEN', 'TLP:CLEAR']);
  });
});

describe('Consoles, the first of which hangs', () => {
  it('hear each notice once, in order, also when it goes on', async () => {
    const windows = await openMany(6, openConsole);
    for (const { page } of windows) await page.evaluate('muster.load_programme({})');
    const goOn = await block(windows[0] as Opened);
    const texts = ['one', 'two', 'three'];
    for (const text of texts) shell.application.notify({ type: 'notice', exercise: null, text });
    await allHave(windows.slice(1), texts);
    await goOn();
    await allHave(windows, texts);
    shell.application.notify({ type: 'notice', exercise: null, text: 'four' });
    await allHave(windows, [...texts, 'four']);
  });
});
