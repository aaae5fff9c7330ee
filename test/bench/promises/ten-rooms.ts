import { openBareWindows } from '../bare-windows.ts';
import { type Figure, median, percentile } from '../figure.ts';
import { handMs, openWatchedPage, openWindows, pressedAt, releaseByKey, startLive, watch } from '../open-windows.ts';
import type { QuietPage } from '../quiet-page.ts';

const rooms = 10;
const sessions = 3; // so that one slow release among them is not yet the 95th percentile
const releases = 15;
const blanks = 4;
const slowestMs = 2_000;
const limitMs = 100;
/** Over what the same machine needs in the same minute for ten windows without Muster. */
const mostTimes = { release: 7, panic: 2.5 };
const machine = 'two cores, no graphics card';
const wait = (ms: number) => new Promise<undefined>((wake) => setTimeout(() => wake(undefined), ms));

type Windows = { readonly keys: QuietPage; readonly shown: readonly QuietPage[] };
type Took = { readonly muster: number[]; readonly bare: number[] };

/** One laptop feeds ten screens. Measured in turns with ten bare windows, as what else runs on the machine slows both. */
export async function measure(): Promise<readonly Figure[]> {
  const [released, blanked]: [Took, Took] = [nothing(), nothing()];
  for (let session = 0; session < sessions; session += 1) {
    const found = await measureOne();
    add(released, found.released);
    add(blanked, found.blanked);
  }
  return [...figuresOf('release', released), ...figuresOf('panic', blanked)];
}

const nothing = (): Took => ({ muster: [], bare: [] });

function add(all: Took, { muster, bare }: Took): void {
  all.muster.push(...muster);
  all.bare.push(...bare);
}

/** An exercise of its own, with windows that show a first picture. */
async function measureOne(): Promise<{ readonly released: Took; readonly blanked: Took }> {
  const windows = await openWindows();
  try {
    const keys = await openWatchedPage(windows.browser, windows.console);
    const shown: QuietPage[] = [];
    for (let at = 0; at < rooms; at += 1) shown.push(await openWatchedPage(windows.browser, windows.room, keys));
    const bare = await openBareWindows(windows.browser, rooms);
    await startLive(keys);
    await timeBare(bare, 'r'); // a first time costs each window more
    await wait(1_000); // the windows have fetched what they will need
    const released = await timeReleases({ keys, shown }, bare);
    const blanked = await timeBlanks({ keys, shown }, bare);
    bare.close();
    return { released, blanked };
  } finally {
    await windows.close();
  }
}

/** By key from the console; what is handed to some only is not shown, so not counted. */
async function timeReleases({ keys, shown }: Windows, bare: Windows): Promise<Took> {
  const took: Took = { muster: [], bare: [] };
  for (let at = 0; at < releases; at += 1) {
    const seen = await watchAll(shown, news);
    const pressed = await releaseByKey(keys, at === 0);
    const painted = await Promise.race([slowest(seen), wait(slowestMs)]);
    if (painted !== undefined) took.muster.push(painted - pressed);
    await wait(2 * handMs); // the console's mirror follows the rooms
    took.bare.push(await timeBare(bare, 'r'));
  }
  return took;
}

async function timeBlanks({ keys, shown }: Windows, bare: Windows): Promise<Took> {
  const took: Took = { muster: [], bare: [] };
  for (let at = 0; at < blanks; at += 1) {
    const seen = await watchAll(shown, curtain);
    await keys.press('F9');
    const painted = await slowest(seen);
    took.muster.push(painted - (await pressedAt(keys)));
    await wait(2 * handMs);
    await timeBare(bare, 'r');
    await wait(handMs);
    took.bare.push(await timeBare(bare, 'F9'));
    const risen = await watchAll(shown, curtain);
    await keys.press('F9');
    await slowest(risen);
    await wait(2 * handMs);
  }
  return took;
}

async function timeBare({ keys, shown }: Windows, key: 'r' | 'F9'): Promise<number> {
  const seen = await watchAll(shown, bareText);
  await keys.press(key);
  const painted = await slowest(seen);
  return painted - (await pressedAt(keys));
}

/** What is looked at, and where: nothing else of a window is watched. */
type Look = { readonly find: string; readonly within: string };
const spoken = `document.querySelector('[aria-live=polite]')`;
const news: Look = { find: `${spoken}.textContent`, within: spoken };
const curtain: Look = { find: 'document.documentElement.dataset.curtain', within: 'document.documentElement' };
const bareText: Look = { find: 'document.body.textContent', within: 'document.body' };

type Seen = () => Promise<{ readonly painted: number }>;

function watchAll(shown: readonly QuietPage[], { find, within }: Look): Promise<readonly Seen[]> {
  return Promise.all(shown.map((room) => watch(room, find, within)));
}

/** Asked for a while after it: ten answers on their way would take from what is measured. */
async function slowest(seen: readonly Seen[]): Promise<number> {
  await wait(handMs);
  const all = await Promise.all(seen.map((one) => one()));
  return Math.max(...all.map(({ painted }) => painted));
}

function figuresOf(what: 'release' | 'panic', { muster, bare }: Took): readonly Figure[] {
  const name = what === 'release' ? 'release painted' : 'panic key painted';
  const inAll = `in the slowest of ${rooms} rooms`;
  const over = median(bare);
  const told = (percent: number): Figure => {
    const value = percentile(muster, percent);
    return { name: `${name} ${inAll} (${machine}), p${percent}`, value, unit: 'ms', limit: limitMs, baseline: null };
  };
  const ratio = { value: median(muster) / over, unit: '×', limit: mostTimes[what], baseline: over } as const;
  return [told(50), told(95), { name: `${name} ${inAll}, over bare windows`, ...ratio }];
}
