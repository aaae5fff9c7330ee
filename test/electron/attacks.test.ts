import { networkInterfaces } from 'node:os';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholePath } from '../../build/chromium-paths.mjs';
import type { Asked, Guard } from '../support/fake-electron/world.ts';
import { gatherAddresses } from '../support/gather-addresses.ts';
import { type Chromium, type Desktop, launchDesktop, startChromium, waitUntil } from '../support/launch-desktop.ts';
import { newWorkspace } from '../support/open-muster.ts';

let chromium: Chromium;
let desktop: Desktop;

beforeAll(async () => {
  chromium = await startChromium([], wholePath);
  desktop = await launchDesktop(chromium, { workspace: await newWorkspace() });
  await desktop.consolePage();
}, 120_000);
afterAll(async () => {
  await desktop?.kill();
  await chromium?.close();
});

let isFresh = true;

/**
 * Runs script in the console's page as if the page had been taken over. `without` leaves guards out: the attack must
 * succeed there, or it proves nothing.
 */
async function attack(script: string, without: readonly Guard[] = []): Promise<Page> {
  await desktop.order('leaveOut', without);
  if (!isFresh || without.length > 0) await desktop.order('loadAgain', 'console');
  isFresh = without.length === 0;
  const page = await desktop.consolePage();
  await page.evaluate(script).catch(() => {}); // a page that leaves breaks off the evaluation
  return page;
}

type Told = Awaited<ReturnType<Desktop['order']>> & Record<'reached' | 'blocked' | 'csp', string[]>;
type Notes = Record<'navigations' | 'windows' | 'downloads', Asked[]>;

/** Waits until the stand-in has seen it: what was refused was tried. */
function seen(kind: keyof Notes | 'reached' | 'blocked' | 'csp') {
  return expect.poll(async () => ((await desktop.order('told')) as unknown as Told & Notes)[kind]);
}
const hasReached = async (url: string) => (await desktop.order('told')).reached.includes(url);
const elsewhere = (name: string) => `https://elsewhere.invalid/${name}`;

describe('A page that was taken over', () => {
  it.each<[string, (url: string) => string]>([
    ['assigning', (url) => `location.href = '${url}'`],
    [
      'refreshing',
      (url) => `document.head.append(Object.assign(document.createElement('meta'),
        { httpEquiv: 'refresh', content: '0;url=${url}' }))`,
    ],
  ])('cannot leave by %s its address', async (name, leave) => {
    const [kept, gone] = [elsewhere(name), elsewhere(`${name}-unguarded`)];
    const guards: readonly Guard[] = ['will-navigate', 'will-frame-navigate'];
    const page = await attack(leave(kept));
    await seen('navigations').toContainEqual({ url: kept, refusedBy: guards });
    expect(page.url()).toContain('console.app.invalid');
    expect(await hasReached(kept)).toBe(false);
    const left = await attack(leave(gone), [...guards, 'onBeforeRequest']);
    await expect.poll(() => left.url()).toBe(gone);
    expect(await hasReached(gone)).toBe(true);
  });

  it('cannot be sent on by an answer, nor hold a page of another kind', async () => {
    await attack('');
    expect(await desktop.order('redirect', 'console', elsewhere('redirect'))).toBe(false);
    expect(await desktop.order('attachWebview', 'console')).toBe(false);
  });

  it('cannot show another page within itself', async () => {
    const show = (url: string) =>
      `document.body.append(Object.assign(document.createElement('iframe'), { src: '${url}' }))`;
    await attack(show(elsewhere('frame-1')));
    await seen('csp').toContainEqual(expect.stringContaining('frame-src'));
    await attack(show(elsewhere('frame-2')), ['content-security-policy', 'onBeforeRequest']);
    await seen('navigations').toContainEqual({ url: elsewhere('frame-2'), refusedBy: ['will-frame-navigate'] });
    expect([await hasReached(elsewhere('frame-1')), await hasReached(elsewhere('frame-2'))]).toEqual([false, false]);
    await attack(show(elsewhere('frame-3')), ['content-security-policy', 'onBeforeRequest', 'will-frame-navigate']);
    await seen('reached').toContain(elsewhere('frame-3'));
  });

  it('opens no other window', async () => {
    const click = `document.body.appendChild(Object.assign(document.createElement('a'),
      { href: '${elsewhere('link')}', target: '_blank' })).click()`;
    await attack(`window.open('${elsewhere('window')}'); ${click}`);
    for (const name of ['window', 'link'])
      await seen('windows').toContainEqual({ url: elsewhere(name), refusedBy: ['window-open'] });
    await attack(`window.open('${elsewhere('window')}')`, ['window-open']);
    await seen('windows').toContainEqual({ url: elsewhere('window'), refusedBy: [] });
  });

  it('downloads nothing', async () => {
    const save = (name: string) => `Object.assign(document.createElement('a'),
      { href: URL.createObjectURL(new Blob(['x'])), download: '${name}' }).click()`;
    await attack(save('kept.txt'));
    await seen('downloads').toContainEqual({ url: 'kept.txt', refusedBy: ['will-download'] });
    await attack(save('gone.txt'), ['will-download']);
    await seen('downloads').toContainEqual({ url: 'gone.txt', refusedBy: [] });
  });

  it('reaches nobody: the policy of the page and the main process each refuse it', async () => {
    const ask = (url: string) => `fetch('${url}', { mode: 'no-cors' })`;
    await attack(ask(elsewhere('fetch-1')), ['onBeforeRequest']);
    await seen('csp').toContainEqual(expect.stringContaining('fetch-1'));
    await attack(ask(elsewhere('fetch-2')), ['content-security-policy']);
    await seen('blocked').toContain(elsewhere('fetch-2'));
    await attack(ask('https://room.app.invalid/'), ['content-security-policy']);
    await seen('blocked').toContain('app://room/');
    expect([await hasReached(elsewhere('fetch-1')), await hasReached(elsewhere('fetch-2'))]).toEqual([false, false]);
    await attack(ask(elsewhere('fetch-3')), ['content-security-policy', 'onBeforeRequest']);
    await seen('reached').toContain(elsewhere('fetch-3'));
  });

  it('makes neither elements nor script of text', async () => {
    const inject = `{ const script = document.createElement('script'); script.append('window.isRun = true');
      document.body.append(script); document.body.innerHTML = '<b id="written">text</b>'; }`;
    const look = `[window.isRun === true, document.getElementById('written') !== null]`;
    expect(await (await attack(inject)).evaluate(look)).toEqual([false, false]);
    expect(await (await attack(inject, ['content-security-policy'])).evaluate(look)).toEqual([true, true]);
  });

  // Without a network there is no address to tell.
  it.skipIf(Object.values(networkInterfaces()).every((known) => known?.every(({ internal }) => internal)))(
    'would tell addresses by WebRTC, where Chromium has not been given the policy',
    async () => {
      expect(await (await attack('')).evaluate(gatherAddresses)).not.toEqual([]);
    },
  );

  it('may still reload and move within itself', async () => {
    const page = await attack(`location.hash = '#/plan/q2-ransomware'`);
    expect(page.url()).toContain('console.app.invalid/#/plan/q2-ransomware');
    await page.evaluate('window.isOld = true; location.reload()').catch(() => {});
    await waitUntil(page, 'window.isOld === undefined && window.muster !== undefined');
    expect(page.url()).toContain('console.app.invalid/#/plan/q2-ransomware');
  });
});

describe('A permission', () => {
  const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
  const query = `Promise.all(${JSON.stringify(names)}.map(async (name) => (await navigator.permissions.query({ name })).state))`;

  it('is refused to every window, and given where nobody refuses it', async () => {
    expect(await (await attack('')).evaluate(query)).not.toContain('granted');
    expect(await (await attack('', ['permissions'])).evaluate(query)).toContain('granted');
  });

  it('is refused when it is requested and when it is looked up, devices and the screen too, in every session', async () => {
    const { permissions } = await desktop.order('told');
    expect(permissions.filter((line) => !line.endsWith(': false'))).toEqual([]);
    const devices = ['device', 'display media', 'bluetooth', 'usb class'];
    for (const session of ['', 'muster-console', 'muster-room'])
      for (const device of devices) expect(permissions).toContain(`${session} ${device}: false`);
    for (const asked of ['checked', 'requested'])
      expect(permissions).toContain(`muster-console camera, ${asked}: false`);
  });
});
