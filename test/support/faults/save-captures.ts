import { appendFileSync, writeSync } from 'node:fs';
import { type Journal, openJournal } from '#services/saving/journal.ts';
import { exercise, observed, scriptSha256 } from '../journal-folder.ts';

// A process of its own that opens an exercise, appends six captures in three batches, stores its anchor, closes, opens it
// again and appends two more. It says each number once it is acknowledged, and what failed is given again with the next.
const [folder = '.'] = process.argv.slice(2);
const log = process.env.FAULTS_LOG;

function say(what: object): void {
  writeSync(1, `${JSON.stringify(what)}\n`);
}

let worst = 0;
let before = performance.now();
setInterval(() => {
  worst = Math.max(worst, performance.now() - before);
  before = performance.now();
}, 10).unref();

let pending: number[] = [];
async function append(journal: Journal, numbers: readonly number[]): Promise<void> {
  const asked = [...pending, ...numbers];
  const began = performance.now();
  try {
    await journal.append(asked.map(observed));
    pending = [];
    const ms = performance.now() - began;
    for (const saved of asked) {
      if (log) appendFileSync(log, `acknowledged ok - ${saved}\n`); // among the calls, in their order
      say({ saved, ms });
    }
  } catch (problem) {
    pending = asked;
    say({ failed: String(problem), trouble: journal.trouble() });
  }
}

async function session(batches: readonly (readonly number[])[]): Promise<void> {
  const tell = (notice: string) => say({ notice });
  const opened = await openJournal({ folder, exercise, scriptSha256, tell }).catch((problem: unknown) => {
    say({ failed: String(problem), opening: true });
    return null;
  });
  if (opened === null) return;
  const { events, damage, notices, readOnly, journal } = opened;
  say({ opened: events.length, damage, notices, readOnly });
  const last = events.at(-1)?.seq ?? 0;
  pending = pending.filter((number) => number > last); // written by a call whose end nobody heard of
  for (const batch of batches) await append(journal, batch.filter((number) => number > last));
  await journal.close().catch((problem: unknown) => say({ failed: String(problem) }));
}

await session([[1], [2, 3], [4, 5, 6]]);
await session([[7], [8]]);
say({ done: true, worst });
