import { type BrowserWindow, dialog } from 'electron';
import type { Log } from './log.ts';

const recentMs = 60_000;
const slowestMs = 5_000;

/** A page that crashed comes back, at once the first time and ever slower after; one that hangs is offered a reload. */
export function revive(window: BrowserWindow, name: string, log: Log): void {
  let crashes: number[] = [];
  const { webContents } = window;
  webContents.on('render-process-gone', (_event, { reason }) => {
    log(`The ${name} window stopped (${reason}).`);
    if (reason === 'clean-exit') return;
    crashes = [...crashes.filter((at) => at > Date.now() - recentMs), Date.now()];
    const waitMs = Math.min((crashes.length - 1) * 1_000, slowestMs);
    setTimeout(() => !window.isDestroyed() && webContents.reload(), waitMs);
  });
  let isAsking = false;
  webContents.on('unresponsive', () => {
    log(`The ${name} window does not answer.`);
    if (isAsking || name === 'room') return;
    isAsking = true;
    void askToReload(window).finally(() => {
      isAsking = false;
    });
  });
}

async function askToReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'This window does not answer.',
    detail: 'The exercise and its clock go on, and everything captured is saved. Reload the window, or wait for it.',
    buttons: ['Wait', 'Reload the window'],
    defaultId: 1,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer(); // it comes back by itself
}
