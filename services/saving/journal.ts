import type { SavedEvent } from '#core/exercise/events.ts';
import { type Anchor, openAnchor } from './anchor.ts';
import type { Damage } from './damage.ts';
import { findOwner } from './examine-journal.ts';
import { holdExercise, tellHolder } from './exercise-lock.ts';
import { explainFailure } from './explain-failure.ts';
import { type Disk, makeFolder, realDisk } from './files.ts';
import { createGroupCommit } from './group-commit.ts';
import type { HeldBy, Hold } from './hold-folder.ts';
import { JournalWriter, NotSaved } from './journal-writer.ts';
import { isAsRead, type ReadJournal, readJournal } from './read-journal.ts';

export type Journal = {
  /** Resolves once the events are on the disk; rejects with nothing of them counted as saved. */
  readonly append: (events: readonly SavedEvent[]) => Promise<void>;
  readonly head: () => string;
  /** Why the last append was not saved, in words; null while all is well. */
  readonly trouble: () => string | null;
  /** Whether nothing more is written until it is opened again. */
  readonly isCutOff: () => boolean;
  /** Once all that was given is settled: whether another program has changed what lies there. */
  readonly isChanged: () => Promise<boolean>;
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
  /** What an examination found wrong, where there was one; else only what the journal itself and its anchor show. */
  readonly damage?: readonly Damage[];
  /** Told of what happens to the files while the journal is open: a new segment, an anchor not stored. */
  readonly tell?: (notice: string) => void;
};

/**
 * Opens or begins an exercise's journal. A torn last line is set aside in `quarantine/`; other damage opens read-only, and so does
 * an exercise that another process writes.
 */
export async function openJournal(needs: Needs): Promise<OpenedJournal> {
  const { folder, disk = realDisk } = needs;
  const held = await makeFolder(folder, disk)
    .then(() => holdExercise(folder))
    .catch((problem: unknown) => {
      throw new NotSaved(`${folder} could not be used: ${explainFailure(problem)}.`, { cause: problem });
    });
  try {
    return await openHeld({ ...needs, disk }, held);
  } catch (problem) {
    if ('release' in held) await held.release();
    throw problem;
  }
}

async function openHeld(needs: Needs & { readonly disk: Disk }, held: Hold | HeldBy): Promise<OpenedJournal> {
  const { folder, disk } = needs;
  let notices: string[] | null = [];
  const tell = (notice: string) => (notices ? void notices.push(notice) : needs.tell?.(notice));
  const anchor = await openAnchor({ folder, disk, tell });
  const read = needs.read ?? (await readJournal(folder));
  const behind = anchor.compare(read);
  const damage = needs.damage ?? (behind ? [...read.damage, behind] : read.damage);
  const writer = new JournalWriter({ ...needs, tell }, read);
  const refusal = 'holder' in held ? tellHolder(held) : ((await findChange(needs)) ?? findRefusal(needs, read, damage));
  const readOnly = refusal ?? (await prepare(writer, read, anchor));
  if (readOnly !== null) writer.refuse(readOnly);
  const queue = createGroupCommit(writer, read.events.length, anchor.move);
  const opened = [...read.warnings, ...notices];
  notices = null;
  async function close(): Promise<void> {
    await queue.finish();
    await anchor.flush();
    await writer.close();
    if ('release' in held) await held.release();
  }
  return {
    events: read.events,
    salvaged: read.salvaged,
    damage,
    notices: opened,
    readOnly,
    journal: {
      append: queue.append,
      head: () => writer.head(),
      trouble: queue.trouble,
      isCutOff: writer.isCutOff,
      isChanged: async () => queue.finish().then(() => writer.isChanged()),
      close,
    },
  };
}

/** It was read before it was held: the other one may have written until it was closed. */
async function findChange({ folder, read }: Needs): Promise<string | null> {
  if (!read || (await isAsRead(folder, read))) return null;
  return 'The journal was changed while it was opened. It is open for reading only; start Muster again.';
}

/** Why it cannot be written, as far as it can be read without; null once all is ready. */
async function prepare(writer: JournalWriter, read: ReadJournal, anchor: Anchor): Promise<string | null> {
  try {
    await writer.prepare(read);
  } catch (problem) {
    await writer.close();
    const reason = writer.explain(problem).message;
    if (read.events.length === 0) throw new NotSaved(reason, { cause: problem });
    return `${reason} It is open for reading only; see to the disk or the folder and start Muster again.`;
  }
  const h = read.hashes.at(-1);
  if (h !== undefined) anchor.move({ seq: read.hashes.length, h }); // a crash may have come before it was stored
  return null;
}

function findRefusal({ exercise, scriptSha256 }: Needs, read: ReadJournal, damage: readonly Damage[]): string | null {
  const owner = findOwner(read, exercise);
  const isOther = read.header !== null && read.header.script_sha256 !== scriptSha256;
  const first = damage.find(({ kind }) => kind === 'newer_version') ?? damage[0];
  if (first?.kind === 'newer_version')
    return `The journal was made by a newer version of Muster (${first.file}, line ${first.line}). Update Muster to go on; it is open for reading only.`;
  if (owner !== null)
    return `The journal belongs to the exercise ${owner}, not to ${exercise}. It is open for reading only.`;
  if (isOther || damage.some(({ kind }) => kind === 'script_changed'))
    return 'The script is not the one the exercise was begun with. The journal is open for reading only.';
  if (first)
    return `The journal is damaged at ${first.file}, line ${first.line} (${first.kind.replaceAll('_', ' ')}). It is open for reading only; restore the exercise from a backup.`;
  return null;
}
