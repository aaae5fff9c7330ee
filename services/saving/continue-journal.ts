import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SavedEvent } from '#core/exercise/events.ts';
import { storeAnchor } from './anchor.ts';
import type { Damage } from './damage.ts';
import { type Disk, quarantine, realDisk } from './files.ts';
import { JournalWriter } from './journal-writer.ts';
import type { ReadJournal } from './read-journal.ts';

type Needs = {
  readonly folder: string;
  readonly exercise: string;
  readonly scriptSha256: string;
  readonly read: ReadJournal;
  readonly damage: readonly Damage[];
  /** What is recorded first: numbered on from the last whole entry. */
  readonly events: readonly SavedEvent[];
  readonly disk?: Disk;
};

const isLasting: ReadonlySet<Damage['kind']> = new Set(['newer_version', 'other_exercise', 'script_changed']);

/** Whether a new segment can go on from the last whole entry: there is one, and what is wrong is only what stands behind it. */
export function canContinue({ events }: Pick<ReadJournal, 'events'>, damage: readonly Damage[]): boolean {
  return events.length > 0 && damage.length > 0 && damage.every(({ kind }) => !isLasting.has(kind));
}

/**
 * Goes on from the last whole entry in a new segment that links to it. The damaged segments stay as they are, byte for byte, and a
 * copy of each lies in `quarantine/` before anything is written. Gives where the copies are.
 */
export async function continueJournal(needs: Needs): Promise<readonly string[]> {
  const { folder, read, damage, events, disk = realDisk } = needs;
  if (!canContinue(read, damage)) throw new Error('There is no whole entry to go on from.');
  const kept: string[] = [];
  for (const file of read.segments.filter((name) => damage.some((found) => found.file === name))) {
    const bytes = await readFile(join(folder, file)).catch(() => null);
    if (bytes !== null) kept.push(await quarantine(disk, join(folder, 'quarantine'), `${file}.damaged`, bytes));
  }
  const head = read.hashes.at(-1) ?? '';
  const writer = new JournalWriter(
    { ...needs, accepts: read.badFirstLine ?? undefined, disk, tell: () => {} },
    { ...read, head },
  );
  try {
    await writer.append(events);
    await storeAnchor({ folder, disk }, { seq: read.events.length + events.length, h: writer.head() });
  } finally {
    await writer.close();
  }
  return kept;
}
