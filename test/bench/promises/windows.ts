import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Figure, median, percentile } from '../figure.ts';
import {
  handMs,
  openWatchedPage,
  openWindows,
  pressedAt,
  releaseByKey,
  startLive,
  type Windows,
  watch,
} from '../open-windows.ts';
import { QuietPage } from '../quiet-page.ts';
import { timeMs } from '../time.ts';

const warmUps = 3;
const captures = 40;
const firstScreens = 5;
const wait = (ms: number) => new Promise<undefined>((wake) => setTimeout(() => wake(undefined), ms));

/** What the two windows of the browser shell keep a facilitator waiting for, in Chromium. */
export async function measure(): Promise<readonly Figure[]> {
  const windows = await openWindows();
  try {
    const first = await measureFirstScreen(windows);
    const page = await openWatchedPage(windows.browser, windows.console);
    const room = await openWatchedPage(windows.browser, windows.room);
    const exercise = await startLive(page);
    const journal = join(windows.workspace, 'exercises', exercise, 'journal-0001.jsonl');
    return [...(await measureCaptures(page, journal)), await measureReleases(page, room), first];
  } finally {
    await windows.close();
  }
}

/** Both in turn: the key that opens the form, the keys that save it, and the same bytes onto the same disk with nothing around. */
async function measureCaptures(page: QuietPage, journal: string): Promise<readonly Figure[]> {
  const bareName = `${journal}.bare`;
  const bareFile = await open(bareName, 'w');
  const [forms, acknowledged, bare]: number[][] = [[], [], []];
  for (let at = 0; at < warmUps + captures; at += 1) {
    const form = await watch(page, `document.querySelector('aside form') !== null`);
    await page.press('o');
    const { painted } = await form();
    forms?.push(painted - (await pressedAt(page)));

    await page.type(`Observation ${at}: two people answered the press at the same time`);
    await wait(handMs);
    const feed = await watch(page, `document.querySelector('aside ol').textContent.includes('Observation ${at}:')`);
    await page.press('Enter', 'Control');
    const { seen } = await feed();
    await page.until(`document.querySelector('aside form') === null`);
    acknowledged?.push(seen - (await pressedAt(page)));

    const line = (await readFile(journal, 'utf8')).trimEnd().split('\n').at(-1) ?? '';
    if (!line.includes(`Observation ${at}:`)) throw new Error('An entry was acknowledged that is not in the journal.');
    bare?.push(
      await timeMs(async () => {
        await bareFile.appendFile(`${line}\n`);
        await bareFile.datasync();
      }),
    );
  }
  await bareFile.close();
  await rm(bareName);
  const warm = (values: readonly number[] = []) => values.slice(warmUps);
  const baseline = median(warm(bare));
  return [
    {
      name: 'capture acknowledged, p50 (1.5 × bare write + 10 ms)',
      value: median(warm(acknowledged)),
      unit: 'ms',
      limit: Math.round((1.5 * baseline + 10) * 100) / 100,
      baseline,
    },
    {
      name: 'key to capture form painted, p95',
      value: percentile(warm(forms), 95),
      unit: 'ms',
      limit: 50,
      baseline: null,
    },
  ];
}

/** By key from the console, until the script has none left; what is handed to some only is not shown, so not waited for. */
async function measureReleases(page: QuietPage, room: QuietPage): Promise<Figure> {
  const took: number[] = [];
  const number = `document.querySelector('[aria-live=polite]')?.textContent`;
  for (let at = 0; at < 15; at += 1) {
    const shown = await watch(room, number);
    const pressed = await releaseByKey(page, at === 0);
    const painted = await Promise.race([shown().then((seen) => seen.painted), wait(500)]);
    if (painted !== undefined) took.push(painted - pressed);
  }
  const figure = { name: `release painted in the room, p95 of ${took.length}`, value: percentile(took, 95) };
  return { ...figure, unit: 'ms', limit: 100, baseline: null };
}

/** From the first byte the server answers to the painted programme, in a browser profile that has nothing stored. */
async function measureFirstScreen({ browser, console: address }: Windows): Promise<Figure> {
  const took: number[] = [];
  for (let at = 0; at < firstScreens; at += 1) {
    const page = await QuietPage.open(
      browser,
      `window.firstScreen = new Promise((resolve) => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector('h1')) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        }).observe(document, { subtree: true, childList: true });
      });`,
    );
    await page.goto(address);
    const painted = await page.evaluate<number>('firstScreen');
    took.push(painted - (await page.evaluate<number>(`performance.getEntriesByType('navigation')[0].responseStart`)));
    await page.close();
  }
  return {
    name: 'first screen after the server answers, slowest of 5',
    value: Math.max(...took),
    unit: 'ms',
    limit: 1_000,
    baseline: null,
  };
}
