import { strict, ToldEvents } from './strict.ts';
import { life, machine, type Size, told } from './world.ts';

/** Everything on the desk around the windows: displays, power, dialogs, menu, the system's own programs. */

function layOut(sizes: readonly Size[]): Electron.Display[] {
  let x = 0;
  return sizes.map(({ width, height }, at) => {
    const bounds = { x, y: 0, width, height };
    x += width;
    const more = { workArea: bounds, scaleFactor: 1, internal: at === 0, label: `Display ${at + 1}` };
    return { id: at + 1, bounds, ...more } as Electron.Display;
  });
}

class FakeScreen extends ToldEvents {
  #displays = layOut(machine.displays ?? []);
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed']);
  }
  getAllDisplays = (): Electron.Display[] => {
    life.needReady('screen');
    return [...this.#displays];
  };
  getPrimaryDisplay = (): Electron.Display => this.#displays[0] as Electron.Display;
  /** The one that has most of it; a window beyond every display belongs to the first. */
  getDisplayMatching = ({ x, width }: Electron.Rectangle): Electron.Display => {
    const middle = x + width / 2;
    const found = this.#displays.find(({ bounds }) => middle >= bounds.x && middle < bounds.x + bounds.width);
    return found ?? this.getPrimaryDisplay();
  };
  /** For the test: what is plugged in from now on. */
  plug(sizes: readonly Size[]): void {
    const before = this.#displays;
    this.#displays = layOut(sizes);
    for (const gone of before.slice(sizes.length)) this.emit('display-removed', {}, gone);
    for (const come of this.#displays.slice(before.length)) this.emit('display-added', {}, come);
    for (const [at, was] of before.slice(0, sizes.length).entries()) {
      const { bounds } = this.#displays[at] ?? was;
      if (bounds.width !== was.bounds.width || bounds.height !== was.bounds.height)
        this.emit('display-metrics-changed', {}, this.#displays[at], ['bounds']);
    }
  }
}
export const fakeScreen = strict('screen', new FakeScreen());

export const fakePowerMonitor = strict(
  'powerMonitor',
  new ToldEvents('powerMonitor', ['suspend', 'resume', 'shutdown']),
);

export const fakePowerSaveBlocker = strict('powerSaveBlocker', {
  start: (type) => {
    told.awake.push(type);
    return told.awake.length;
  },
  stop: () => {
    told.awake.push('stopped');
    return true;
  },
} satisfies Partial<Electron.PowerSaveBlocker>);

type Asked = { readonly kind: string; readonly options: Record<string, unknown>; answer: (value: unknown) => void };

/** Dialogs that wait for an answer, as real ones do. */
export const dialogs = { open: [] as Asked[], shown: [] as { kind: string; options: unknown }[] };

function ask(kind: string, args: readonly unknown[]): Promise<never> {
  const options = args.at(-1) as Record<string, unknown>;
  dialogs.shown.push({ kind, options });
  return new Promise((resolve) => dialogs.open.push({ kind, options, answer: resolve as (value: unknown) => void }));
}

export const fakeDialog = strict('dialog', {
  showMessageBox: (...args: unknown[]) => ask('showMessageBox', args),
  showOpenDialog: (...args: unknown[]) => ask('showOpenDialog', args),
  showErrorBox: (title: string, content: string) => {
    dialogs.shown.push({ kind: 'showErrorBox', options: { title, content } });
    process.stderr.write(`${title}: ${content}\n`);
  },
} satisfies Partial<Record<keyof Electron.Dialog, unknown>>);

export const fakeMenu = strict('Menu', {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template as unknown as Electron.Menu,
  setApplicationMenu: (menu: Electron.Menu | null) => {
    told.menu = menu;
  },
} satisfies Partial<typeof Electron.Menu>);

export const fakeShell = strict('shell', {
  openPath: async (path) => {
    told.external.push(path);
    return '';
  },
} satisfies Partial<Electron.Shell>);

export const fakeProtocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes) => {
    life.needNotReady('protocol.registerSchemesAsPrivileged');
    told.schemes.push(...schemes);
  },
} satisfies Partial<Electron.Protocol>);
