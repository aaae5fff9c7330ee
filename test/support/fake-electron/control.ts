import { dialogs } from './desk.ts';
import { app, powerMonitor, screen } from './electron.ts';
import { ipc } from './ipc.ts';
import { windows } from './window.ts';
import { type Guard, leftOut, type Size, told } from './world.ts';

export type WindowState = {
  readonly url: string;
  /** `console`, `room`, or `scribe` for a console that was opened at its place. */
  readonly role: string;
  readonly bounds: Electron.Rectangle;
  readonly options: Record<string, unknown> & { readonly webPreferences: Record<string, unknown> };
  readonly is: (typeof windows)[number]['is'];
};
export type Sender = {
  readonly window: 'console' | 'room';
  readonly url?: string;
  readonly origin?: string;
  readonly isSubframe?: boolean;
  readonly isGone?: boolean;
};

const find = (role: string) => {
  const window = windows.findLast((window) => window.role === role && !window.is.destroyed);
  if (!window) throw new Error(`no ${role} window is open`);
  return window;
};

/** The page of a window once it has loaded, by Chromium's name for it. */
function findLoaded(role: string): string | null {
  const window = windows.findLast((window) => window.role === role && !window.is.destroyed);
  return window?.hasLoaded && window.page ? window.target : null;
}

/** What a test can do to the machine and see of it. */
const orders = {
  told: () => told,
  windows: (): WindowState[] =>
    windows
      .filter(({ is }) => !is.destroyed)
      .map(({ url, role, bounds, options, is }) => {
        const { session, ...webPreferences } = options.webPreferences ?? {};
        const { partition } = session as unknown as { partition: string };
        return { url, role, bounds, is, options: { ...options, webPreferences: { ...webPreferences, partition } } };
      }),
  dialogs: () => dialogs.shown,
  openDialogs: () => dialogs.open.map(({ kind, options }) => ({ kind, options })),
  answerDialog: (answer: unknown) => {
    const asked = dialogs.open.shift();
    if (!asked) throw new Error('no dialog is open');
    asked.answer(answer);
  },
  /** As by a press on this entry of the menu. */
  chooseMenu: (label: string) => {
    const menus = told.menu as unknown as readonly Electron.MenuItemConstructorOptions[]; // as it was given to `buildFromTemplate`
    const entry = menus
      .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
      .find((item) => item.label === label);
    const click = entry?.click as (() => void) | undefined; // ours asks for nothing of what Electron hands over
    if (!click) throw new Error(`the menu has no entry ${label}`);
    click();
  },
  loadedPage: findLoaded,
  /** From now on these guards are left out, and no other. What a page was given when it loaded changes when it loads again. */
  leaveOut: (guards: readonly Guard[]) => {
    leftOut.clear();
    for (const guard of guards) leftOut.add(guard);
  },
  /** The window's own page again, wherever an attack has taken it. */
  loadAgain: (role: string) => find(role).loadURL(`app://${role}/`),
  redirect: (role: string, url: string) => find(role).webContents.ask('will-redirect', { url, isMainFrame: true }),
  attachWebview: (role: string) => find(role).webContents.ask('will-attach-webview', {}),
  plugDisplays: (sizes: readonly Size[]) => screen.plug(sizes),
  moveWindow: (role: string, x: number) => find(role).setBounds({ x }),
  minimize: (role: string) => {
    find(role).is.minimized = true;
  },
  /** As Linux sleeps: the wall clock goes on, the steady one does not. */
  sleep: (ms: number) => {
    const now = Date.now;
    Date.now = () => now() + ms;
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
  },
  crashPage: (role: string) => find(role).crash(),
  closeWindow: (role: string) => find(role).close(),
  hang: (role: string) => void find(role).webContents.emit('unresponsive'),
  /** As Electron would hand over a request of this sender. */
  invokeAs: ({ window, url, origin, isSubframe, isGone }: Sender, channel: string, ...args: unknown[]) => {
    const { webContents } = find(window);
    const own = `app://${window}`;
    const parent = isSubframe ? { url: own, parent: null } : null;
    const senderFrame = isGone ? null : { url: url ?? `${own}/`, origin: origin ?? own, parent };
    return ipc.invoke(channel, { sender: webContents, senderFrame }, args);
  },
  throwUncaught: (message: string) => {
    setTimeout(() => {
      throw new Error(message);
    });
  },
  quit: () => {
    setTimeout(() => app.quit());
  },
} as const;

export type Orders = typeof orders;

export function obeyTest(): void {
  process.on('disconnect', () => process.exit(1)); // the test is gone
  process.on('message', (message: { id: number; name: keyof Orders; args: never[] }) => {
    const { id, name, args } = message;
    new Promise((resolve) => resolve((orders[name] as (...given: never[]) => unknown)(...args))).then(
      (value) => process.send?.({ id, value: JSON.parse(JSON.stringify(value ?? null)) }),
      (problem) => process.send?.({ id, error: String(problem) }),
    );
  });
}
