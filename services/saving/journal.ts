import type { SavedEvent } from '#core/exercise/events.ts';
import { type Anchor, openAnchor } from './anchor.ts';
import type { Damage } from './damage.ts';
import { type Disk, makeFolder, realDisk } from './files.ts';
import { createGroupCommit } from './group-commit.ts';
import { JournalWriter } from './journal-writer.ts';
import { type ReadJournal, readJournal } from './read-journal.ts';

export type Journal = {
  /** Resolves once the events are on the disk; rejects with nothing of them counted as saved. */
  readonly append: (events: readonly SavedEvent[]) => Promise<void>;
  readonly head: () => string;
  /** Why the last append was not saved, in words; null while all is well. */
  readonly trouble: () => string | null;
  readonly close: () => Promise<void>;
};

export type OpenedJournal = {
  readonly events: readonly SavedEvent[];
  /** Entries behind the damage, each whole in itself: to read and copy, not to replay. */
  readonly salvaged: readonly SavedEvent[];
  /** Not empty: the journal is read-only, and `append` says so. */
  readonly damage: readonly Damage[];
  readonly notices: readonly string[];
  /** Open for reading only, and why; null while it can be written. */
  readonly readOnly: string | null;
  readonly journal: Journal;
};

type Needs = {
  readonly folder: string;
  readonly exercise: string;
  readonly scriptSha256: string;
  readonly disk?: Disk;
  /** What was just read of it, where that is known; the next append compares the size with it. */
  readonly read?: ReadJournal;
  /** Told of what happens to the files while the journal is open: a new segment, an anchor not stored. */
  readonly tell?: (notice: string) => void;
};

/** Opens or begins an exercise's journal. A torn last line is set aside in `quarantine/`; other damage opens read-only. */
export async function openJournal(needs: Needs): Promise<OpenedJournal> {
  const { folder, disk = realDisk } = needs;
  let notices: string[] | null = [];
  const tell = (notice: string) => (notices ? void notices.push(notice) : needs.tell?.(notice));
  await makeFolder(folder, disk);
  const anchor = await openAnchor({ folder, disk, tell });
  const read = needs.read ?? (await readJournal(folder));
  const behind = anchor.compare(read);
  const damage = behind ? [...read.damage, behind] : read.damage;
  const writer = new JournalWriter({ ...needs, disk, tell }, read);
  const refusal = findRefusal(needs, read, damage[0]);
  if (refusal === null) await prepare(writer, read, anchor);
  else writer.refuse(refusal);
  const queue = createGroupCommit(writer, read.events.length, anchor.move);
  const opened = [...read.warnings, ...notices];
  notices = null;
  async function close(): Promise<void> {
    await queue.finish();
    await anchor.flush();
    await writer.close();
  }
  return {
    events: read.events,
    salvaged: read.salvaged,
    damage,
    notices: opened,
    readOnly: refusal,
    journal: { append: queue.append, head: () => writer.head(), trouble: queue.trouble, close },
  };
}

async function prepare(writer: JournalWriter, read: ReadJournal, anchor: Anchor): Promise<void> {
  try {
    await writer.prepare(read);
  } catch (problem) {
    await writer.close();
    throw problem;
  }
  const h = read.hashes.at(-1);
  if (h !== undefined) anchor.move({ seq: read.hashes.length, h }); // a crash may have come before it was stored
}

function findRefusal({ exercise, scriptSha256 }: Needs, { header }: ReadJournal, first?: Damage): string | null {
  if (first?.kind === 'newer_version')
    return `The journal was made by a newer version of Muster (${first.file}, line ${first.line}). Update Muster to go on; it is open for reading only.`;
  if (first)
    return `The journal is damaged at ${first.file}, line ${first.line}. It is open for reading only; restore the exercise from a backup.`;
  if (header && header.exercise !== exercise)
    return `The journal belongs to the exercise ${header.exercise}, not to ${exercise}. It is open for reading only.`;
  if (header && header.script_sha256 !== scriptSha256)
    return 'The script is not the one the exercise was begun with. The journal is open for reading only.';
  return null;
}
