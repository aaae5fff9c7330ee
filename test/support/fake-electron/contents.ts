import type { Page } from 'playwright-core';
import type { FakeSession } from './session.ts';
import { checkOptions, portable, preventable, ToldEvents } from './strict.ts';
import { told } from './world.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
/** What shows the contents. */
type Shown = {
  readonly url: string;
  readonly hash: string;
  readonly page: Page | undefined;
  readonly hasLoaded: boolean;
  loadURL(url: string): Promise<void>;
  crash(): Promise<void>;
};

const contentsEvents = [
  ...['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'],
  ...['did-finish-load', 'render-process-gone', 'unresponsive'],
];

export class FakeContents extends ToldEvents {
  readonly id: number;
  readonly session: FakeSession;
  readonly #window: Shown;
  openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor(id: number, window: Shown, session: FakeSession) {
    super('webContents', contentsEvents);
    this.id = id;
    this.#window = window;
    this.session = session;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  setWebRTCIPHandlingPolicy(policy: Parameters<Electron.WebContents['setWebRTCIPHandlingPolicy']>[0]): void {
    told.webRtc.push(policy);
  }
  /** As Electron asks about what the page itself did not do; gives whether it may be. */
  ask(name: 'will-redirect' | 'will-attach-webview', details: object): boolean {
    const { event, isPrevented } = preventable(details);
    this.emit(name, event);
    return !isPrevented();
  }
  /** What the window shows, on paper. */
  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    checkOptions('printToPDF', options, ['pageSize', 'printBackground', 'preferCSSPageSize']);
    const { page } = this.#window;
    if (!page) throw new Error('there is no page to print');
    const { pageSize, printBackground = false, preferCSSPageSize = false } = options;
    return page.pdf({ format: String(pageSize), printBackground, preferCSSPageSize });
  }
  reload(): void {
    void this.#window.loadURL(this.#window.url + this.#window.hash); // where the page had gone within itself
  }
  forcefullyCrashRenderer(): void {
    void this.#window.crash();
  }
  send(channel: string, ...args: unknown[]): void {
    const copy = portable(structuredClone(args)); // throws on what Electron could not send
    const { page, hasLoaded } = this.#window;
    if (!hasLoaded || !page) return void told.lost.push(channel); // nobody is there to be given it
    page
      .evaluate(
        ([name, given]) => {
          const target = globalThis as never as { __electronDispatch(name: string, args: unknown[]): void };
          target.__electronDispatch(name, given);
        },
        [channel, copy] as const,
      )
      .catch(() => told.lost.push(channel));
  }
}
