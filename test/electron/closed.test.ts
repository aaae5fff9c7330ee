import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Guard } from '../support/fake-electron/world.ts';
import {
  type Chromium,
  type Desktop,
  launchDesktop,
  pause,
  startChromium,
  waitUntil,
} from '../support/launch-desktop.ts';
import { newWorkspace } from '../support/open-muster.ts';

const displays = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const allGuards: readonly Guard[] = ['will-navigate', 'window-open', 'onBeforeRequest', 'permissions'];

let chromium: Chromium;
let otherChromium: Chromium;
let desktop: Desktop;
/** The same main process in an Electron that ignores its guards: every attack must succeed there, or it proves nothing. */
let unguarded: Desktop;

beforeAll(async () => {
  chromium = await startChromium();
  desktop = await launchDesktop(chromium, { workspace: await newWorkspace(), displays });
  await desktop.consolePage();
  await desktop.roomPage();
  otherChromium = await startChromium();
  unguarded = await launchDesktop(otherChromium, { workspace: await newWorkspace(), without: allGuards });
  await unguarded.consolePage();
}, 120_000);
afterAll(async () => {
  await unguarded?.kill();
  await desktop?.kill();
  await otherChromium?.close();
  await chromium?.close();
});

/** Runs script in the console's page as if the page itself had been taken over; gives the address a moment later. */
async function attack(target: Desktop, script: string): Promise<string> {
  const page = await target.consolePage();
  await page.evaluate(script).catch(() => {}); // a page that leaves breaks off the evaluation
  await pause(700);
  return page.url();
}

async function comeBack(target: Desktop): Promise<void> {
  await (await target.consolePage()).reload().catch(() => {});
}

describe('A window of the desktop', () => {
  it('loads its page without one violation of its content security policy', async () => {
    await (await desktop.roomPage()).waitForLoadState('load');
    await (await desktop.consolePage()).waitForLoadState('load');
    const { csp, reached, blocked } = await desktop.order('told');
    expect({ csp, reached, blocked }).toEqual({ csp: [], reached: [], blocked: [] });
  });

  it('is set up with everything said: sandbox, isolation, no Node, web security, no spellchecker, no tools in a package', async () => {
    for (const { options } of await desktop.order('windows')) {
      expect(options.webPreferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: false,
      });
    }
    const { isSandboxEnabled, spellchecker, resolver, webRtc } = await desktop.order('told');
    expect(isSandboxEnabled).toBe(true);
    expect(spellchecker).toEqual([false, false, false]); // the default session too
    expect(resolver).toMatchObject({ secureDnsMode: 'off' });
    expect(new Set(webRtc)).toEqual(new Set(['disable_non_proxied_udp']));
  });

  it('has a session in memory of its own', async () => {
    const sessions = (await desktop.order('windows')).map(({ options }) => options.webPreferences.partition);
    expect(sessions.sort()).toEqual(['muster-console', 'muster-room']);
  });

  it('is of an own standard scheme that bypasses nothing', async () => {
    const { schemes } = await desktop.order('told');
    expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  });

  it('gets every header with its page, and nothing outside the manifest', async () => {
    const page = await desktop.consolePage();
    const ask = (path: string) =>
      page.evaluate(async (asked) => {
        const { status, headers } = await fetch(asked);
        return { status, headers: Object.fromEntries(headers as never) as Record<string, string> };
      }, path);
    const { status, headers } = await ask('./');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|http|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    for (const path of [
      './room.html',
      './console.html',
      './../package.json',
      './assets/..%2fconsole.html',
      './nothing',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
  });

  it('starts Chromium with nothing that talks of its own accord', async () => {
    const { switches } = await desktop.order('told');
    expect(switches).toEqual(
      expect.arrayContaining(['disable-background-networking', 'disable-component-update', 'disable-sync', 'no-pings']),
    );
  });
});

describe('What the content security policy does not stop', () => {
  const elsewhere = 'https://elsewhere.invalid/?stolen';
  const refresh = `const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=${elsewhere}'; document.head.append(m)`;

  it.each([
    ['an assignment to location', `location.href = '${elsewhere}'`],
    ['a meta refresh', refresh],
  ])('leaves the window where it is: %s', async (_name, script) => {
    expect(await attack(desktop, script)).toContain('console.app.invalid');
    expect((await desktop.order('told')).reached).toEqual([]);
    const page = await unguarded.consolePage();
    await attack(unguarded, script);
    await expect.poll(() => page.url(), { timeout: 15_000 }).not.toContain('console.app.invalid');
    await pageBack(unguarded);
  });

  async function pageBack(target: Desktop): Promise<void> {
    await target.order('crashPage', 'console').catch(() => {});
    await pause(500);
    await target.consolePage();
  }

  it('opens no other window', async () => {
    await attack(desktop, `window.open('${elsewhere}')`);
    await attack(
      desktop,
      `Object.assign(document.createElement('a'), {href: '${elsewhere}', target: '_blank'}).click()`,
    );
    expect((await desktop.order('told')).opened).toEqual([]);
    await attack(unguarded, `window.open('${elsewhere}')`);
    expect((await unguarded.order('told')).opened).toEqual([elsewhere]);
  });

  it('lets the page reload itself and move within itself', async () => {
    expect(await attack(desktop, `location.hash = '#/plan/q2-ransomware'`)).toContain('#/plan/q2-ransomware');
    await attack(desktop, 'window.isOld = true');
    await attack(desktop, 'location.reload()');
    const page = await desktop.consolePage();
    await waitUntil(page, 'window.isOld === undefined && window.muster !== undefined');
    expect(page.url()).toContain('console.app.invalid');
    await comeBack(desktop);
  });
});

describe('A request to anywhere else', () => {
  it("is cancelled, also the other window's files, and passes without the guard", async () => {
    const script = `fetch('https://elsewhere.invalid/x', {mode: 'no-cors'}).catch(() => {})`;
    await attack(desktop, script);
    expect((await desktop.order('told')).reached).toEqual([]);
    await attack(desktop, `location.href = 'app://room/'`);
    expect((await desktop.consolePage()).url()).toContain('console.app.invalid');
  });
});

describe('A permission', () => {
  const query = async (target: Desktop) => {
    const page = await target.consolePage();
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
    return (await page.evaluate(
      `Promise.all(${JSON.stringify(names)}.map(async (name) => (await navigator.permissions.query({ name })).state))`,
    )) as readonly string[];
  };

  it('is refused to every window, and given where nobody refuses it', async () => {
    expect(new Set(await query(desktop))).not.toContain('granted');
    expect(await query(unguarded)).toContain('granted');
    const { permissions } = await desktop.order('told');
    expect(permissions.length).toBeGreaterThan(0);
    expect(permissions.filter((line) => line.endsWith('true'))).toEqual([]);
  });
});
