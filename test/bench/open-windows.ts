import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../build/chromium.mjs';
import { QuietPage } from './quiet-page.ts';

const main = join(import.meta.dirname, '../../cli/main.ts');

type Serving = {
  readonly env?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
  /** One that is there; else a new one, removed at the end. */
  readonly workspace?: string;
};

export type Windows = {
  readonly workspace: string;
  readonly browser: Browser;
  readonly server: ChildProcess;
  readonly console: string;
  readonly room: string;
  readonly close: () => Promise<void>;
};

/** `muster serve` on a new workspace of the real disk, and Chromium. */
export async function openWindows({ env = {}, flags = [], workspace: given }: Serving = {}): Promise<Windows> {
  const workspace = given ?? (await mkdtemp(join(tmpdir(), 'muster-bench-windows-')));
  const words = ['--disable-warning=ExperimentalWarning', ...flags, main, 'serve', '--json', '--workspace', workspace];
  const stdio = ['ignore', 'pipe', 'inherit', 'ipc'] as const;
  const server = spawn(process.execPath, words, { stdio: [...stdio], env: { ...process.env, ...env } });
  const browser = await launchChromium();
  const close = async () => {
    await browser.close();
    await stop(server);
    if (given === undefined) await rm(workspace, { recursive: true });
  };
  const [line] = server.stdout ? await once(server.stdout, 'data') : ['{}'];
  return { workspace, browser, server, ...JSON.parse(String(line)), close };
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await gone;
}

/**
 * What a page notes of itself, on the one clock of the machine. `pressed`: when the browser took the last key; `painted`: a
 * frame after `find` first gave another word, with what `find` looks at.
 */
const watching = `
  const now = () => performance.timeOrigin + performance.now();
  window.pressed = 0;
  addEventListener('keydown', ({ timeStamp }) => { pressed = performance.timeOrigin + timeStamp; }, true);
  window.watch = (find, within) => new Promise((resolve) => {
    const before = find();
    const look = () => {
      if (find() === before) return;
      observer.disconnect();
      const seen = now();
      requestAnimationFrame(() => setTimeout(() => resolve({ seen, painted: now() })));
    };
    const observer = new MutationObserver(look);
    observer.observe(within, { subtree: true, childList: true, characterData: true, attributes: true });
  });
`;

export type Seen = { readonly seen: number; readonly painted: number };

export async function openWatchedPage(browser: Browser, address: string, beside?: QuietPage): Promise<QuietPage> {
  const page = await QuietPage.open(browser, watching, beside);
  await page.goto(address);
  return page;
}

/** Begins to watch at once. Only what changes `within` is looked at: to be told of all of a page costs it time. */
export async function watch(page: QuietPage, find: string, within = 'document'): Promise<() => Promise<Seen>> {
  await page.evaluate(`window.watched = watch(() => ${find}, ${within}); null`);
  return () => page.evaluate<Seen>('watched');
}

export function pressedAt(page: QuietPage): Promise<number> {
  return page.evaluate<number>('pressed');
}

/** At least this long, a hand needs from one key to the next. */
export const handMs = 150;

const hand = () => new Promise((wake) => setTimeout(wake, handMs));

/**
 * By key, as a facilitator does: what is not due yet is looked at first. Gives the time of the last key, a while after it: a page that
 * is asked how far it is has less time to get there.
 */
export async function releaseByKey(page: QuietPage, isDue: boolean): Promise<number> {
  const preview = `document.querySelector('dialog[open]')`;
  await page.press('r');
  if (!isDue) {
    await page.until(`${preview} !== null`);
    await hand();
    await page.press('Enter');
  }
  await hand();
  await page.until(`${preview} === null`);
  return pressedAt(page);
}

/** Starts Q2 with everything filled in and every inject it has, and opens its console. Gives the exercise's name. */
export async function startLive(page: QuietPage): Promise<string> {
  const exercise = await page.evaluate<string>(`(async () => {
    const take = ({ ok, value, problem }) => { if (ok) return value; throw new Error(problem.message); };
    const script = 'q2-ransomware';
    const plan = take(await muster.fill_plan({ script }));
    take(await muster.save_plan({ plan: { ...plan, plan: { ...plan.plan, length_min: 165 } } }));
    const { exercise } = take(await muster.start_exercise({ script }));
    location.hash = '#/live/' + exercise;
    return exercise;
  })()`);
  const onlyDisplay = `[...document.querySelectorAll('button')].find((button) => button.textContent === 'No, only I see it')`;
  await page.until(`document.body.textContent.includes('Due now') || ${onlyDisplay} !== undefined`);
  await page.evaluate(`${onlyDisplay}?.click()`);
  await page.until(`document.body.textContent.includes('Due now') && ${onlyDisplay} === undefined`);
  return exercise;
}
