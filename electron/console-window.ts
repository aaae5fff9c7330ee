import { BrowserWindow, dialog, type Session } from 'electron';
import type { ConsoleNotice } from '#contract/console-notices.ts';
import type { Application } from '#services/application/application.ts';
import { addressOf } from './addresses.ts';
import type { Log } from './log.ts';
import { revive } from './revive.ts';
import { webPreferences } from './security.ts';

/** Of the content: the console's smallest layout. */
export const consoleSize = { width: 1280, height: 800 } as const;

type Needs = {
  readonly application: Application;
  readonly session: Session;
  readonly preload: string;
  readonly log: Log;
};

export type ConsoleWindow = ReturnType<typeof openConsole>;

/** What the facilitator sees, and what a scribe beside them does. Whoever shares such a screen by mistake shows a black window. */
export function openConsole(needs: Needs) {
  const { window, tell } = openWindow(needs, 'console', '');
  askBeforeClosing(window, needs.application);
  const windows = [window];
  return {
    window,
    tell,
    /** The console again, for whoever writes down; it goes with the first one and keeps nobody from closing. */
    openScribe: (exercise: string): void => {
      windows.push(openWindow(needs, 'scribe', `#/scribe/${encodeURIComponent(exercise)}`).window);
    },
    /** Of the windows that may ask. */
    contents: () => windows.filter((open) => !open.isDestroyed()).map(({ webContents }) => webContents),
    /** On A4, by the style sheet for paper that the page brings along. */
    printPdf: () => window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true }),
    focus: () => {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
}

function openWindow({ application, session, preload, log }: Needs, name: string, place: string) {
  const window = new BrowserWindow({
    ...consoleSize,
    minWidth: consoleSize.width,
    minHeight: consoleSize.height,
    useContentSize: true,
    show: false,
    title: 'Muster',
    webPreferences: webPreferences(preload, session),
  });
  window.setContentProtection(true);
  window.once('ready-to-show', () => window.show());
  revive(window, name, log);
  const tell = (notice: ConsoleNotice) => {
    if (!window.isDestroyed()) window.webContents.send('muster:notice', notice);
  };
  let stop = application.onNotice(tell);
  window.webContents.on('did-finish-load', () => {
    stop();
    stop = application.onNotice(tell); // what a window that comes new has to know is told at once
  });
  window.on('closed', () => stop());
  void window.loadURL(`${addressOf('console')}${place}`);
  return { window, tell };
}

function askBeforeClosing(window: BrowserWindow, application: Application): void {
  let mayClose = false;
  let isAsking = false;
  window.on('close', (event) => {
    if (mayClose || !application.isRunning()) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void askToClose(window).then((answer) => {
      isAsking = false;
      mayClose = answer;
      if (mayClose && !window.isDestroyed()) window.close();
    });
  });
}

async function askToClose(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'An exercise is running. Close Muster?',
    detail:
      'Everything captured is saved. The exercise goes on: open Muster again and it asks whether the time in between counts.',
    buttons: ['Stay in the exercise', 'Close Muster'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
