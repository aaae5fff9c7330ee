import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

export type Size = { readonly width: number; readonly height: number };

/** A guard that the fake leaves out, to show that a test notices. */
export type Guard =
  | 'will-navigate'
  | 'will-frame-navigate'
  | 'will-download'
  | 'window-open'
  | 'onBeforeRequest'
  | 'permissions'
  | 'content-security-policy';

/** What a page wanted and who refused it; with nobody it went through. */
export type Asked = { readonly url: string; readonly refusedBy: readonly string[] };

/** How the test wants the machine to be. */
export type Machine = {
  readonly cdp: string;
  readonly appPath: string;
  readonly userData: string;
  readonly displays: readonly Size[];
  readonly isPackaged: boolean;
};

export const machine: Machine = JSON.parse(process.env.FAKE_ELECTRON ?? '{}');

/** The guards that Electron would not keep, as a test has it for a moment. */
export const leftOut = new Set<Guard>();

/** What happened, for the test to read. */
export const told = {
  switches: [] as string[],
  blocked: [] as string[],
  reached: [] as string[],
  lost: [] as string[],
  csp: [] as string[],
  navigations: [] as Asked[],
  windows: [] as Asked[],
  downloads: [] as Asked[],
  permissions: [] as string[],
  external: [] as string[],
  awake: [] as string[],
  webRtc: [] as string[],
  spellchecker: [] as boolean[],
  resolver: null as unknown,
  menu: null as unknown,
  isSandboxEnabled: false,
  schemes: [] as unknown[],
};

let isReady = false;
let becomeReady: () => void = () => {};
export const ready = new Promise<void>((resolve) => {
  becomeReady = resolve;
});

export const life = {
  isReady: () => isReady,
  begin: () => {
    isReady = true;
    becomeReady();
  },
  needReady: (name: string) => {
    if (!isReady) throw new Error(`fake electron: ${name} cannot be used before the app is ready`);
  },
  needNotReady: (name: string) => {
    if (isReady) throw new Error(`fake electron: ${name} must be called before the app is ready`);
  },
};

let browser: Promise<Browser> | undefined;

export function openBrowser(): Promise<Browser> {
  browser ??= chromium.connectOverCDP(machine.cdp);
  return browser;
}

const domain = 'invalid';

/** Chromium has no scheme of ours: app://console/x is shown as https://console.app.invalid/x. */
export function toPage(url: string): string {
  return url.replace(/^app:\/\/([^/]*)/, `https://$1.app.${domain}`);
}

export function toApp(url: string): string {
  return url.replace(/^https:\/\/([^/.]+)\.app\.invalid/, 'app://$1');
}

export function originOf(url: string): string {
  return /^[a-z]+:\/\/[^/]*/.exec(toApp(url))?.[0] ?? 'null';
}
