import type { Browser, CDPSession } from 'playwright-core';

type Key = {
  readonly key: string;
  readonly code: string;
  readonly text?: string;
  readonly windowsVirtualKeyCode: number;
};

const keys = {
  o: { key: 'o', code: 'KeyO', text: 'o', windowsVirtualKeyCode: 79 },
  r: { key: 'r', code: 'KeyR', text: 'r', windowsVirtualKeyCode: 82 },
  F9: { key: 'F9', code: 'F9', windowsVirtualKeyCode: 120 },
  Enter: { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 },
} as const satisfies Readonly<Record<string, Key>>;

const ctrl = 2;
const lookEveryMs = 5;

type Answered = { readonly result?: unknown; readonly error?: { readonly message: string } };
type Evaluated<Value> = {
  readonly result: { readonly value: Value };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
};

/**
 * A page with nobody listening to its network. Playwright is told of every request of its own pages, which makes each one
 * slower by milliseconds that no facilitator waits for.
 */
export class QuietPage {
  readonly #browser: CDPSession;
  readonly #sessionId: string;
  readonly #profile: string;
  readonly #waiting = new Map<number, (answered: Answered) => void>();
  #last = 0;

  private constructor(browser: CDPSession, sessionId: string, profile: string) {
    this.#browser = browser;
    this.#sessionId = sessionId;
    this.#profile = profile;
    browser.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
      if (from !== sessionId) return;
      const { id, ...answered }: Answered & { readonly id?: number } = JSON.parse(message);
      if (id !== undefined) this.#waiting.get(id)?.(answered);
    });
  }

  /**
   * A new page with nothing stored, 1280 × 800, still empty; `beside` another, a tab of the same browser. `script` runs before
   * anything of what it opens.
   */
  static async open(browser: Browser, script: string, beside?: QuietPage): Promise<QuietPage> {
    const session = await browser.newBrowserCDPSession();
    const browserContextId = beside
      ? beside.#profile
      : (await session.send('Target.createBrowserContext')).browserContextId;
    const about = { url: 'about:blank', browserContextId, width: 1280, height: 800 };
    const { targetId } = await session.send('Target.createTarget', about);
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    const page = new QuietPage(session, sessionId, browserContextId);
    await page.send('Page.enable');
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: script });
    return page;
  }

  async goto(address: string): Promise<void> {
    await this.send('Page.navigate', { url: address });
    await this.until(`location.href !== 'about:blank' && document.querySelector('#root main') !== null`);
  }

  async evaluate<Value>(expression: string): Promise<Value> {
    const about = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails: thrown } = await this.send<Evaluated<Value>>('Runtime.evaluate', about);
    if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
    return result.value;
  }

  async until(condition: string, waitMs = 10_000): Promise<void> {
    const end = performance.now() + waitMs;
    while (!(await this.evaluate<boolean>(condition))) {
      if (performance.now() > end) throw new Error(`Not so after ${waitMs} ms: ${condition}`);
      await new Promise((wake) => setTimeout(wake, lookEveryMs));
    }
  }

  async press(name: keyof typeof keys, held: 'Control' | null = null): Promise<void> {
    const { text, ...key }: Key = keys[name];
    const modifiers = held === null ? 0 : ctrl;
    await this.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      ...key,
      modifiers,
      ...(held || text === undefined ? {} : { text }),
    });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, modifiers });
  }

  async type(text: string): Promise<void> {
    await this.send('Input.insertText', { text });
  }

  async close(): Promise<void> {
    await this.#browser.send('Target.disposeBrowserContext', { browserContextId: this.#profile });
    await this.#browser.detach();
  }

  /** A command of the DevTools protocol, for this page alone. */
  send<Result>(method: string, params: object = {}): Promise<Result> {
    this.#last += 1;
    const id = this.#last;
    const message = JSON.stringify({ id, method, params });
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        this.#waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result as Result);
      });
      this.#browser.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message }).catch(reject);
    });
  }
}
