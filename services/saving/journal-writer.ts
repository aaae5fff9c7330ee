import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { SavedEvent } from '#core/exercise/events.ts';
import { segmentNumber } from './check-chain.ts';
import { createSegment, syncNames } from './create-segment.ts';
import { explainFailure } from './explain-failure.ts';
import { type Disk, MovedFile, type OpenHandle, quarantine, writeAll } from './files.ts';
import { journalFormat, longestLine, sealEvent, sealHeader } from './journal-format.ts';
import type { ReadJournal, Tail } from './read-journal.ts';

export type WriterNeeds = {
  readonly folder: string;
  readonly exercise: string;
  readonly scriptSha256: string;
  /** Of a damaged first line that the next segment goes on from all the same. */
  readonly accepts?: string | undefined;
  readonly disk: Disk;
  readonly tell: (notice: string) => void;
};

/** Nothing more is written until the exercise is opened again. */
export class ReadOnlyJournal extends Error {}

/** The events are not on the disk; the same events may be given again. */
export class NotSaved extends Error {}

class FailedSync extends Error {}

/** Puts sealed lines on the disk. One call at a time: the journal's queue sees to that. */
export class JournalWriter {
  readonly #needs: WriterNeeds;
  readonly #disk: Disk;
  #segment: number;
  #head: string;
  #size: number;
  #handle: OpenHandle | null = null;
  #refusal: string | null = null;
  #isMoved = false;

  constructor(needs: WriterNeeds, { segments, head, sizeOfLast }: ReadJournal) {
    this.#needs = needs;
    this.#disk = needs.disk;
    this.#segment = segmentNumber(segments.at(-1) ?? 'journal-0000.jsonl');
    this.#head = head;
    this.#size = sizeOfLast;
  }

  head(): string {
    return this.#head;
  }

  readonly isCutOff = (): boolean => this.#refusal !== null || this.#isMoved;

  /** Whether another program has written, moved or replaced what was written here. */
  async isChanged(): Promise<boolean> {
    const size = this.#size;
    const isSame = (await this.#handle?.stat().catch(() => null))?.size === size;
    return this.isCutOff() || (this.#handle !== null && !isSame);
  }

  refuse(reason: string): void {
    this.#refusal = reason;
  }

  /** Mends a torn tail or begins the first segment, and puts on the disk what a crash may have left in memory only. */
  async prepare({ segments, linesOfLast, isLastClosed, tail }: ReadJournal): Promise<void> {
    const hasHeader = linesOfLast > 0;
    if (tail && !tail.isWhole) await this.#setAside(tail);
    if (segments.length > 0 && !hasHeader) {
      await this.#disk.unlink(this.#path()); // a crash came before its header was whole: nothing was ever saved in it
      this.#segment -= 1;
    }
    if (!hasHeader) return void (await this.#beginSegment());
    const file = await this.#disk.open(this.#path(), 'r+');
    this.#handle = file;
    if (tail?.isWhole && !isLastClosed) await this.#endLine(file, tail);
    const isCut = !tail || tail.isWhole || (await this.#cutOff(file, tail));
    await Promise.all([file.datasync(), syncNames(this.#disk, this.#path())]);
    if (!isCut || isLastClosed) await this.#abandon();
  }

  async append(events: readonly SavedEvent[]): Promise<void> {
    if (this.#refusal !== null) throw new ReadOnlyJournal(this.#refusal);
    try {
      await this.#put(events);
      this.#isMoved = false;
    } catch (problem) {
      this.#isMoved = problem instanceof MovedFile;
      if (!(problem instanceof FailedSync)) throw this.explain(problem);
      await this.#putInNewSegment(events);
    }
  }

  async close(): Promise<void> {
    await this.#handle?.close().catch(() => {}); // what was acknowledged was synced before
    this.#handle = null;
    this.#refusal ??= 'The exercise is closed.';
  }

  async #putInNewSegment(events: readonly SavedEvent[]): Promise<void> {
    try {
      await this.#put(events);
    } catch (problem) {
      throw this.explain(problem);
    }
    this.#needs.tell(`The disk reported an error. The exercise is saved and goes on in ${basename(this.#path())}.`);
  }

  async #put(events: readonly SavedEvent[]): Promise<void> {
    const file = this.#handle ?? (await this.#beginSegment());
    let hash = this.#head;
    const lines = events.map((event) => {
      const sealed = sealEvent(event, hash);
      if (sealed.bytes.length > longestLine) throw new Error('the entry is longer than any that could be read again');
      hash = sealed.hash;
      return sealed.bytes;
    });
    await this.#write(file, Buffer.concat(lines));
    this.#head = hash;
  }

  /** Size before, all bytes, size after, the disk: only then is it saved. */
  async #write(file: OpenHandle, bytes: Buffer): Promise<void> {
    if ((await file.stat()).size !== this.#size) throw this.#stop();
    const size = this.#size + bytes.length;
    try {
      await writeAll(file, bytes, this.#size);
    } catch (problem) {
      await this.#cutBack(file).catch(() => this.#abandon());
      throw problem;
    }
    // The size is settled once the bytes are written: asking for it while the disk syncs costs no time.
    const [synced, after] = await Promise.allSettled([file.datasync(), file.stat()]);
    if (synced.status === 'rejected' || after.status === 'rejected') {
      await file.truncate(this.#size).catch(() => {});
      await this.#abandon();
      throw new FailedSync();
    }
    if (after.value.size !== size) throw this.#stop();
    this.#size = size;
  }

  #stop(path = this.#path()): ReadOnlyJournal {
    this.#refusal = `Another program has changed ${path}. Nothing more is written; close the other program and open the exercise again.`;
    return new ReadOnlyJournal(this.#refusal);
  }

  /** After a failed sync nobody knows what the disk holds: this handle is never trusted again, the next write begins a segment. */
  async #abandon(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close().catch(() => {});
  }

  async #cutBack(file: OpenHandle): Promise<void> {
    await file.truncate(this.#size);
    await file.datasync();
  }

  async #beginSegment(): Promise<OpenHandle> {
    const { exercise, scriptSha256, accepts } = this.#needs;
    const segment = this.#segment + 1;
    const header = sealHeader({
      format: journalFormat,
      exercise,
      segment,
      genesis: randomUUID(),
      script_sha256: scriptSha256,
      continues: this.#head,
      ...(accepts === undefined ? {} : { accepts }),
    });
    const path = this.#path(segment);
    const file = await createSegment(this.#disk, path, header.bytes).catch((problem: NodeJS.ErrnoException) => {
      throw problem.code === 'EEXIST' ? this.#stop(path) : problem;
    });
    this.#segment = segment;
    this.#handle = file;
    this.#head = header.hash;
    this.#size = header.bytes.length;
    return file;
  }

  async #setAside({ file, at, bytes }: Tail): Promise<void> {
    const kept = await quarantine(this.#disk, join(this.#needs.folder, 'quarantine'), `${file}.torn-at-${at}`, bytes);
    this.#needs.tell(`${file}: an unfinished last line, never shown as saved, was moved to ${kept}.`);
  }

  /** False where the disk does not allow it: reading passes over what the next segment does not continue. */
  async #cutOff(file: OpenHandle, tail: Tail): Promise<boolean> {
    try {
      await file.truncate(tail.at);
    } catch {
      this.#needs.tell(
        `${tail.file}: the unfinished last line could not be cut off. The next entry begins a new file.`,
      );
      return false;
    }
    this.#size = tail.at;
    return true;
  }

  async #endLine(file: OpenHandle, tail: Tail): Promise<void> {
    await writeAll(file, Buffer.from('\n'), this.#size);
    this.#size += 1;
    this.#needs.tell(`${tail.file}: the line end of the last entry was missing and was added; nothing is lost.`);
  }

  /** In words, with the file's path. */
  explain(problem: unknown): Error {
    if (problem instanceof ReadOnlyJournal) return problem;
    const reason = problem instanceof FailedSync ? 'its disk reports an error' : explainFailure(problem);
    return new NotSaved(`${this.#path()} could not be written: ${reason}.`, { cause: problem });
  }

  #path(segment = this.#segment): string {
    return join(this.#needs.folder, `journal-${String(segment).padStart(4, '0')}.jsonl`);
  }
}
