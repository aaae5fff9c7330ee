import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sealEvent } from '#services/saving/journal-format.ts';
import type { Figure } from '../figure.ts';
import { captured, makeJournal, openBenchJournal } from '../journals.ts';
import { compareRounds, type Pair, timeInTurn } from '../time.ts';

const rounds = 7;
const appends = 200;

/** Saving a capture costs little more than the disk itself: a bare write and fdatasync of the same bytes. */
export async function measure(): Promise<readonly Figure[]> {
  const folder = await makeJournal(100);
  const { journal } = await openBenchJournal(folder);
  const file = await open(join(folder, 'bare'), 'w');
  let seq = 100;
  let position = 0;
  let bytes = Buffer.alloc(0);

  const ours = () => journal.append([captured(++seq)]);
  const bare = async () => {
    await file.write(bytes, 0, bytes.length, position);
    await file.datasync();
    position += bytes.length;
  };
  const measured: Pair[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    bytes = Buffer.from(sealEvent(captured(seq + 1), journal.head()).bytes);
    measured.push(await timeInTurn(appends, ours, bare));
  }
  await file.close();
  await journal.close();
  await rm(folder, { recursive: true });
  const warm = measured.slice(1);
  return [
    compareRounds('append an event, p50 over write + fdatasync', warm, 50, 1.5),
    compareRounds('append an event, p99 over write + fdatasync', warm, 99, 3),
  ];
}
