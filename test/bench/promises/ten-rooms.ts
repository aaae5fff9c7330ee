import { type Figure, percentile } from '../figure.ts';
import { handMs, openWatchedPage, openWindows, pressedAt, releaseByKey, startLive, watch } from '../open-windows.ts';
import type { QuietPage } from '../quiet-page.ts';

const rooms = 10;
const releases = 15;
const blanks = 12;
const limitMs = 100;
const wait = (ms: number) => new Promise<undefined>((wake) => setTimeout(() => wake(undefined), ms));

/** One laptop feeds ten screens: what is released, and the panic key, are on the slowest of them as soon as on one. */
export async function measure(): Promise<readonly Figure[]> {
  const windows = await openWindows();
  try {
    const page = await openWatchedPage(windows.browser, windows.console);
    const shown: QuietPage[] = [];
    for (let at = 0; at < rooms; at += 1) shown.push(await openWatchedPage(windows.browser, windows.room, page));
    await startLive(page);
    await wait(1_000); // the windows have fetched what they will need
    return [await measureReleases(page, shown), await measurePanic(page, shown)];
  } finally {
    await windows.close();
  }
}

/** By key from the console; what is handed to some only is not shown, so not waited for. */
async function measureReleases(page: QuietPage, shown: readonly QuietPage[]): Promise<Figure> {
  const took: number[] = [];
  for (let at = 0; at < releases; at += 1) {
    const seen = await Promise.all(
      shown.map((room) => watch(room, `document.querySelector('[aria-live=polite]')?.textContent`)),
    );
    const pressed = await releaseByKey(page, at === 0);
    const painted = await Promise.race([slowest(seen), wait(800)]);
    if (painted !== undefined) took.push(painted - pressed);
  }
  const name = `release painted in the slowest of ${rooms} rooms, p95 of ${took.length}`;
  return { name, value: percentile(took, 95), unit: 'ms', limit: limitMs, baseline: null };
}

async function measurePanic(page: QuietPage, shown: readonly QuietPage[]): Promise<Figure> {
  const took: number[] = [];
  for (let at = 0; at < blanks * 2; at += 1) {
    const seen = await Promise.all(shown.map((room) => watch(room, `document.body.textContent`)));
    await page.press('F9');
    const painted = await slowest(seen);
    if (at % 2 === 0) took.push(painted - (await pressedAt(page)));
    await wait(handMs);
  }
  const name = `panic key painted in the slowest of ${rooms} rooms, p95 of ${took.length}`;
  return { name, value: percentile(took, 95), unit: 'ms', limit: limitMs, baseline: null };
}

async function slowest(seen: readonly (() => Promise<{ readonly painted: number }>)[]): Promise<number> {
  const all = await Promise.all(seen.map((one) => one()));
  return Math.max(...all.map(({ painted }) => painted));
}
