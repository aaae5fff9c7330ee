import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

type Disposable = { dispose: () => Promise<void> };
type Options = BrowserContextOptions & {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly hasClock?: boolean;
};

/** A page as good as new, until it is given back. */
export type KeptPage = {
  readonly page: Page;
  /** Taken away again when the page is given back: a script of it, a function that it can call. */
  readonly forNow: (...lent: readonly Disposable[]) => void;
  readonly giveBack: () => Promise<void>;
};

const idle = new WeakMap<Browser, Map<string, Page[]>>();

/**
 * Most of what it costs to open a window is the process of its page and what that compiles. So a page that a test is done with is
 * emptied and serves the next one, which finds nothing of the one before: no storage, no listener, no script, no pointer over it.
 * A clock in the test's hand belongs to its context and stays: `hasClock` gives a page of those that have one, set to now again.
 */
export async function takePage(browser: Browser, options: Options): Promise<KeptPage> {
  const { viewport, hasClock = false, ...others } = options;
  const kind = JSON.stringify({ ...others, hasClock });
  const byKind = idle.get(browser) ?? new Map<string, Page[]>();
  idle.set(browser, byKind);
  const page = byKind.get(kind)?.pop() ?? (await (await browser.newContext(others)).newPage());
  if (hasClock) await page.clock.install();
  await page.setViewportSize(viewport);
  const lent: Disposable[] = [];
  let isTaken = true;
  const giveBack = async () => {
    if (!isTaken) return;
    isTaken = false;
    const isClean = await empty(page, lent.splice(0), others).then(
      () => true,
      () => false, // it crashed, or the test closed it
    );
    if (isClean) byKind.set(kind, [...(byKind.get(kind) ?? []), page]);
    else await page.context().close();
  };
  return { page, forNow: (...more) => void lent.push(...more), giveBack };
}

async function empty(page: Page, lent: readonly Disposable[], options: BrowserContextOptions): Promise<void> {
  // What the page still writes as it goes is for nobody.
  await page.evaluate('Storage.prototype.setItem = () => {}; localStorage.clear(); sessionStorage.clear()');
  await page.goto('about:blank');
  for (const one of lent) await one.dispose();
  await page.context().clearCookies();
  await page.context().clearPermissions();
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: options.reducedMotion ?? null });
  await page.mouse.move(-1, -1);
  page.setDefaultTimeout(30_000);
}

/** Tells of errors in the page, and no longer once it is disposed. */
export function hearErrors(page: Page, tell: (words: string) => void): Disposable {
  const onConsole = (line: { type: () => string; text: () => string }) => line.type() === 'error' && tell(line.text());
  const onPageError = (problem: Error) => tell(String(problem));
  page.on('console', onConsole);
  page.on('pageerror', onPageError);
  const dispose = async () => void page.off('console', onConsole).off('pageerror', onPageError);
  return { dispose };
}
