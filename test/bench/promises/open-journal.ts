import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { type Figure, median } from '../figure.ts';
import { makeJournal, openBenchJournal } from '../journals.ts';
import { compareRounds, type Pair, timeMs } from '../time.ts';

const sizes = [
  { events: 10_000, limitMs: 300, warmUps: 6, rounds: 21 },
  { events: 100_000, limitMs: 2_000, warmUps: 2, rounds: 11 },
];
const verifyLimitMs = 1_500;

/**
 * A long exercise opens at once, although the hash, the link and the shape of every line are checked: against reading the
 * file and parsing its lines with no check at all. Parsing lines that lie in memory as strings is told beside it, with no limit.
 */
export async function measure(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) figures.push(...(await measureSize(size)));
  return figures;
}

async function measureSize({ events, limitMs, warmUps, rounds }: (typeof sizes)[number]): Promise<readonly Figure[]> {
  const folder = await makeJournal(events);
  const file = join(folder, 'journal-0001.jsonl');
  const measured: Pair[] = [];
  const inMemory: Pair[] = [];
  const verified: number[] = [];
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const isOursFirst = round % 2 === 0; // what else the machine does meets both alike
    const early = isOursFirst ? await timeOpening(folder, events) : null;
    const bare = await timeMs(async () => parse(await readLines(file)));
    const ours = early ?? (await timeOpening(folder, events));
    const lines = await readLines(file);
    const parsing = await timeMs(() => parse(lines));
    verified.push(await timeVerifying(folder, events));
    measured.push({ ours: [ours], bare: [bare] });
    inMemory.push({ ours: [ours], bare: [parsing] });
  }
  await rm(folder, { recursive: true });
  const count = events.toLocaleString('en');
  const [first] = measured.flatMap(({ ours }) => ours); // what a user waits for: none of the reading is compiled yet
  const inFigures = (name: string, value: number, limit: number): Figure => {
    return { name, value, unit: 'ms', limit, baseline: null };
  };
  return [
    inFigures(`open ${count} events, first time`, first ?? 0, limitMs),
    compareRounds(`open ${count} events over reading and JSON.parse`, measured.slice(warmUps), 50, 2.5),
    compareRounds(`  the same over JSON.parse of strings in memory`, inMemory.slice(warmUps), 50, null),
    ...(events === 100_000 ? [inFigures(`verify ${count} events`, median(verified), verifyLimitMs)] : []),
  ];
}

async function readLines(file: string): Promise<readonly string[]> {
  return (await readFile(file, 'utf8')).trimEnd().split('\n');
}

function parse(lines: readonly string[]): readonly unknown[] {
  return lines.map((line) => JSON.parse(line));
}

async function timeOpening(folder: string, events: number): Promise<number> {
  const start = performance.now();
  const { journal, events: read } = await openBenchJournal(folder);
  const took = performance.now() - start;
  await journal.close();
  if (read.length !== events) throw new Error(`${read.length} of ${events} events were read.`);
  return took;
}

async function timeVerifying(folder: string, events: number): Promise<number> {
  const start = performance.now();
  const verified = await verifyJournal(folder);
  const took = performance.now() - start;
  if (!verified.ok || verified.events !== events) throw new Error('The journal does not verify.');
  return took;
}
