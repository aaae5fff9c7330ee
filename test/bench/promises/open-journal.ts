import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Figure } from '../figure.ts';
import { makeJournal, openBenchJournal } from '../journals.ts';
import { compareRounds, type Pair, timeMs } from '../time.ts';

const events = 10_000;
const warmUps = 6;
const rounds = 21;

/**
 * A long exercise opens at once, although the hash, the link and the shape of every line are checked: against reading the
 * file and parsing its lines with no check at all.
 */
export async function measure(): Promise<readonly Figure[]> {
  const folder = await makeJournal(events);
  const file = join(folder, 'journal-0001.jsonl');
  const measured: Pair[] = [];
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const bare = await timeMs(async () => {
      const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
      return lines.map((line) => JSON.parse(line));
    });
    const start = performance.now();
    const { journal, events: read } = await openBenchJournal(folder);
    const ours = performance.now() - start;
    await journal.close();
    if (read.length !== events) throw new Error(`${read.length} of ${events} events were read.`);
    measured.push({ ours: [ours], bare: [bare] });
  }
  await rm(folder, { recursive: true });
  const [first] = measured.flatMap(({ ours }) => ours); // what a user waits for: none of the reading is compiled yet
  return [
    { name: 'open 10,000 events, first time', value: first ?? 0, unit: 'ms', limit: 300, baseline: null },
    compareRounds('open 10,000 events over reading and JSON.parse', measured.slice(warmUps), 50, 2.5),
  ];
}
