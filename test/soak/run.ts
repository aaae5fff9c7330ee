import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBetween } from '../../build/mutations/marked-part.mjs';
import { openWatchedPage, openWindows, startLive, type Windows } from '../bench/open-windows.ts';
import type { QuietPage } from '../bench/quiet-page.ts';
import { measurePage, measureServerMb, type PageSize } from './measure-windows.ts';
import { releaseNext, runExercise } from './run-exercise.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '180' },
    rate: { type: 'string', default: '60' },
    events: { type: 'string', default: '2000' },
    write: { type: 'boolean', default: false },
  },
});
const minutes = Number(values.minutes);
const rate = Number(values.rate);
const events = Number(values.events);
/** The feed is full by then (300 rows), every screen was opened, everything is compiled. */
const warmUp = Math.round(events / 4);
const injectsReleased = 6;
const growthLimitMb = 30;
const driftLimit = 0.05;

type Sizes = {
  readonly serverMb: number;
  readonly programme: PageSize;
  readonly live: PageSize;
  readonly room: PageSize;
};

const windows = await openWindows({
  env: { MUSTER_CLOCK_RATE: String(rate) },
  flags: ['--expose-gc', '--import', join(import.meta.dirname, 'tell-heap.mjs')],
});
const began = performance.now();
try {
  const page = await openWatchedPage(windows.browser, windows.console);
  const room = await openWatchedPage(windows.browser, windows.room);
  const exercise = await startLive(page);
  const everyMs = (minutes * 60_000) / rate / events;
  const course = { page, exercise, everyMs };
  for (let number = 0; number < injectsReleased; number += 1) await releaseNext(page, exercise, number);
  await runExercise({ ...course, from: 2, to: warmUp });
  const before = await measure(windows, page, room, exercise);
  await runExercise({ ...course, from: warmUp, to: events });
  const after = await measure(windows, page, room, exercise);
  const saved = await page.evaluate<number>(
    `muster.open_exercise({ exercise: '${exercise}' }).then(({ value }) => value.position)`,
  );
  await tell(before, after, saved);
} finally {
  await windows.close();
}

/** Each time the same views, at rest, the room under its curtain. */
async function measure(on: Windows, page: QuietPage, room: QuietPage, exercise: string): Promise<Sizes> {
  await page.evaluate(`muster.draw_curtain({ down: true }).then(() => null)`);
  await room.until(`document.querySelector('main') !== null`);
  const live = await show(page, `#/live/${exercise}`, `document.querySelector('aside ol') !== null`);
  const programme = await show(page, '#/', `/ransomware/i.test(document.querySelector('main')?.textContent)`);
  const sizes = { live, programme, room: await measurePage(room), serverMb: await measureServerMb(on) };
  await page.evaluate(`muster.draw_curtain({ down: false }).then(() => null)`);
  await show(page, `#/live/${exercise}`, `document.querySelector('aside ol') !== null`);
  return sizes;
}

async function show(page: QuietPage, hash: string, isThere: string): Promise<PageSize> {
  await page.evaluate(`location.hash = '${hash}'; null`);
  await page.until(isThere);
  await new Promise((wake) => setTimeout(wake, 1_500)); // what is drawn later is drawn
  return measurePage(page);
}

async function tell(before: Sizes, after: Sizes, saved: number): Promise<void> {
  const seconds = Math.round((performance.now() - began) / 1_000);
  const growth = (name: string, was: number, is: number) => {
    const isKept = is - was <= growthLimitMb;
    return { name, was: was.toFixed(1), is: is.toFixed(1), limit: `+${growthLimitMb} MB`, isKept };
  };
  const drift = (name: string, was: number, is: number) => {
    const isKept = Math.abs(is - was) <= Math.max(was * driftLimit, 1);
    return { name, was: String(was), is: String(is), limit: '± 5 %', isKept };
  };
  const pages = (['live', 'programme', 'room'] as const).flatMap((view) => [
    growth(`heap, ${view}, MB`, before[view].heapMb, after[view].heapMb),
    drift(`DOM nodes, ${view}`, before[view].nodes, after[view].nodes),
    drift(`listeners, ${view}`, before[view].listeners, after[view].listeners),
  ]);
  const rows = [growth('heap, `muster serve`, MB', before.serverMb, after.serverMb), ...pages];
  const table = [
    '| what | after warm-up | at the end | limit | |',
    '|---|---|---|---|---|',
    ...rows.map(
      ({ name, was, is, limit, isKept }) => `| ${name} | ${was} | ${is} | ${limit} | ${isKept ? 'kept' : '**over**'} |`,
    ),
    '',
    `${Math.round((seconds * rate) / 60)} minutes of exercise at ${rate}× (${minutes} planned), ${saved} entries saved, measured after ${warmUp} and at the end; ${seconds} s.`,
  ].join('\n');
  console.log(table);
  if (values.write) {
    const path = join(import.meta.dirname, '../../docs/reliability.md');
    await writeFile(path, writeBetween(await readFile(path, 'utf8'), 'soak', table));
  }
  if (!rows.every(({ isKept }) => isKept) || saved < events * 0.95) process.exitCode = 1;
}
