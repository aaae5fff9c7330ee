import { setImmediate as nextTurn } from 'node:timers/promises';
import { need, openMuster } from '../../support/open-muster.ts';
import type { Figure } from '../figure.ts';
import { median } from '../figure.ts';
import { makeLongExercise } from '../long-exercises.ts';
import { type LongestBlock, watchEventLoop } from '../longest-block.ts';
import { compareRounds, type Pair, timeInTurn } from '../time.ts';

const limitMs = 100;
const lengths = [10_000, 100_000];
const short = 100;
const openings = 5;
const captures = 20;
const rounds = 7;

type Muster = Awaited<ReturnType<typeof openMuster>>;

/** Nothing waits while a very long exercise is opened, captured into and exported; and a capture takes as long as in a short one. */
export async function measure(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const events of lengths) figures.push(...(await measureBlocks(events)));
  return [...figures, await compareCaptures()];
}

async function measureBlocks(events: number): Promise<readonly Figure[]> {
  const { workspace, exercise, remove } = await makeLongExercise(events);
  const blocks = { programme: [] as LongestBlock[], open: [] as LongestBlock[], capture: [] as LongestBlock[] };
  const watched = async (into: LongestBlock[], work: () => Promise<unknown>) => {
    const stop = watchEventLoop();
    await work();
    into.push(stop());
  };
  for (let opening = 0; opening < openings; opening += 1) {
    const muster = await openMuster(workspace);
    await watched(blocks.programme, async () => need(await muster.ask.load_programme({})));
    await watched(blocks.open, async () => readWhole(muster, exercise));
    await watched(blocks.capture, async () => {
      for (let at = 0; at < captures; at += 1) await capture(muster, exercise);
    });
    await muster.close();
  }
  const exported: LongestBlock[] = [];
  if (events === lengths[0]) await watched(exported, () => exportWhole(workspace, exercise));
  await remove();
  const all = { ...blocks, ...(exported.length > 0 ? { export: exported } : {}) };
  return Object.entries(all).map(([what, found]) => ({
    name: `longest block of the event loop, ${events.toLocaleString('en')}: ${what}`,
    value: median(found.map(({ workedMs }) => workedMs)),
    unit: 'ms',
    limit: limitMs,
    baseline: null,
  }));
}

/** As a window does it, with the text that goes to it; each request comes as a message of its own. */
async function readWhole({ ask }: Muster, exercise: string): Promise<void> {
  const opened = need(await ask.open_exercise({ exercise }));
  JSON.stringify(opened);
  for (let after = opened.events.length; after < opened.position; ) {
    await nextTurn();
    const { events } = need(await ask.list_events({ exercise, after }));
    JSON.stringify(events);
    after += events.length;
  }
}

async function capture({ ask }: Muster, exercise: string): Promise<void> {
  const command = { type: 'record_observation', kind: 'fact', text: 'One more, while all goes on' } as const;
  need(await ask.give_command({ exercise, command, pressedM: null }));
}

async function exportWhole(workspace: string, exercise: string): Promise<void> {
  const { ask, close } = await openMuster(workspace);
  need(await ask.give_command({ exercise, command: { type: 'end_exercise' }, pressedM: null }));
  need(await ask.write_documents({ exercise }));
  await close();
}

/** The whole way of a command: rules, disk, state, room. */
async function compareCaptures(): Promise<Figure> {
  const opened = await Promise.all([openAt(lengths.at(-1) ?? 0), openAt(short)]);
  const [long, few] = opened;
  const measured: Pair[] = [];
  for (let round = 0; round <= rounds; round += 1) measured.push(await timeInTurn(captures, long.capture, few.capture));
  for (const { close } of opened) await close();
  return compareRounds('a command at 100,000 events, p50 over at 100', measured.slice(1), 50, 1.2);
}

async function openAt(events: number) {
  const { workspace, exercise, remove } = await makeLongExercise(events);
  const muster = await openMuster(workspace);
  await muster.ask.open_exercise({ exercise });
  return {
    capture: () => capture(muster, exercise),
    close: async () => {
      await muster.close();
      await remove();
    },
  };
}
