import { rm } from 'node:fs/promises';
import type { Figure } from '../figure.ts';
import { captured, makeJournal, openBenchJournal } from '../journals.ts';
import { compareRounds, type Pair, timeInTurn } from '../time.ts';

const rounds = 7;
const appends = 100;

/** Saving stays as fast at the end of a long exercise as at its beginning. */
export async function measure(): Promise<readonly Figure[]> {
  const long = await openAppending(100_000);
  const short = await openAppending(100);
  const measured: Pair[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    measured.push(await timeInTurn(appends, long.append, short.append));
  }
  await long.close();
  await short.close();
  return [compareRounds('append at 100,000 events, p50 over at 100', measured.slice(1), 50, 1.2)];
}

async function openAppending(events: number) {
  const folder = await makeJournal(events);
  const { journal } = await openBenchJournal(folder);
  let seq = events;
  return {
    append: () => journal.append([captured(++seq)]),
    close: async () => {
      await journal.close();
      await rm(folder, { recursive: true });
    },
  };
}
