import { BrowserWindow, type Display, type Session, screen } from 'electron';
import type { RoomPicture } from '#contract/room.ts';
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
  /** Where the facilitator's window is: the room is shown anywhere else. */
  readonly consoleDisplay: () => Display;
};

export type RoomWindow = ReturnType<typeof createRoomWindow>;

/** The room's window: full screen on the second display, parked while there is none, in a window of its own on request. */
export function createRoomWindow(needs: Needs) {
  let window: BrowserWindow | null = null;
  /** The display it fills, a window of its own, or out of sight. */
  let place: number | 'own' | 'parked' = 'parked';

  function open(): BrowserWindow {
    const opened = createWindow(needs);
    opened.on('closed', () => {
      window = null;
      place = 'parked';
      needs.application.roomChanged();
    });
    opened.webContents.on('did-finish-load', () => needs.application.roomChanged());
    return opened;
  }

  function findDisplay(): Display | undefined {
    const { id } = needs.consoleDisplay();
    return screen.getAllDisplays().find((display) => display.id !== id);
  }

  function show(): void {
    window ??= open();
    const display = findDisplay();
    place = display?.id ?? 'own';
    if (display) {
      window.setFullScreen(false); // a window that fills one display does not move to another
      window.setBounds(display.bounds);
      window.setFullScreen(true);
      window.showInactive();
    } else {
      window.show();
    }
    needs.application.roomChanged();
  }

  function park(): void {
    if (!window) return;
    place = 'parked';
    window.setFullScreen(false);
    window.hide();
    window.setBounds({ ...needs.consoleDisplay().bounds, ...ownSize }); // back on a display there is
    needs.application.roomChanged();
  }

  return {
    /** On request, also where there is one display only. */
    show,
    /** The displays decide: called at the start, and when one came or went. */
    settle: () => {
      if (findDisplay()) show();
      else if (typeof place === 'number') park();
      needs.application.roomChanged();
    },
    /** The facilitator's window moved: the two change places. A room that was closed stays closed. */
    follow: () => {
      if (typeof place === 'number' && findDisplay()?.id !== place) show();
    },
    close: () => window?.close(),
    windows: () => (place === 'parked' ? 0 : 1),
  };
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
  let latest: RoomPicture | null = null;
  const send = () => {
    if (latest && !window.isDestroyed()) window.webContents.send('muster:picture', latest);
  };
  const stop = application.onPicture((picture) => {
    latest = picture;
    send();
  });
  window.webContents.on('did-finish-load', send);
  window.on('closed', stop);
  void window.loadURL(addressOf('room'));
  return window;
}
