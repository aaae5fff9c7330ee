import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ownFile } from '#services/own-files.ts';
import { chromiumPath } from '../../build/chromium.mjs';
import type { Orders } from './fake-electron/control.ts';
import { findTarget } from './fake-electron/find-target.ts';
import type { Machine } from './fake-electron/world.ts';
import { compiledOnce } from './muster.ts';

const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--remote-debugging-port=0'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions'],
  ...['--disable-component-extensions-with-background-pages', '--disable-default-apps', '--disable-breakpad'],
  // A window behind another one runs as the one in front: else Chromium starves it, and on a busy machine it stands still.
  ...['--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'],
  ...['--disable-background-timer-throttling', '--disable-ipc-flooding-protection', '--disable-hang-monitor'],
  // As Playwright starts it: no page is kept or held back when a window goes on to another one.
  ...['--disable-back-forward-cache', '--disable-field-trial-config', '--metrics-recording-only'],
  '--disable-features=AvoidUnnecessaryBeforeUnloadCheckSync,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding',
];

export type Chromium = { readonly endpoint: string; readonly browser: Browser; readonly close: () => Promise<void> };

/** One Chromium for a test file; each desktop has windows of its own in it. */
export async function startChromium(extraFlags: readonly string[] = [], path = chromiumPath): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), 'muster-chromium-'));
  const child = spawn(path, [...flags, ...extraFlags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const endpoint = await readEndpoint(child);
  child.stderr?.resume();
  const browser = await chromium.connectOverCDP(endpoint);
  return {
    endpoint,
    browser,
    close: async () => {
      const isGone = child.exitCode === null ? once(child, 'exit') : null;
      // Not by a signal: what was started may be a script that Chromium outlives.
      await (await browser.newBrowserCDPSession()).send('Browser.close').catch(() => {});
      await isGone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function readEndpoint(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('Chromium has no error output');
  for await (const line of createInterface({ input: child.stderr })) {
    const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (found) return found;
  }
  throw new Error('Chromium ended before it listened');
}

export type Launch = Partial<Pick<Machine, 'displays' | 'isPackaged'>> & {
  readonly workspace: string;
  /** The folder of the settings; the same one twice is a second instance. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
};

export type Desktop = Awaited<ReturnType<typeof launchDesktop>>;

/** The built main process against Chromium: `kill` is kill -9, and takes the windows with it as it would. */
export async function launchDesktop(chromium: Chromium, launch: Launch) {
  const userData = launch.userData ?? mkdtempSync(join(tmpdir(), 'muster-settings-'));
  const child = startMain(chromium.endpoint, userData, launch);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => output.push(String(bytes)));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const order = orderOf(child);

  async function page(role: 'console' | 'room'): Promise<Page> {
    for (const end = Date.now() + 50_000; Date.now() < end; await pause(20)) {
      if (child.exitCode !== null) break;
      const target = await order('loadedPage', role).catch(() => null); // an ended one is said below, with what it wrote
      const found = target === null ? undefined : await findPage(chromium.browser, target);
      if (found) return found;
    }
    throw new Error(`no ${role} window: ${output.join('')}`);
  }

  return {
    process: child,
    userData,
    ended,
    output: () => output.join(''),
    order,
    /** The page there is now, once it has loaded: after a crash it is another one. */
    consolePage: () => page('console'),
    roomPage: () => page('room'),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    /** As by the menu; gives the exit code. */
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) await order('quit').catch(() => {});
      return ended;
    },
  };
}

function startMain(cdp: string, userData: string, launch: Launch): ChildProcess {
  const machine: Machine = {
    cdp,
    userData,
    appPath: ownFile(),
    displays: launch.displays ?? [{ width: 1280, height: 800 }],
    isPackaged: launch.isPackaged ?? true,
  };
  const run = ownFile('test/support/fake-electron/run.mjs');
  const args = [ownFile('dist/electron/main.js'), '--workspace', launch.workspace, ...(launch.args ?? [])];
  return fork(run, args, {
    cwd: ownFile(),
    env: { ...process.env, ...compiledOnce, ...launch.env, FAKE_ELECTRON: JSON.stringify(machine) },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string };

/** Tells the fake what happens to the machine, and asks it what it saw. */
function orderOf(child: ChildProcess) {
  let last = 0;
  const waiting = new Map<number, { take: (answer: Answer) => void; giveUp: (problem: Error) => void }>();
  child.on('message', (answer: Answer) => waiting.get(answer.id)?.take(answer));
  child.once('exit', () => {
    for (const { giveUp } of waiting.values()) giveUp(new Error('the main process ended before it answered'));
  });
  return async <Name extends keyof Orders>(
    name: Name,
    ...args: Parameters<Orders[Name]>
  ): Promise<Awaited<ReturnType<Orders[Name]>>> => {
    last += 1;
    const id = last;
    const answer = new Promise<Answer>((take, giveUp) => waiting.set(id, { take, giveUp }));
    child.send({ id, name, args });
    const { value, error } = await answer.finally(() => waiting.delete(id));
    if (error !== undefined) throw new Error(error);
    return value as Awaited<ReturnType<Orders[Name]>>; // as JSON carried it
  };
}

export async function waitForDialog(desktop: Desktop) {
  for (const end = Date.now() + 50_000; Date.now() < end; await pause(50)) {
    const [asked] = await desktop.order('openDialogs');
    if (asked) return asked;
  }
  throw new Error(`no dialog: ${desktop.output()}`);
}

/** By Chromium's own name for it: two desktops may be open in one Chromium. */
async function findPage(browser: Browser, target: string): Promise<Page | undefined> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const page of pages.filter((known) => known.url().includes('.app.invalid')))
    if ((await findTarget(page)) === target) return page;
  return undefined;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits until the expression is true in the page. Playwright's own waiting evaluates text, which the pages forbid. */
export async function waitUntil(page: Page, expression: string): Promise<void> {
  for (const end = Date.now() + 50_000; Date.now() < end; await pause(30)) {
    const isTrue = await page.evaluate(expression).catch(() => false); // between two pages there is nobody to ask
    if (isTrue) return;
  }
  throw new Error(`never true: ${expression}`);
}
