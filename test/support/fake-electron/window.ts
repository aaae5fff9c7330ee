import { readFileSync } from 'node:fs';
import type { Download, Frame, Page } from 'playwright-core';
import { FakeContents } from './contents.ts';
import { findTarget } from './find-target.ts';
import { ipc } from './ipc.ts';
import { pageShim } from './page-shim.ts';
import { passes } from './passes.ts';
import type { FakeSession } from './session.ts';
import { checkOptions, preventable, strict, ToldEvents } from './strict.ts';
import { knownOptions, knownPreferences } from './window-options.ts';
import { life, originOf, toApp, told, toPage } from './world.ts';

export const windows: FakeWindow[] = [];

const windowEvents = ['close', 'closed', 'ready-to-show', 'move'];

export class FakeWindow extends ToldEvents {
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents: FakeContents;
  page: Page | undefined;
  /** Chromium's own name for the page. */
  target = '';
  hasLoaded = false;
  hash = '';
  role = '';
  url = '';
  bounds: Electron.Rectangle;
  readonly is = { destroyed: false, visible: true, fullScreen: false, minimized: false, protected: false, focused: 0 };
  #loading = ''; // what the main process itself loads is not asked about
  #isFirst = true;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', windowEvents);
    life.needReady('BrowserWindow');
    checkOptions('BrowserWindow', options, knownOptions);
    checkOptions('webPreferences', options.webPreferences ?? {}, knownPreferences);
    const session = options.webPreferences?.session as unknown as FakeSession | undefined;
    if (!session) throw new Error('fake electron: a window without a session of its own is not in the fake');
    this.options = options;
    this.bounds = { x: 0, y: 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.is.visible = options.show ?? true;
    this.webContents = strict('webContents', new FakeContents(windows.length + 1, this, session));
    windows.push(this);
    bus.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    this.url = url.replace(/#.*$/, '');
    this.role = url.includes('#/scribe/') ? 'scribe' : (/^app:\/\/(\w+)/.exec(url)?.[1] ?? '');
    this.#loading = url;
    this.hasLoaded = false;
    this.page ??= await this.#openPage();
    if (this.is.destroyed) return void this.page.close();
    await this.webContents.session.givePermissions();
    await this.#fit();
    await this.#go('about:blank'); // else a hash in common makes it no load at all
    await this.#go(toPage(url));
  }

  /** Whatever the page was about to load itself gives way, as it does in Electron. */
  async #go(url: string): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      if (tries > 1) await new Promise((resolve) => setTimeout(resolve, 50));
      const problem = await this.page?.goto(url).then(
        () => null,
        (failed: Error) => failed,
      );
      if (!problem) return;
      if (tries === 100 || !problem.message.includes('interrupted')) throw problem;
    }
  }

  async #openPage(): Promise<Page> {
    const page = await this.webContents.session.openPage((frame, url) => this.#mayNavigate(frame, url));
    page.on('close', () => page === this.page && this.#onClosed());
    page.on('crash', () => this.#onCrashed(page));
    page.on('load', () => page === this.page && this.#onLoaded());
    page.on('download', (download) => this.#onDownload(download));
    page.on('popup', (popup) => void popup.close());
    page.on(
      'console',
      (message) => message.text().includes('Content Security Policy') && told.csp.push(message.text()),
    );
    this.target = (await findTarget(page)) ?? '';
    await page.exposeBinding('__electronCall', ({ frame }, message) => this.#receive(frame, message));
    const { preload } = this.options.webPreferences ?? {};
    const source = preload ? readFileSync(preload, 'utf8') : '';
    await page.addInitScript(
      `(${pageShim})((require) => { const module = { exports: {} }, exports = module.exports;\n${source}\n});`,
    );
    return page;
  }

  #onLoaded(): void {
    if (!this.page?.url().startsWith('http')) return;
    this.#loading = '';
    this.hasLoaded = true;
    if (this.#isFirst) this.emit('ready-to-show');
    this.#isFirst = false;
    this.webContents.emit('did-finish-load');
  }

  #mayNavigate(frame: Frame, url: string): boolean {
    const isMainFrame = frame.parentFrame() === null;
    if (isMainFrame && url === this.#loading) return true;
    const events = isMainFrame
      ? (['will-navigate', 'will-frame-navigate'] as const)
      : (['will-frame-navigate'] as const);
    const refusedBy = events.filter((name) => {
      const { event, isPrevented } = preventable({ url, isMainFrame, isSameDocument: false });
      this.webContents.emit(name, event, url);
      return isPrevented();
    });
    const goes = passes(told.navigations, { url, refusedBy });
    if (goes && isMainFrame) this.hasLoaded = false;
    return goes;
  }

  #onDownload(download: Download): void {
    const { event, isPrevented } = preventable({});
    this.webContents.session.emit('will-download', event);
    const name = download.suggestedFilename();
    if (!passes(told.downloads, { url: name, refusedBy: isPrevented() ? ['will-download'] : [] }))
      void download.cancel().catch(() => {}); // it may be through already: it was empty words
  }

  async #receive(frame: Frame, { kind, channel, args }: { kind: string; channel: string; args: unknown[] }) {
    if (kind === 'invoke') {
      const url = toApp(frame.url());
      const senderFrame = { url, origin: originOf(url), parent: frame.parentFrame() };
      return ipc.invoke(channel, { sender: this.webContents, senderFrame }, args);
    }
    const { action } = this.webContents.openHandler({ url: toApp(channel) } as Electron.HandlerDetails);
    passes(told.windows, { url: toApp(channel), refusedBy: action === 'deny' ? ['window-open'] : [] });
    return { ok: true };
  }

  async crash(): Promise<void> {
    const page = this.page;
    if (!page) return;
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.crash').catch(() => {}); // it does not answer any more
  }

  #onCrashed(page: Page): void {
    if (page !== this.page) return;
    this.hash = new URL(page.url()).hash;
    this.page = undefined; // Playwright can do nothing with a crashed page: the reload makes a new one
    this.hasLoaded = false;
    void page.close().catch(() => {});
    this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  }

  #onClosed(): void {
    if (this.is.destroyed) return;
    this.is.destroyed = true;
    this.emit('closed');
    bus.emit('window-closed');
  }

  async #fit(): Promise<void> {
    const { width, height } = this.bounds;
    await this.page?.setViewportSize({ width, height }).catch(() => {}); // a page that is going has no size
  }

  close(): void {
    const { event, isPrevented } = preventable({});
    this.emit('close', event);
    if (isPrevented()) return;
    void this.page?.close().catch(() => {});
    this.#onClosed();
  }
  isDestroyed = (): boolean => this.is.destroyed;
  isMinimized = (): boolean => this.is.minimized;
  isFullScreen = (): boolean => this.is.fullScreen;
  getBounds = (): Electron.Rectangle => ({ ...this.bounds });
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds };
    void this.#fit();
    this.emit('move');
  }
  setFullScreen(flag: boolean): void {
    this.is.fullScreen = flag;
  }
  setContentProtection(enable: boolean): void {
    this.is.protected = enable;
  }
  removeMenu(): void {}
  show(): void {
    this.is.visible = true;
  }
  showInactive(): void {
    this.is.visible = true;
  }
  hide(): void {
    this.is.visible = false;
  }
  restore(): void {
    this.is.minimized = false;
  }
  focus(): void {
    this.is.focused += 1;
  }
}

/** From windows to the app, which stands above them. */
export const bus = new ToldEvents('windows', ['web-contents-created', 'window-closed']);
