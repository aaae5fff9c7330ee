import { hash } from 'node:crypto';
import type { SavedEvent } from '#core/exercise/events.ts';
import type { Damage } from './damage.ts';
import {
  guessTime,
  hasLineEnd,
  longestLine,
  readEventLine,
  readHeader,
  readLinkedLine,
  type SegmentHeader,
  verifyLine,
} from './journal-format.ts';
import type { Span } from './split-lines.ts';

/** A segment's header and how many events came before it. */
export type Start = { readonly file: string; readonly hash: string; readonly before: number };

export type Place = { readonly file: string; readonly line: number };

/** What a journal has told so far, and what of it can be relied on. */
export type Chain = {
  /** Up to the first damage: what can be replayed. */
  readonly events: SavedEvent[];
  /** The hash of each of `events`. */
  readonly hashes: string[];
  /** Behind the first damage, each whole in itself: to read and copy, not to replay. */
  readonly salvaged: SavedEvent[];
  readonly starts: Start[];
  readonly damage: Damage[];
  /** Where a segment holds more than the next one continues: it was never acknowledged. */
  readonly passedOver: Place[];
  seq: number;
  /** null behind a changed line: nobody knows what it said, so the next line may link to anything. */
  head: string | null;
  time: string | null;
  header: SegmentHeader | null;
  /** The sha256 of the journal's first line, where that is damaged. */
  badFirstLine: string | null;
};

export function beginChain(): Chain {
  return {
    events: [],
    hashes: [],
    salvaged: [],
    starts: [],
    damage: [],
    passedOver: [],
    seq: 0,
    head: '',
    time: null,
    header: null,
    badFirstLine: null,
  };
}

export function report(chain: Chain, { file, line }: Place, kind: Damage['kind'], bytes: Buffer | null): void {
  chain.damage.push({ file, line, time: (bytes && guessTime(bytes)) ?? chain.time, kind });
}

/** Nearly every line of a sound journal: the next entry, linked to the one before. False asks to read it as any line. */
export function linkNext(chain: Chain, bytes: Buffer, line: Span): boolean {
  const { head, seq, damage, events, hashes } = chain;
  const isSound = damage.length === 0 && events.length === seq;
  if (!isSound || head === null || line.stop - line.start > longestLine) return false;
  const linked = readLinkedLine(bytes, line, head);
  if (linked?.event.seq !== seq + 1) return false;
  chain.seq = linked.event.seq;
  chain.head = linked.hash;
  chain.time = linked.event.t;
  events.push(linked.event);
  hashes.push(linked.hash);
  return true;
}

/** The first line, and whatever does not simply go on from the line before. */
export function readLine(chain: Chain, place: Place, line: Buffer): void {
  const isTooLong = line.length > longestLine;
  const digest = isTooLong ? null : verifyLine(line);
  if (isFirst(place)) chain.badFirstLine = hash('sha256', line);
  if (digest === null) {
    const kind = hasLineEnd(line) ? 'changed' : 'cut';
    report(chain, place, isTooLong ? 'too_long' : kind, line);
    chain.head = null;
    if (place.line > 1) chain.seq += 1;
  } else if (place.line === 1) readFirstLine(chain, place, line, digest);
  else readEntry(chain, place, line, digest);
}

function readFirstLine(chain: Chain, place: Place, line: Buffer, digest: string): void {
  const read = readHeader(line);
  if (read.kind === 'header') beginSegment(chain, place, digest, read.header);
  else if (read.kind === 'newer') reportNewer(chain, place, line);
  else {
    report(chain, place, 'header', line);
    const entry = readEventLine(line); // the header is gone and the first entry stands in its place
    chain.head = null;
    if (entry.kind === 'event') return void linkEvent(chain, place, digest, entry);
  }
  chain.head = digest;
}

function beginSegment(chain: Chain, place: Place, digest: string, header: SegmentHeader): void {
  const isOther = chain.header !== null && header.exercise !== chain.header.exercise;
  if (header.segment !== segmentNumber(place.file)) report(chain, place, 'out_of_order', null);
  else if (isOther) report(chain, place, 'other_exercise', null);
  else if (!continueFrom(chain, header)) report(chain, place, 'missing', null);
  chain.header ??= header;
  if (chain.damage.length === 0) chain.starts.push({ file: place.file, hash: digest, before: chain.events.length });
}

export function segmentNumber(file: string): number {
  return Number(file.slice('journal-'.length, -'.jsonl'.length));
}

/** After a failed sync a new segment begins at the last good hash; whatever the old one holds beyond it was never acknowledged. */
function continueFrom(chain: Chain, { continues, accepts }: SegmentHeader): boolean {
  const isBegin = continues === '' && chain.seq === 0;
  const start = isBegin ? { before: 0 } : chain.starts.findLast((known) => known.hash === continues);
  const count = start?.before ?? chain.hashes.lastIndexOf(continues) + 1;
  if (!start && count === 0) return chain.head === null || continues === chain.head;
  const last = chain.starts.at(-1);
  const stays = chain.damage.filter((found) => isFirst(found) && accepts !== chain.badFirstLine); // it stands before what is continued
  const behind = chain.damage.find((found) => !isFirst(found));
  if (last && (chain.seq > count || behind))
    chain.passedOver.push(behind ?? { file: last.file, line: count - last.before + 2 });
  chain.events.length = count;
  chain.hashes.length = count;
  chain.salvaged.length = 0;
  chain.damage.splice(0, Number.POSITIVE_INFINITY, ...stays);
  chain.seq = count;
  return true;
}

function readEntry(chain: Chain, place: Place, line: Buffer, digest: string): void {
  const read = readEventLine(line);
  if (read.kind === 'event') return void linkEvent(chain, place, digest, read);
  if (read.kind === 'newer') reportNewer(chain, place, line);
  else if (readHeader(line).kind !== 'malformed') {
    const isKnown = chain.starts.some(({ hash }) => hash === digest);
    return void report(chain, place, isKnown ? 'duplicated' : 'out_of_order', line);
  } else report(chain, place, 'changed', line);
  chain.head = digest;
  chain.seq += 1;
}

type Entry = { readonly event: SavedEvent; readonly prev: string };

/** Entries link to each other from the first on, so a first header that is damaged takes none of them away. */
function isReplayable({ damage, events, seq }: Chain): boolean {
  return damage.every((found) => isFirst(found) && headerOnly.has(found.kind)) && events.length === seq - 1;
}

const isFirst = ({ file, line }: Place): boolean => line === 1 && segmentNumber(file) === 1;

const headerOnly: ReadonlySet<Damage['kind']> = new Set(['changed', 'too_long', 'header']);

/** A line that comes too late leaves the chain where it was, so that one misplaced line is one report. */
function linkEvent(chain: Chain, place: Place, digest: string, { event, prev }: Entry): void {
  const { seq, t } = event;
  const expected = chain.seq + 1;
  if (seq < expected) return void linkLate(chain, place, digest, event);
  if (seq > expected) chain.damage.push({ ...place, time: t, kind: 'missing' });
  else if (chain.head !== null && prev !== chain.head) chain.damage.push({ ...place, time: t, kind: 'rewritten' });
  chain.seq = seq;
  chain.head = digest;
  chain.time = t;
  if (!isReplayable(chain)) return void chain.salvaged.push(event);
  chain.events.push(event);
  chain.hashes.push(digest);
}

/** Two neighbours swapped look at first as if the earlier were missing. */
function linkLate(chain: Chain, place: Place, digest: string, event: SavedEvent): void {
  const isKnown = chain.hashes[event.seq - 1] === digest;
  const before = chain.damage.at(-1);
  const isSwapped =
    !isKnown && before?.kind === 'missing' && before.file === place.file && before.line === place.line - 1;
  if (isSwapped) chain.damage.splice(-1, 1, { ...before, kind: 'out_of_order' });
  chain.damage.push({ ...place, time: event.t, kind: isKnown ? 'duplicated' : 'out_of_order' });
  if (!isKnown) chain.salvaged.push(event);
}

/** Once: all that follows was made by that version too. */
function reportNewer(chain: Chain, place: Place, line: Buffer): void {
  if (!chain.damage.some(({ kind }) => kind === 'newer_version')) report(chain, place, 'newer_version', line);
}
