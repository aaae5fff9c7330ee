import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import type { Figure } from '../figure.ts';
import { openWatchedPage, openWindows, startLive } from '../open-windows.ts';

const settleMs = 4_000;
const idleMs = 20_000;
const wait = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

type Cpu = { readonly page: number; readonly server: number };

/** What a running exercise costs while nobody touches anything: both clocks tick, the room is open, an inject is due. */
export async function measure(): Promise<readonly Figure[]> {
  const windows = await openWindows();
  try {
    const page = await openWatchedPage(windows.browser, windows.console);
    await startLive(page);
    const console = await measureIdle(windows.browser, windows.server.pid);
    await openWatchedPage(windows.browser, windows.room);
    const both = await measureIdle(windows.browser, windows.server.pid);
    const figure = (name: string, value: number, limit: number | null): Figure => {
      return { name, value, unit: '%', limit, baseline: null };
    };
    return [
      figure('idle CPU, console', console.page, 2),
      figure('idle CPU, console and room', both.page, null),
      figure('idle CPU, muster serve', both.server, 2),
    ];
  } finally {
    await windows.close();
  }
}

/** In percent of one processor, over twenty seconds. `page`: all of Chromium, drawing in software included. */
async function measureIdle(browser: Browser, server: number | undefined): Promise<Cpu> {
  await wait(settleMs);
  const before = await readCpu(browser, server);
  await wait(idleMs);
  const after = await readCpu(browser, server);
  const percent = (from: number, to: number) => ((to - from) / (idleMs / 1_000)) * 100;
  return { page: percent(before.page, after.page), server: percent(before.server, after.server) };
}

/** Seconds since each process began. Source: DevTools protocol, SystemInfo.getProcessInfo; proc(5), utime and stime. */
async function readCpu(browser: Browser, server: number | undefined): Promise<Cpu> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const stat = await readFile(`/proc/${server}/stat`, 'utf8');
  const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
  const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  return {
    page: processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0),
    server: ((user ?? 0) + (system ?? 0)) / ticks,
  };
}
