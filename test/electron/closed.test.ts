import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholePath } from '../../build/chromium-paths.mjs';
import { gatherAddresses } from '../support/gather-addresses.ts';
import { type Chromium, type Desktop, launchDesktop, startChromium } from '../support/launch-desktop.ts';
import { newWorkspace } from '../support/open-muster.ts';

const displays = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

const webRtcPolicy = 'disable_non_proxied_udp';

let chromium: Chromium;
let desktop: Desktop;

beforeAll(async () => {
  // The stand-in cannot give a page its policy: here Chromium has it from the start, by the name that each of its kinds heeds.
  const names = ['force-webrtc-ip-handling-policy', 'webrtc-ip-handling-policy'];
  chromium = await startChromium(
    names.map((name) => `--${name}=${webRtcPolicy}`),
    wholePath,
  );
  desktop = await launchDesktop(chromium, { workspace: await newWorkspace(), displays });
  await Promise.all([desktop.consolePage(), desktop.roomPage()]);
}, 120_000);
afterAll(async () => {
  await desktop?.kill();
  await chromium?.close();
});

describe('A window of the desktop', () => {
  it('loads its page without one violation of its content security policy', async () => {
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
        disableDialogs: true,
        spellcheck: false,
        devTools: false,
      });
    }
    const { isSandboxEnabled, spellchecker, resolver } = await desktop.order('told');
    expect(isSandboxEnabled).toBe(true);
    expect(spellchecker).toEqual([false, false, false]); // the default session too
    expect(resolver).toEqual({ secureDnsMode: 'off', enableBuiltInResolver: false });
  });

  it('tells no address by WebRTC', async () => {
    expect((await desktop.order('told')).webRtc).toEqual([webRtcPolicy, webRtcPolicy]); // each of the two windows
    expect(await (await desktop.consolePage()).evaluate(gatherAddresses)).toEqual([]);
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
    expect(switches.sort()).toEqual([
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'disable-features=OptimizationHints,MediaRouter,AutofillServerCommunication',
      'disable-sync',
      'force-webrtc-ip-handling-policy=disable_non_proxied_udp',
      'host-resolver-rules=MAP * ~NOTFOUND',
      'no-pings',
      'webrtc-ip-handling-policy=disable_non_proxied_udp',
    ]);
  });
});
