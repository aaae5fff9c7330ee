import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { consoleRequests } from '#contract/console.ts';
import type { ConsoleNotice } from '#contract/console-notices.ts';
import { createPictureSender } from '#contract/room-messages.ts';
import { type Outcome, succeed } from '#core/outcome.ts';
import type { Application } from '#services/application/application.ts';
import type { Ended } from '#services/application/open-exercises.ts';
import type { Shell } from '#services/application/shell.ts';
import { inTheme } from '#services/pages/in-theme.ts';
import { loadPageFiles, type PageFile, type PageFiles } from '#services/pages/page-files.ts';
import { listenBoth } from './listen.ts';
import { openOutside } from './open-outside.ts';
import { createRoleServer, type Log } from './role-server.ts';
import type { Route, Routes } from './routes.ts';

export type BrowserShell = {
  /** Whole addresses, each with the token of its role in the fragment. */
  readonly console: string;
  readonly room: string;
  /** To every console that is open. */
  readonly tell: (notice: ConsoleNotice) => void;
  readonly close: () => Promise<Ended>;
};

type Needs = {
  /** Opens the application around this shell. */
  readonly open: (shell: Shell) => Promise<Outcome<Application>>;
  /** The console's port, the room's is the next; null takes two free ones. */
  readonly port: number | null;
  /** Where the built pages lie. */
  readonly dist: string;
  readonly log: Log;
};

/** The application on two ports of this machine. Nothing listens, and nothing is held, when it fails. */
export async function openBrowserShell({ open, port, dist, log }: Needs): Promise<Outcome<BrowserShell>> {
  const pages = await loadPageFiles(dist, 'browser');
  if (!pages.ok) return pages;
  const room: { windows: number; address: string | null } = { windows: 0, address: null };
  const roomStatus = () => ({
    shell: 'browser' as const,
    windows: room.windows,
    displays: null,
    arrangement: null,
    isConsoleApart: false,
    address: room.address,
  });
  const opened = await open({
    roomStatus,
    openRoom: async () => roomStatus(),
    openScribe: async () => false,
    openFolder: (folder) => openOutside(folder),
    openFile: async () => false, // xdg-open does not say whether it did: the console shows the path
    printPdf: null,
  });
  if (!opened.ok) return opened;
  const application = opened.value;
  const count = (change: 1 | -1) => {
    room.windows += change;
    application.roomChanged();
  };
  const consoles = new Set<(notice: ConsoleNotice) => void>();
  const told = { notices: 0, pictures: 0 };
  // Before any stream listens: each value has its number by the time it is sent.
  application.onNotice(() => {
    told.notices += 1;
  });
  application.onPicture(() => {
    told.pictures += 1;
  });
  const tokens = { console: makeToken(), room: makeToken() };
  const routes = {
    console: consoleRoutes(pages.value.console, application, consoles, () => told.notices),
    room: roomRoutes(pages.value.room, application, count, () => told.pictures),
  };
  const servers = {
    console: createRoleServer({ role: 'console', token: tokens.console, routes: routes.console, log }),
    room: createRoleServer({ role: 'room', token: tokens.room, routes: routes.room, log }),
  };
  const close = async () => {
    await Promise.all([stop(servers.console), stop(servers.room)]);
    return application.close();
  };
  const ports = await listenBoth(servers.console, servers.room, port);
  if (!ports.ok) {
    await close();
    return ports;
  }
  room.address = addressOf(ports.value.room, tokens.room);
  const tell = (notice: ConsoleNotice) => {
    told.notices += 1;
    for (const send of consoles) send(notice);
  };
  return succeed({ console: addressOf(ports.value.console, tokens.console), room: room.address, tell, close });
}

/** A page that comes, or comes back, is told at once how the room stands. */
function consoleRoutes(
  files: PageFiles,
  application: Application,
  consoles: Set<(notice: ConsoleNotice) => void>,
  number: () => number,
): Routes {
  const asks = Object.keys(consoleRequests).map((name): [string, Route] => [
    `/ask/${name}`,
    { kind: 'ask', answer: (input) => application.answer(name, input) },
  ]);
  const notices: Route = {
    kind: 'stream',
    number,
    open: (send) => {
      const stop = application.onNotice(send);
      consoles.add(send);
      return () => {
        consoles.delete(send);
        stop();
      };
    },
  };
  const draw = async (file: PageFile) => inTheme(file, await application.theme());
  return new Map([...listFiles(files, draw), ['/notices', notices], ...asks]);
}

/** The room's bundle and what the room is shown. There is nothing to ask here, and nothing to tell. */
function roomRoutes(
  files: PageFiles,
  application: Application,
  count: (change: 1 | -1) => void,
  number: () => number,
): Routes {
  const pictures: Route = {
    kind: 'stream',
    number,
    open: (send) => {
      const stop = application.onPicture(createPictureSender(send));
      count(1);
      return () => {
        stop();
        count(-1);
      };
    },
  };
  return new Map([...listFiles(files, async (page) => page), ['/pictures', pictures]]);
}

/** `draw` makes the page itself what it has to be now; the files it reaches stay as they were built. */
function listFiles(files: PageFiles, draw: (page: PageFile) => Promise<PageFile>): readonly [string, Route][] {
  return [...files].map(([address, file]) => [
    address,
    { kind: 'file', load: async () => (address === '/' ? draw(file) : file) },
  ]);
}

/** 256 bits, in letters an address can carry. */
function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

function addressOf(port: number, token: string): string {
  return `http://127.0.0.1:${port}/#token=${token}`;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
