import { isDeepStrictEqual } from 'node:util';
import { BrowserWindow, type Rectangle, type Session, screen } from 'electron';
import type { RoomStatus } from '#contract/console-answers.ts';
import type { PictureListener } from '#contract/room.ts';
import { createPictureSender, type RoomMessage } from '#contract/room-messages.ts';
import {
  arrange,
  type DisplayEvent,
  firstArrangement,
  isConsoleApart,
  roomBounds,
  tellArrangement,
} from '#core/displays/arrangement.ts';
import type { Application } from '#services/application/application.ts';
import { addressOf } from './addresses.ts';
import type { Log } from './log.ts';
import { revive } from './revive.ts';
import { webPreferences } from './security.ts';

const ownSize = { width: 1280, height: 720 } as const;

type Needs = {
  readonly application: Application;
  readonly session: Session;
  readonly preload: string;
  readonly log: Log;
  /** Of the facilitator's window: the room is shown anywhere else. */
  readonly consoleBounds: () => Rectangle;
};

export type RoomWindow = ReturnType<typeof createRoomWindow>;

/** The room's window, where the arrangement of the displays has it. */
export function createRoomWindow(needs: Needs) {
  let window: BrowserWindow | null = null;
  let now = firstArrangement;

  function happened(event: DisplayEvent): void {
    const before = now;
    now = arrange(before, event);
    // Placed where it stands already it would flash in front of everybody, or come before what is in use.
    const isElsewhere = now.room !== before.room || !isDeepStrictEqual(roomBounds(now), roomBounds(before));
    if (isElsewhere || event.type === 'room_asked_for') place();
    needs.application.roomChanged();
  }

  function place(): void {
    if (now.room === 'closed') return;
    window ??= open();
    const bounds = roomBounds(now);
    if (bounds) fill(window, bounds);
    else if (now.room === 'own') window.show();
    else park(window, needs.consoleBounds());
  }

  function open(): BrowserWindow {
    const opened = createWindow(needs);
    opened.on('closed', () => {
      window = null;
      happened({ type: 'room_closed' });
    });
    opened.webContents.on('did-finish-load', () => needs.application.roomChanged());
    return opened;
  }

  const consoleOn = () => screen.getDisplayMatching(needs.consoleBounds()).id;
  const isOpen = () => typeof now.room === 'number' || now.room === 'own';
  return {
    /** On request, also where there is one display only. */
    show: () => happened({ type: 'room_asked_for' }),
    /** At the start, and when a display came, went or was changed. */
    settle: () => happened({ type: 'displays_changed', displays: listDisplays(), consoleOn: consoleOn() }),
    follow: () => {
      if (consoleOn() !== now.consoleOn) happened({ type: 'console_moved', consoleOn: consoleOn() });
    },
    close: () => window?.close(),
    status: (): Pick<RoomStatus, 'windows' | 'displays' | 'arrangement' | 'isConsoleApart'> => ({
      windows: isOpen() ? 1 : 0,
      displays: now.displays.length,
      arrangement: tellArrangement(now),
      isConsoleApart: isConsoleApart(now),
    }),
  };
}

const listDisplays = () =>
  screen.getAllDisplays().map(({ id, bounds, internal }) => ({ id, bounds, isInternal: internal }));

function fill(window: BrowserWindow, bounds: Rectangle): void {
  window.setFullScreen(false); // a window that fills one display does not move to another
  window.setBounds(bounds);
  window.setFullScreen(true);
  window.showInactive();
}

/** Out of sight, back on a display there is. */
function park(window: BrowserWindow, bounds: Rectangle): void {
  window.setFullScreen(false);
  window.hide();
  window.setBounds({ ...bounds, ...ownSize });
}

function createWindow({ application, session, preload, log }: Needs): BrowserWindow {
  const window = new BrowserWindow({
    ...ownSize,
    useContentSize: true,
    show: false,
    title: 'Muster',
    backgroundColor: '#000000',
    webPreferences: webPreferences(preload, session),
  });
  window.removeMenu();
  revive(window, 'room', log);
  const send = (message: RoomMessage) => {
    if (!window.isDestroyed()) window.webContents.send('muster:picture', message);
  };
  let latest: Parameters<PictureListener> | null = null;
  let sender = createPictureSender(send);
  const stop = application.onPicture((...shown) => {
    latest = shown;
    sender(...shown);
  });
  window.webContents.on('did-finish-load', () => {
    sender = createPictureSender(send); // a page that was loaded anew has no bytes of before
    if (latest) sender(...latest);
  });
  window.on('closed', stop);
  void window.loadURL(addressOf('room'));
  return window;
}
