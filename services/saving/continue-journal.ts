import { join } from 'node:path';
import type { SavedEvent } from '#core/exercise/events.ts';
import { storeAnchor } from './anchor.ts';
import type { Damage } from './damage.ts';
import { holdExercise, tellHolder } from './exercise-lock.ts';
import { type Disk, quarantine, readPlainFile, realDisk } from './files.ts';
import { JournalWriter } from './journal-writer.ts';
import { isAsRead, listSegments, type ReadJournal, readJournal } from './read-journal.ts';

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
  const { folder, read, damage, disk = realDisk } = needs;
  if (!canContinue(read, damage)) throw new Error('There is no whole entry to go on from.');
  return whileHeld(needs, async () => {
    const kept: string[] = [];
    for (const file of read.segments.filter((name) => damage.some((found) => found.file === name))) {
      const bytes = await readPlainFile(join(folder, file));
      if (bytes !== null) kept.push(await quarantine(disk, join(folder, 'quarantine'), `${file}.damaged`, bytes));
    }
    await goOn({ ...needs, disk }, { ...read, head: read.hashes.at(-1) ?? '' });
    return kept;
  });
}

/** No other process writes meanwhile, and none has since it was read. */
async function whileHeld<Value>(
  { folder, read }: Pick<Needs, 'folder' | 'read'>,
  act: () => Promise<Value>,
): Promise<Value> {
  const held = await holdExercise(folder);
  if ('holder' in held) throw new Error(tellHolder(held));
  try {
    if (!(await isAsRead(folder, read))) throw new Error('its journal was changed meanwhile');
    return await act();
  } finally {
    await held.release();
  }
}

/**
 * What is known from elsewhere and is gone from the end of a journal that is otherwise sound. In a new segment, so that a program
 * which puts the older copy of the last one there once more does no harm. Gives the segment's name.
 */
export async function writeAgain(needs: Omit<Needs, 'damage'>): Promise<string> {
  const { folder, disk = realDisk } = needs;
  return whileHeld(needs, async () => {
    const mending = new JournalWriter({ ...needs, disk, tell: () => {} }, needs.read);
    try {
      await mending.prepare(needs.read); // an unfinished last line is set aside; one that is empty begins anew
    } finally {
      await mending.close();
    }
    await goOn({ ...needs, disk }, await readJournal(folder));
    return (await listSegments(folder)).at(-1) ?? '';
  });
}

async function goOn(
  { disk, ...needs }: Omit<Needs, 'damage'> & { readonly disk: Disk },
  read: ReadJournal,
): Promise<void> {
  const { folder, events } = needs;
  const writer = new JournalWriter({ ...needs, accepts: read.badFirstLine ?? undefined, disk, tell: () => {} }, read);
  try {
    await writer.append(events);
    await storeAnchor({ folder, disk }, { seq: read.events.length + events.length, h: writer.head() });
  } finally {
    await writer.close();
  }
}
