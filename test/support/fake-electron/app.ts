import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeInstanceLock } from './single-instance.ts';
import { preventable, strict, ToldEvents } from './strict.ts';
import { bus, windows } from './window.ts';
import { life, machine, ready, told } from './world.ts';

const events = [
  ...['ready', 'before-quit', 'will-quit', 'quit', 'window-all-closed', 'second-instance'],
  ...['session-created', 'web-contents-created'],
];

class FakeApp extends ToldEvents {
  readonly isPackaged = machine.isPackaged;
  readonly commandLine = strict('app.commandLine', {
    appendSwitch: (name, value) => {
      life.needNotReady('appendSwitch');
      told.switches.push(value === undefined ? name : `${name}=${value}`);
    },
  } satisfies Partial<Electron.CommandLine>);
  #holdsLock = false;
  #isQuitting = false;

  constructor() {
    super('app', events);
    bus.on('web-contents-created', (...args) => void this.emit('web-contents-created', ...args));
    bus.on('window-closed', () => this.#onWindowClosed());
  }
  whenReady = () => ready;
  getPath = (name: string): string => {
    if (name !== 'userData') throw new Error(`fake electron: the path "${name}" is not in the fake`);
    return machine.userData;
  };
  getAppPath = (): string => machine.appPath;
  enableSandbox(): void {
    life.needNotReady('enableSandbox');
    told.isSandboxEnabled = true;
  }
  configureHostResolver(options: Electron.ConfigureHostResolverOptions): void {
    life.needReady('configureHostResolver');
    told.resolver = options;
  }
  requestSingleInstanceLock(): boolean {
    this.#holdsLock = takeInstanceLock(machine.userData, (argv, cwd) => this.emit('second-instance', {}, argv, cwd));
    return this.#holdsLock;
  }
  quit(): void {
    if (this.#isQuitting) {
      this.#leave();
      return;
    }
    const before = preventable({});
    this.emit('before-quit', before.event);
    if (before.isPrevented()) return;
    this.#isQuitting = true;
    for (const window of windows) if (!window.isDestroyed()) window.close();
    this.#leave();
  }
  exit(code = 0): void {
    this.emit('quit', {}, code);
    if (this.#holdsLock) rmSync(join(machine.userData, 'SingletonLock'), { force: true });
    process.exit(code);
  }

  #leave(): void {
    if (windows.some((window) => !window.isDestroyed())) {
      this.#isQuitting = false; // a window would not close: nothing quits
      return;
    }
    const will = preventable({});
    this.emit('will-quit', will.event);
    if (!will.isPrevented()) this.exit(0);
  }

  #onWindowClosed(): void {
    if (this.#isQuitting || windows.some((window) => !window.isDestroyed())) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }
}

export const fakeApp = strict('app', new FakeApp());
