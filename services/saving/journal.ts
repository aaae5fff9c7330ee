import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { SavedEvent } from '#core/exercise/events.ts';
import { createQueue } from '../queue.ts';
import { type Anchor, openAnchor } from './anchor.ts';
import { type Disk, makeFolder, type OpenHandle, quarantine, realDisk, syncFolder, writeAll } from './files.ts';
import { journalFormat, sealEvent, sealHeader } from './journal-format.ts';
import { type Damage, type ReadJournal, readJournal } from './read-journal.ts';

export type Journal = {
  /** Resolves once the events are on the disk; rejects with nothing of them counted as saved. */
  readonly append: (events: readonly SavedEvent[]) => Promise<void>;
  readonly head: () => string;
  readonly close: () => Promise<void>;
};

export type OpenedJournal = {
  readonly events: readonly SavedEvent[];
  /** Not empty: the journal is read-only, and `append` says so. */
  readonly damage: readonly Damage[];
  readonly notices: readonly string[];
  readonly journal: Journal;
};

type Needs = {
  readonly folder: string;
  readonly exercise: string;
  readonly scriptSha256: string;
  readonly disk?: Disk;
};

export class ReadOnlyJournal extends Error {}

/** Opens or begins an exercise's journal. A torn last line is set aside in `quarantine/`; other damage opens read-only. */
export async function openJournal({ folder, exercise, scriptSha256, disk = realDisk }: Needs): Promise<OpenedJournal> {
  await makeFolder(folder);
  const read = await readJournal(folder);
  const anchor = await openAnchor(folder);
  const behind = anchor.compare(read);
  const damage = behind ? [...read.damage, behind] : read.damage;
  const notices = [...read.warnings];
  const writer = new JournalWriter({ folder, exercise, scriptSha256, disk, read, anchor });
  if (damage.length === 0) notices.push(...(await writer.prepare()));
  else
    writer.refuse(
      `The journal is damaged at ${damage[0]?.file}, line ${damage[0]?.line}. It is open for reading only.`,
    );
  const enqueue = createQueue();
  return {
    events: read.events,
    damage,
    notices,
    journal: {
      append: (events) => enqueue(() => writer.append(events)),
      head: () => writer.head(),
      close: () => enqueue(() => writer.close()),
    },
  };
}

type WriterNeeds = Required<Needs> & { readonly read: ReadJournal; readonly anchor: Anchor };

class JournalWriter {
  readonly #needs: WriterNeeds;
  readonly #disk: Disk;
  #segment: number;
  #head: string;
  #size: number;
  #handle: OpenHandle | null = null;
  #refusal: string | null = null;
  #hasTornWrite = false;

  constructor(needs: WriterNeeds) {
    this.#needs = needs;
    this.#disk = needs.disk;
    this.#segment = needs.read.segments.length;
    this.#head = needs.read.head;
    this.#size = needs.read.sizeOfLast;
  }

  head(): string {
    return this.#head;
  }

  refuse(reason: string): void {
    this.#refusal = reason;
  }

  /** Mends a torn tail, or begins the first segment. */
  async prepare(): Promise<readonly string[]> {
    if (this.#segment === 0) {
      await this.#beginSegment();
      return [];
    }
    this.#handle = await this.#disk.open(this.#pathOf(this.#segment), 'r+');
    const { tail } = this.#needs.read;
    if (!tail) return [];
    if (tail.isWhole) {
      await writeAll(this.#handle, Buffer.from('\n'), this.#size);
      await this.#handle.datasync();
      this.#size += 1;
      return [`${tail.file}: the line end of the last entry was missing and was added; nothing is lost.`];
    }
    const quarantineFolder = join(this.#needs.folder, 'quarantine');
    const kept = await quarantine(this.#disk, quarantineFolder, `${tail.file}.torn-at-${tail.at}`, tail.bytes);
    this.#size = tail.at;
    await this.#cutBack();
    return [`${tail.file}: an unfinished last line, never shown as saved, was moved to ${kept}.`];
  }

  async append(events: readonly SavedEvent[]): Promise<void> {
    if (this.#refusal !== null) throw new ReadOnlyJournal(this.#refusal);
    if (this.#hasTornWrite) await this.#cutBack();
    const file = this.#handle ?? (await this.#beginSegment());
    let hash = this.#head;
    const lines = events.map((event) => {
      const sealed = sealEvent(event, hash);
      hash = sealed.hash;
      return sealed.bytes;
    });
    await this.#write(file, Buffer.concat(lines));
    this.#head = hash;
    const last = events.at(-1);
    if (last) this.#needs.anchor.move({ seq: last.seq, h: hash });
  }

  async close(): Promise<void> {
    await this.#needs.anchor.flush();
    await this.#handle?.close();
    this.#handle = null;
    this.#refusal ??= 'The exercise is closed.';
  }

  /** Size before, all bytes, size after, the disk: only then is it saved. */
  async #write(file: OpenHandle, bytes: Buffer): Promise<void> {
    if ((await file.stat()).size !== this.#size) {
      this.#refusal = `Another program has changed ${this.#pathOf(this.#segment)}. Nothing more is written; close the other program and open the exercise again.`;
      throw new ReadOnlyJournal(this.#refusal);
    }
    try {
      await writeAll(file, bytes, this.#size);
      if ((await file.stat()).size !== this.#size + bytes.length)
        throw new Error('The disk kept fewer bytes than were written.');
    } catch (problem) {
      this.#hasTornWrite = true;
      await this.#cutBack().catch(() => {}); // tried again before the next write
      throw problem;
    }
    await this.#sync(file);
    this.#size += bytes.length;
  }

  /** After a failed sync nobody knows what the disk holds: this handle is never trusted again, the next write begins a segment. */
  async #sync(file: OpenHandle): Promise<void> {
    try {
      await file.datasync();
    } catch (problem) {
      await file.truncate(this.#size).catch(() => {});
      await file.close().catch(() => {});
      this.#handle = null;
      throw problem;
    }
  }

  async #cutBack(): Promise<void> {
    await this.#handle?.truncate(this.#size);
    await this.#handle?.datasync();
    this.#hasTornWrite = false;
  }

  async #beginSegment(): Promise<OpenHandle> {
    const { exercise, scriptSha256, folder } = this.#needs;
    const header = sealHeader({
      format: journalFormat,
      exercise,
      segment: this.#segment + 1,
      genesis: randomUUID(),
      script_sha256: scriptSha256,
      continues: this.#head,
    });
    const file = await this.#disk.open(this.#pathOf(this.#segment + 1), 'wx+', 0o600);
    await writeAll(file, header.bytes, 0);
    await file.datasync();
    await syncFolder(this.#disk, folder);
    this.#segment += 1;
    this.#handle = file;
    this.#head = header.hash;
    this.#size = header.bytes.length;
    return file;
  }

  #pathOf(segment: number): string {
    return join(this.#needs.folder, `journal-${String(segment).padStart(4, '0')}.jsonl`);
  }
}
