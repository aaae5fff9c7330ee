import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { BrowserContext, Page } from 'playwright-core';
import { ownFile } from '#services/own-files.ts';
import { type Chromium, type Desktop, launchDesktop, pause } from '../launch-desktop.ts';
import { compiledOnce } from '../muster.ts';

/** One running Muster with its two windows, whatever shell it runs in. */
export type Running = {
  readonly console: Page;
  readonly room: Page;
  readonly pid: number | undefined;
  /** kill -9: no warning, no farewell. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Launch = {
  readonly workspace: string;
  readonly rate?: number;
  /** Called with each window before anything is loaded in it, so that nothing is missed. */
  readonly watch?: (page: Page, role: 'console' | 'room') => Promise<void>;
};

export type OpenShell = (chromium: Chromium, launch: Launch) => Promise<Running>;

/** The browser shell in a process of its own, as `muster serve` starts it. */
export const openInBrowser: OpenShell = async (chromium, { workspace, rate = 1, watch }) => {
  const child = spawn(process.execPath, [ownFile('cli/main.ts'), 'serve', '--json', '--workspace', workspace], {
    env: { ...process.env, ...compiledOnce, MUSTER_CLOCK_RATE: String(rate) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const addresses = await readAddresses(child);
  const context = await chromium.browser.newContext({ viewport: { width: 1280, height: 800 } });
  const console = await openPage(context, 'console', watch);
  const room = await openPage(context, 'room', watch);
  await room.setViewportSize({ width: 1920, height: 1080 });
  await Promise.all([console.goto(addresses.console), room.goto(addresses.room)]);
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    await context.close();
  };
  return { console, room, pid: child.pid, kill: () => end('SIGKILL'), close: () => end('SIGTERM') };
};

async function openPage(context: BrowserContext, role: 'console' | 'room', watch: Launch['watch']): Promise<Page> {
  const page = await context.newPage();
  await watch?.(page, role);
  return page;
}

async function readAddresses(child: ChildProcess): Promise<{ readonly console: string; readonly room: string }> {
  let said = '';
  child.stderr?.on('data', (bytes) => {
    said += String(bytes);
  });
  if (child.stdout) for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new Error(`muster serve ended before it answered: ${said}`);
}

/** The built main process with two displays, so that the room has a window of its own. */
export const openOnDesktop: OpenShell = async (chromium, { workspace, rate = 1, watch }) => {
  const displays = [
    { width: 1280, height: 800 },
    { width: 1920, height: 1080 },
  ];
  const desktop = await launchDesktop(chromium, { workspace, displays, env: { MUSTER_CLOCK_RATE: String(rate) } });
  const console = await desktop.consolePage();
  const room = await desktop.roomPage();
  if (watch) {
    for (const [page, role] of [
      [console, 'console'],
      [room, 'room'],
    ] as const) {
      await watch(page, role);
      await page.reload(); // what was loaded before it was watched is loaded again
    }
  }
  return {
    console,
    room,
    pid: desktop.process.pid,
    kill: desktop.kill,
    close: () => closeDesktop(desktop),
  };
};

/** As by the menu; where it asks because an exercise runs, the answer is yes. */
async function closeDesktop(desktop: Desktop): Promise<void> {
  let isEnded = false;
  const ended = desktop.close().finally(() => {
    isEnded = true;
  });
  while (!isEnded) {
    await Promise.race([ended, pause(50)]);
    if (isEnded || !desktop.process.connected) continue;
    const asked = await desktop.order('openDialogs').catch(() => []);
    if (asked.length > 0) await desktop.order('answerDialog', { response: 1 }).catch(() => {}); // it may end before it says so
  }
}

export const shells: readonly (readonly [name: string, open: OpenShell])[] = [
  ['the browser shell', openInBrowser],
  ['the desktop', openOnDesktop],
];
