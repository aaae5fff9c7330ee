import { join } from 'node:path';
import { app, dialog, screen, shell as system } from 'electron';
import type { RoomStatus } from '#contract/console-answers.ts';
import type { Application } from '#services/application/application.ts';
import type { Ended } from '#services/application/open-exercises.ts';
import type { Shell } from '#services/application/shell.ts';
import { describeFailure } from '#services/describe-failure.ts';
import { loadPageFiles } from '#services/pages/page-files.ts';
import { type ConsoleWindow, openConsole } from './console-window.ts';
import { answerConsole } from './ipc.ts';
import type { Log } from './log.ts';
import { setMenu } from './menu.ts';
import { findWorkspace, openWorkspace } from './open-workspace.ts';
import { createRoomWindow, type RoomWindow } from './room-window.ts';
import { closeResolver } from './security.ts';
import type { createSessions } from './sessions.ts';
import { stayAwake } from './stay-awake.ts';

type Needs = {
  readonly sessions: ReturnType<typeof createSessions>;
  readonly log: Log;
  readonly logFile: string;
};

/** Once Electron is ready: opens the workspace, then the windows. What stops it is said, not only logged. */
export async function start(needs: Needs): Promise<void> {
  closeResolver();
  setMenu(() => {}); // until there is a window that could answer
  try {
    await openMuster(needs);
  } catch (problem) {
    needs.log(describeFailure(problem));
    dialog.showErrorBox('Muster cannot start', problem instanceof Error ? problem.message : String(problem));
    app.exit(1);
  }
}

async function openMuster({ sessions, log, logFile }: Needs): Promise<void> {
  const built = join(app.getAppPath(), 'dist');
  const pages = await loadPageFiles(built, 'renderer');
  if (!pages.ok) throw new Error(`${pages.problem.message} ${pages.problem.hint}`);
  let room: RoomWindow | null = null;
  let opened: ConsoleWindow | null = null;
  const application = await openWorkspace(
    findWorkspace(process.argv),
    describeShell(
      () => room,
      () => opened,
    ),
  );
  if (application === null) return app.exit(0);
  const console = openConsole({
    application,
    session: sessions.open({ role: 'console', files: pages.value.console, theme: application.theme }),
    preload: join(built, 'electron/preload-console.cjs'),
    log,
  });
  opened = console;
  answerConsole({ application, log, consoles: console.contents });
  room = createRoomWindow({
    application,
    session: sessions.open({ role: 'room', files: pages.value.room, theme: async () => null }),
    preload: join(built, 'electron/preload-room.cjs'),
    log,
    consoleBounds: () => console.window.getBounds(),
  });
  followDisplays(room, console.window);
  app.on('second-instance', console.focus);
  setMenu(() => {
    console.focus();
    console.tell({ type: 'menu_chosen', entry: 'back_up' });
  });
  const text = `Something in Muster failed and was written to ${logFile}. What was shown as saved is saved.`;
  process.on('uncaughtException', () => console.tell({ type: 'notice', exercise: null, text }));
  quitTogether(application, console.window, room);
}

function describeShell(room: () => RoomWindow | null, console: () => ConsoleWindow | null): Shell {
  const unknown = { windows: 0, displays: null, arrangement: null, isConsoleApart: false };
  const roomStatus = (): RoomStatus => ({ shell: 'desktop', address: null, ...(room()?.status() ?? unknown) });
  return {
    roomStatus,
    openRoom: async () => {
      room()?.show();
      return roomStatus();
    },
    openScribe: async (exercise) => {
      console()?.openScribe(exercise);
      return console() !== null;
    },
    openFolder: openPath,
    openFile: openPath,
    printPdf: async () => {
      const shown = console();
      if (!shown) throw new Error('there is no window to print');
      return shown.printPdf();
    },
  };
}

/** An empty string means that it opened. */
async function openPath(path: string): Promise<boolean> {
  return (await system.openPath(path)) === '';
}

function followDisplays(room: RoomWindow, console: Electron.BrowserWindow): void {
  room.settle();
  screen.on('display-added', room.settle);
  screen.on('display-removed', room.settle);
  screen.on('display-metrics-changed', room.settle);
  console.on('move', room.follow);
  console.on('closed', () => {
    screen.off('display-added', room.settle);
    screen.off('display-removed', room.settle);
    screen.off('display-metrics-changed', room.settle);
  });
}

/** The console takes the room with it; what is open is on the disk before the process ends. */
function quitTogether(application: Application, console: Electron.BrowserWindow, room: RoomWindow): void {
  const awake = stayAwake(application);
  let isClosed = false;
  console.on('closed', () => {
    awake.close();
    room.close();
    app.quit();
  });
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    isClosed = true;
    void application.close().then(tellEnd, () => app.exit(1));
  });
}

/** What could not be kept is in front of the user a last time, and in the terminal it was started from; never in the log. */
function tellEnd({ told, isAllKept }: Ended): void {
  const text = told.join('\n\n');
  if (text !== '') process.stderr.write(`${text}\n`);
  if (text !== '') dialog.showErrorBox(isAllKept ? 'Muster has ended' : 'Not everything was saved', text);
  app.exit(isAllKept ? 0 : 1);
}
