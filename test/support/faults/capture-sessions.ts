import { setTimeout as wait } from 'node:timers/promises';
import { type Disk, realDisk } from '#services/saving/files.ts';
import { type Journal, openJournal } from '#services/saving/journal.ts';
import { exercise, observed, scriptSha256 } from '../journal-folder.ts';

type Needs = {
  readonly folder: string;
  readonly disk?: Disk;
  readonly say: (what: object) => void;
};

/**
 * Opens an exercise, appends six captures in three batches, stores its anchor, closes, opens it again and
 * appends two more.
 * Says each number once it is acknowledged; what failed is given again with the next.
 */
export async function runSessions({ folder, disk = realDisk, say }: Needs): Promise<void> {
  let pending: number[] = [];
  let last = 0;

  async function append(journal: Journal, numbers: readonly number[]): Promise<void> {
    const asked = [...pending, ...numbers];
    const began = performance.now();
    try {
      await journal.append(asked.map(observed));
      pending = [];
      last = asked.at(-1) ?? last;
      const ms = performance.now() - began;
      for (const saved of asked) say({ saved, ms });
    } catch (problem) {
      pending = asked;
      say({ failed: String(problem), trouble: journal.trouble() });
    }
  }

  async function session(batches: readonly (readonly number[])[]): Promise<void> {
    const tell = (notice: string) => say({ notice });
    const opened = await openJournal({ folder, exercise, scriptSha256, disk, tell }).catch((problem: unknown) => {
      say({ failed: String(problem), opening: true });
      return null;
    });
    if (opened === null) return;
    const { events, damage, notices, readOnly, journal } = opened;
    say({ opened: events.length, damage, notices, readOnly });
    last = events.length;
    const there = last;
    pending = [];
    for (const batch of batches)
      await append(
        journal,
        batch.filter((number) => number > there),
      );
    await journal.close().catch((problem: unknown) => say({ failed: String(problem) }));
  }

  await session([[1], [2, 3], [4, 5, 6]]);
  const all = [1, 2, 3, 4, 5, 6, 7, 8];
  await session([all.slice(0, 7), all.slice(7)]); // those of them that are not there yet
  if (last < 8) await session([all]); // the second opening had failed
}

/** How long this process was at most kept from its next turn, while something else happened. */
export async function measureWorstPause(act: () => Promise<void>): Promise<number> {
  let worst = 0;
  let before = performance.now();
  const timer = setInterval(() => {
    worst = Math.max(worst, performance.now() - before);
    before = performance.now();
  }, 10);
  await act();
  await wait(0);
  worst = Math.max(worst, performance.now() - before);
  clearInterval(timer);
  return worst;
}
