import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRequests } from '#contract/console.ts';
import { ownFile } from '#services/own-files.ts';
import type { Sender } from '../support/fake-electron/control.ts';
import { type Chromium, type Desktop, launchDesktop, startChromium } from '../support/launch-desktop.ts';
import { newWorkspace } from '../support/open-muster.ts';

let chromium: Chromium;
let desktop: Desktop;
let workspace: string;

beforeAll(async () => {
  chromium = await startChromium();
  workspace = await newWorkspace();
  const displays = [
    { width: 1280, height: 800 },
    { width: 1920, height: 1080 },
  ];
  desktop = await launchDesktop(chromium, { workspace, displays });
  await desktop.consolePage();
  await desktop.roomPage();
}, 120_000);
afterAll(async () => {
  await desktop.kill();
  await chromium.close();
});

const plan = () => existsSync(join(workspace, 'plans'));
const ask = (sender: Sender) =>
  desktop.order('invokeAs', sender, 'muster:ask', 'fill_plan', { script: 'q2-ransomware' });
const foreign = { ok: true, value: { ok: false, problem: { code: 'foreign_sender' } } };

describe('A request to the main process', () => {
  it.each<[string, Sender]>([
    ['the room', { window: 'room' }],
    ["the room's window at the console's address", { window: 'room', origin: 'app://console', url: 'app://console/' }],
    ['a frame inside the console', { window: 'console', isSubframe: true }],
    ['a frame that is gone', { window: 'console', isGone: true }],
    ['another origin in the console', { window: 'console', origin: 'https://elsewhere.invalid' }],
    ['no origin', { window: 'console', origin: 'null' }],
    ['a blank page in the console', { window: 'console', url: 'about:blank', origin: 'null' }],
    [
      'a look-alike of the origin',
      { window: 'console', origin: 'app://console.elsewhere', url: 'app://console.elsewhere/' },
    ],
    ['another file of the console', { window: 'console', url: 'app://console/assets/x.html' }],
  ])('of %s is refused, and nothing changes', async (_name, sender) => {
    expect(await ask(sender)).toMatchObject(foreign);
    expect(plan()).toBe(false);
  });

  it('on a channel there is not is refused', async () => {
    const answer = await desktop.order('invokeAs', { window: 'console' }, 'fill_plan', { script: 'q2-ransomware' });
    expect(answer).toMatchObject({ ok: false });
    expect(plan()).toBe(false);
  });

  it('that does not fit the contract is refused', async () => {
    const bad = { ok: true, value: { ok: false, problem: { code: 'bad_request' } } };
    const page = { window: 'console' } as const;
    expect(await desktop.order('invokeAs', page, 'muster:ask', 'constructor', {})).toMatchObject(bad);
    expect(await desktop.order('invokeAs', page, 'muster:ask', 'fill_plan', { script: 7 })).toMatchObject(bad);
    expect(await desktop.order('invokeAs', page, 'muster:ask', { toString: 1 }, {})).toMatchObject({
      ok: expect.any(Boolean),
    });
    expect(plan()).toBe(false);
  });

  it('of the console itself, wherever its hash points, is answered', async () => {
    const page = { window: 'console', url: 'app://console/#/plan/q2-ransomware' } as const;
    expect(await ask(page)).toMatchObject({ ok: true, value: { ok: true } });
    expect(plan()).toBe(true);
  });
});

describe('What the preloads expose', () => {
  it('is one function for each request of the contract and onNotice to the console', async () => {
    const page = await desktop.consolePage();
    const names = await page.evaluate('Object.keys(window.muster)');
    expect((names as string[]).sort()).toEqual([...Object.keys(consoleRequests), 'onNotice'].sort());
    expect(
      await page.evaluate(
        'Object.isFrozen(window.muster) && Object.values(window.muster).every((f) => typeof f === "function")',
      ),
    ).toBe(true);
    expect(await page.evaluate('typeof require + typeof process + typeof window.electron')).toBe('undefined'.repeat(3));
  });

  it('answers the console', async () => {
    const page = await desktop.consolePage();
    expect(await page.evaluate('window.muster.load_programme({})')).toMatchObject({ ok: true, value: { workspace } });
  });

  it('gives a listener the notice alone, never the event', async () => {
    const page = await desktop.consolePage();
    const given = await page.evaluate(`new Promise((resolve) => {
      window.muster.onNotice((...args) => resolve(args));
      window.muster.draw_curtain({ down: true });
    })`);
    expect(given).toEqual([expect.objectContaining({ type: 'room_picture', isCurtainDown: true })]);
  });

  it('is onPicture alone to the room: it can ask for nothing and say nothing', async () => {
    const page = await desktop.roomPage();
    const names = await page.evaluate(
      `Object.getOwnPropertyNames(window).filter((name) => /^(__|muster|electron|ipc|require$|process$)/.test(name))`,
    );
    // `__electronDispatch` is how the stand-in for Electron brings news in; there is no way out in it.
    expect((names as string[]).filter((name) => name.startsWith('muster') || !name.startsWith('__'))).toEqual([
      'musterRoom',
    ]);
    expect(await page.evaluate('Object.keys(window.musterRoom)')).toEqual(['onPicture']);
    expect(await page.evaluate('Object.isFrozen(window.musterRoom)')).toBe(true);
    expect(await readFile(ownFile('dist/electron/preload-room.cjs'), 'utf8')).not.toMatch(
      /\b(invoke|send\w*|postMessage)\b/,
    );
  });
});
