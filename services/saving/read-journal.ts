import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SavedEvent } from '#core/exercise/events.ts';
import {
  guessTime,
  journalFormat,
  readEventLine,
  readHeader,
  type SegmentHeader,
  verifyLine,
} from './journal-format.ts';

/** `line` counts from 1 in its file; `time` is what the damaged line or the last good one before it states. */
export type Damage = {
  readonly file: string;
  readonly line: number;
  readonly time: string | null;
  readonly kind:
    | 'changed'
    | 'missing'
    | 'out_of_order'
    | 'duplicated'
    | 'torn'
    | 'header'
    | 'behind_anchor'
    | 'script_changed'
    | 'newer_version'
    | 'unreadable';
};

/** An unterminated last line that a crash cut short; `isWhole` when only its line end is missing. */
export type Tail = { readonly file: string; readonly at: number; readonly bytes: Buffer; readonly isWhole: boolean };

export type ReadJournal = {
  readonly header: SegmentHeader | null;
  readonly segments: readonly string[];
  readonly events: readonly SavedEvent[];
  readonly head: string;
  readonly sizeOfLast: number;
  readonly damage: readonly Damage[];
  readonly tail: Tail | null;
  readonly warnings: readonly string[];
};

type Chain = {
  events: SavedEvent[];
  seq: number;
  /** Hash of a line → how many events there were up to and with it. */
  points: Map<string, number>;
  head: string;
  damage: Damage[];
  time: string | null;
  header: SegmentHeader | null;
  warnings: string[];
};

export async function listSegments(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => /^journal-\d{4}\.jsonl$/.test(name)).sort();
}

/** Reads and verifies every segment; writes nothing. Whatever verifies is in `events`, up to the first damage. */
export async function readJournal(folder: string): Promise<ReadJournal> {
  const segments = await listSegments(folder);
  const chain: Chain = {
    events: [],
    seq: 0,
    points: new Map(),
    head: '',
    damage: [],
    time: null,
    header: null,
    warnings: [],
  };
  let tail: Tail | null = null;
  let sizeOfLast = 0;
  for (const [index, file] of segments.entries()) {
    const bytes = await readFile(join(folder, file));
    sizeOfLast = bytes.length;
    const found = readSegment(chain, file, bytes);
    if (found && index === segments.length - 1) tail = found;
    else if (found) chain.damage.push({ file, line: countLines(bytes) + 1, time: chain.time, kind: 'torn' });
  }
  const { events, head, damage, header, warnings } = chain;
  return { header, segments, events, head, sizeOfLast, damage, tail, warnings };
}

function readSegment(chain: Chain, file: string, bytes: Buffer): Tail | null {
  let start = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  if (start > 0) chain.warnings.push(`${file} begins with a byte order mark: another program has saved it.`);
  for (let line = 1; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    if (end === -1) return readTail(chain, file, bytes, start, line);
    const hasReturn = bytes[end - 1] === 0x0d;
    if (hasReturn && line === 1) chain.warnings.push(`${file} has Windows line ends: another program has saved it.`);
    readLine(chain, file, bytes.subarray(start, hasReturn ? end - 1 : end), line);
    start = end + 1;
  }
  return null;
}

/** What a crash leaves is kept apart from damage: it was never acknowledged, unless only its line end is missing. */
function readTail(chain: Chain, file: string, bytes: Buffer, at: number, line: number): Tail {
  const rest = bytes.subarray(at);
  const isWhole = chain.damage.length === 0 && line > 1 && verifyLine(rest) !== null;
  if (isWhole) readLine(chain, file, rest, line);
  return { file, at, bytes: rest, isWhole };
}

function readLine(chain: Chain, file: string, line: Buffer, number: number): void {
  const text = line.toString();
  const time = guessTime(text);
  const report = (kind: Damage['kind']) => chain.damage.push({ file, line: number, time: time ?? chain.time, kind });
  const digest = verifyLine(line);
  if (digest === null) {
    report('changed');
    chain.head = text.slice(-66, -2); // what the next line links to, if that one is whole
    if (number > 1) chain.seq += 1;
    return;
  }
  if (number === 1) readHeaderLine(chain, line, digest, report);
  else readEvent(chain, text, digest, report);
  chain.head = digest;
  chain.time = time ?? chain.time;
}

function readHeaderLine(chain: Chain, line: Buffer, digest: string, report: (kind: Damage['kind']) => void): void {
  const header = readHeader(line);
  if (!header) return void report('header');
  if (header.format > journalFormat) return void report('newer_version');
  const isOther = chain.header !== null && header.exercise !== chain.header.exercise;
  if (isOther || !continueFrom(chain, header.continues)) report('missing');
  chain.header ??= header;
  chain.points.set(digest, chain.events.length);
}

function readEvent(chain: Chain, text: string, digest: string, report: (kind: Damage['kind']) => void): void {
  const read = readEventLine(text);
  if (read.kind === 'malformed') return void report('changed');
  if (read.kind === 'newer') return void report('newer_version');
  const { seq } = read.event;
  const expected = chain.seq + 1;
  chain.seq = seq;
  if (read.prev !== chain.head || seq !== expected) report(misplaced(seq, expected));
  else if (chain.damage.length === 0) {
    chain.events.push(read.event);
    chain.points.set(digest, chain.events.length);
  }
}

/** After a failed sync a new segment begins at the last good hash; what the old one holds beyond it was never acknowledged. */
function continueFrom(chain: Chain, hash: string): boolean {
  if (hash === chain.head) return true;
  const count = chain.points.get(hash);
  if (count === undefined || chain.damage.length > 0) return false;
  chain.events.length = count;
  chain.seq = count;
  return true;
}

function misplaced(seq: number, expected: number): Damage['kind'] {
  if (seq === expected - 1) return 'duplicated';
  return seq < expected ? 'out_of_order' : 'missing';
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}
