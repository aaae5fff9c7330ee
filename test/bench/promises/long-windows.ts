import { type Figure, median, percentile } from '../figure.ts';
import { makeLongExercise } from '../long-exercises.ts';
import { handMs, openWatchedPage, openWindows, pressedAt, watch } from '../open-windows.ts';
import type { QuietPage } from '../quiet-page.ts';

const events = 10_000;
const openings = 5;
const warmUps = 3;
const captures = 20;
const openLimitMs = 1_000;
const keyLimitMs = 50;
const wait = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

/** With ten thousand entries in it a console is opened, captured into and scrolled as ever, and so are the screens after it. */
export async function measure(): Promise<readonly Figure[]> {
  const long = await makeLongExercise(events);
  const windows = await openWindows({ workspace: long.workspace });
  try {
    const page = await openWatchedPage(windows.browser, windows.console);
    const live = await measureOpening(page, `#/live/${long.exercise}`, onlyIfHidden);
    const figures = [live, ...(await measureKeys(page)), await measureScrolling(page)];
    await page.evaluate(
      `muster.give_command({ exercise: '${long.exercise}', command: { type: 'end_exercise' }, pressedM: null }).then(() => null)`,
    );
    const review = await measureOpening(page, `#/review/${long.exercise}`, isThere);
    return [...figures, review, await measureOpening(page, `#/report/${long.exercise}`, isThere)];
  } finally {
    await windows.close();
    await long.remove();
  }
}

const isThere = `document.querySelector('main h1, main h2') !== null && document.querySelector('main').textContent.length > 400`;
const onlyDisplay = `[...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'No, only I see it')`;
const onlyIfHidden = `(${onlyDisplay}?.click(), document.querySelectorAll('aside ol li').length > 100)`;

/** From the programme, each time. */
async function measureOpening(page: QuietPage, hash: string, isOpen: string): Promise<Figure> {
  const took: number[] = [];
  for (let opening = 0; opening < openings; opening += 1) {
    await page.evaluate(`location.hash = '#/'; null`);
    await page.until(`document.querySelector('h1')?.textContent.startsWith('Programme')`);
    await wait(300);
    took.push(
      await page.evaluate<number>(`new Promise((resolve) => {
        const began = performance.now();
        location.hash = '${hash}';
        const look = () => {
          if (location.hash === '${hash}' && !document.querySelector('h1')?.textContent.startsWith('Programme') && ${isOpen})
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
          else setTimeout(look, 4);
        };
        look();
      })`),
    );
  }
  const name = `${hash.split('/')[1]} of 10,000 entries opens`;
  return { name, value: median(took), unit: 'ms', limit: openLimitMs, baseline: null };
}

/** The key that opens a form, and the keys that save. */
async function measureKeys(page: QuietPage): Promise<readonly Figure[]> {
  const [forms, acknowledged]: [number[], number[]] = [[], []];
  for (let at = 0; at < warmUps + captures; at += 1) {
    const form = await watch(page, `document.querySelector('aside form') !== null`);
    await page.press('o');
    forms.push((await form()).painted - (await pressedAt(page)));
    await page.type(`Observation ${at}: two people answered`);
    await wait(handMs);
    const feed = await watch(page, `document.querySelector('aside ol').textContent.includes('Observation ${at}:')`);
    await page.press('Enter', 'Control');
    acknowledged.push((await feed()).seen - (await pressedAt(page)));
    await page.until(`document.querySelector('aside form') === null`);
  }
  const figure = (name: string, values: readonly number[], percent: number, limit: number): Figure => {
    return { name, value: percentile(values.slice(warmUps), percent), unit: 'ms', limit, baseline: null };
  };
  return [
    figure('key to form at 10,000 entries, p50', forms, 50, keyLimitMs),
    figure('capture in the feed at 10,000 entries, p50', acknowledged, 50, keyLimitMs),
  ];
}

async function measureScrolling(page: QuietPage): Promise<Figure> {
  const frames = await page.evaluate<number[]>(`new Promise((resolve) => {
    const feed = document.querySelector('aside ol');
    const took = [];
    let last = performance.now();
    const step = () => {
      const now = performance.now();
      took.push(now - last);
      last = now;
      feed.scrollTop += 120;
      if (took.length < 60) requestAnimationFrame(step);
      else resolve(took.slice(1));
    };
    requestAnimationFrame(step);
  })`);
  return {
    name: 'a frame while the feed is scrolled, p95',
    value: percentile(frames, 95),
    unit: 'ms',
    limit: keyLimitMs,
    baseline: null,
  };
}
