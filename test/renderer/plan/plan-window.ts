import type { Browser, Page } from 'playwright-core';
import type { ConsoleBridge } from '#contract/console.ts';
import type { ConsoleNotice } from '#contract/console-notices.ts';
import { launchChromium } from '../../../build/chromium.mjs';
import { hearErrors, type KeptPage, takePage } from '../../support/kept-pages.ts';
import { listTooWide } from '../../support/look-at-page.ts';
import { originOf } from '../../support/serve-renderer.ts';

const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'";

export type Size = { readonly width: number; readonly height: number };
export type Answers = { readonly [Name in keyof Omit<ConsoleBridge, 'onNotice'>]?: ConsoleBridge[Name] };

/** The console's page in Chromium, under the policy it is shipped with, talking to answers given by the test. */
export class PlanWindow {
  readonly page: Page;
  readonly violations: string[] = [];
  readonly #kept: KeptPage;
  private constructor(kept: KeptPage) {
    this.#kept = kept;
    this.page = kept.page;
  }

  static async open(browser: Browser, answers: Answers, { width, height }: Size, hash = '#/') {
    const kept = await takePage(browser, { viewport: { width, height }, reducedMotion: 'reduce' });
    const window = new PlanWindow(kept);
    const { page } = kept;
    kept.forNow(hearErrors(page, (words) => window.violations.push(words)));
    kept.forNow(
      await page.exposeFunction('askTest', (name: keyof Answers, input: never) => answer(answers, name, input)),
    );
    const script = await page.addInitScript(() => {
      const ask = (name: string) => (input: unknown) =>
        (globalThis as unknown as { askTest: (name: string, input: unknown) => Promise<unknown> }).askTest(name, input);
      const listeners = new Set<(notice: unknown) => void>();
      const onNotice = (listener: (notice: unknown) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      };
      const bridge = new Proxy({}, { get: (_, name) => (name === 'onNotice' ? onNotice : ask(String(name))) });
      Object.defineProperty(globalThis, 'tellWindow', {
        value: (notice: unknown) => {
          for (const listener of listeners) listener(notice);
        },
      });
      Object.defineProperty(globalThis, 'muster', { value: bridge });
    });
    kept.forNow(script);
    await page.goto(`${await originOf(browser, csp)}/console.html${hash}`);
    return window;
  }

  close(): Promise<void> {
    return this.#kept.giveBack();
  }

  async setTheme(theme: 'light' | 'dark') {
    await this.page.evaluate((chosen) => {
      (
        globalThis as unknown as { document: { documentElement: { dataset: Record<string, string> } } }
      ).document.documentElement.dataset.theme = chosen;
    }, theme);
  }

  /** News as the application tells it. */
  tell(notice: ConsoleNotice): Promise<unknown> {
    return this.page.evaluate(`tellWindow(${JSON.stringify(notice)})`);
  }

  /** What sticks out of the page at the right, if the page is wider than its window. */
  listTooWide(): Promise<readonly string[]> {
    return listTooWide(this.page);
  }
}

async function answer(answers: Answers, name: keyof Answers, input: never) {
  const known = answers[name];
  if (!known) return { ok: false, problem: { code: 'absent', message: `No ${name} here.`, hint: 'None.' } };
  return known(input);
}

export function launchBrowser(): Promise<Browser> {
  return launchChromium();
}
