import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ownFile } from '#services/own-files.ts';
import type { Orders } from './fake-electron/control.ts';
import type { Machine } from './fake-electron/world.ts';

const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--remote-debugging-port=0'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export type Chromium = { readonly endpoint: string; readonly browser: Browser; readonly close: () => Promise<void> };

/** One Chromium for a test file; each desktop has windows of its own in it. */
export async function startChromium(extraFlags: readonly string[] = []): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), 'muster-chromium-'));
  const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
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
      await browser.close();
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
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

export type Launch = Partial<Pick<Machine, 'displays' | 'isPackaged' | 'without'>> & {
  readonly workspace: string;
  /** The folder of the settings; the same one twice is a second instance. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
};

export type Desktop = Awaited<ReturnType<typeof launchDesktop>>;

/**
 * The built main process against Chromium: `kill` is kill -9, and takes the windows with it as it would. Two desktops that
 * are open together need a Chromium each: the pages are told apart by their address only.
 */
export async function launchDesktop(chromium: Chromium, launch: Launch) {
  const userData = launch.userData ?? mkdtempSync(join(tmpdir(), 'muster-settings-'));
  const before = new Set(pagesOf(chromium.browser));
  const child = startMain(chromium.endpoint, userData, launch);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => output.push(String(bytes)));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const order = orderOf(child);

  async function page(role: 'console' | 'room'): Promise<Page> {
    const address = `https://${role}.app.invalid/`;
    for (const end = Date.now() + 50_000; Date.now() < end; await pause(20)) {
      const found = pagesOf(chromium.browser).findLast(
        (known) => !before.has(known) && known.url().startsWith(address),
      );
      if (found && !found.isClosed()) return found;
      if (child.exitCode !== null) break;
    }
    throw new Error(`no ${role} window: ${output.join('')}`);
  }

  return {
    process: child,
    userData,
    ended,
    output: () => output.join(''),
    order,
    /** The page there is now: after a crash it is another one. */
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
    without: launch.without ?? [],
  };
  const run = ownFile('test/support/fake-electron/run.mjs');
  const args = [ownFile('dist/electron/main.js'), '--workspace', launch.workspace, ...(launch.args ?? [])];
  return fork(run, args, {
    cwd: ownFile(),
    env: { ...process.env, ...launch.env, FAKE_ELECTRON: JSON.stringify(machine) },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string };

/** Tells the fake what happens to the machine, and asks it what it saw. */
function orderOf(child: ChildProcess) {
  let last = 0;
  child.setMaxListeners(100); // one for each order on its way
  return async <Name extends keyof Orders>(
    name: Name,
    ...args: Parameters<Orders[Name]>
  ): Promise<Awaited<ReturnType<Orders[Name]>>> => {
    last += 1;
    const id = last;
    const answer = new Promise<Answer>((resolve, reject) => {
      const take = (message: Answer) => {
        if (message.id !== id) return;
        child.off('message', take as never);
        resolve(message);
      };
      child.on('message', take as never);
      child.once('exit', () => reject(new Error(`the main process ended before it answered ${name}`)));
    });
    child.send({ id, name, args });
    const { value, error } = await answer;
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

function pagesOf(browser: Browser): readonly Page[] {
  return browser.contexts().flatMap((context) => context.pages());
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
