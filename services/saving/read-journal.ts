import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SavedEvent } from '#core/exercise/events.ts';
import { createTurns } from '../turns.ts';
import { beginChain, type Chain, linkNext, type Place, readLine, report, type Start } from './check-chain.ts';
import type { Damage } from './damage.ts';
import { readPlainFile } from './files.ts';
import { longestLine, type SegmentHeader, verifyLine } from './journal-format.ts';
import { splitLines } from './split-lines.ts';

/** An unterminated last line that a crash cut short; `isWhole` when only its line end is missing. */
export type Tail = {
  readonly file: string;
  readonly line: number;
  readonly at: number;
  readonly bytes: Buffer;
  readonly isWhole: boolean;
};

export type ReadJournal = {
  readonly header: SegmentHeader | null;
  readonly segments: readonly string[];
  readonly starts: readonly Start[];
  /** Up to the first damage: what can be replayed. */
  readonly events: readonly SavedEvent[];
  /** The hash of each of `events`. */
  readonly hashes: readonly string[];
  /** Behind the first damage, each whole in itself: to read and copy, not to replay. */
  readonly salvaged: readonly SavedEvent[];
  /** The sha256 of the first line, where that alone is damaged. */
  readonly badFirstLine: string | null;
  readonly head: string;
  readonly sizeOfLast: number;
  readonly linesOfLast: number;
  /** Nothing is written behind the last segment: another one is begun. */
  readonly isLastClosed: boolean;
  readonly damage: readonly Damage[];
  readonly tail: Tail | null;
  readonly warnings: readonly string[];
};

type ReadSegment = {
  readonly size: number;
  readonly lines: number;
  readonly hasOldLineEnds: boolean;
  readonly tail: Tail | null;
  readonly warnings: readonly string[];
};

export async function listSegments(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter(isSegment).sort();
}

const isSegment = (name: string) => /^journal-\d{4}\.jsonl$/.test(name);

/** Whether nothing was added since; what was changed in the middle shows when it is read again. */
export async function isAsRead(folder: string, { segments, sizeOfLast }: ReadJournal): Promise<boolean> {
  const now = await listSegments(folder).catch((): readonly string[] => []);
  const last = segments.at(-1);
  if (now.length !== segments.length || now.at(-1) !== last) return false;
  const there = last === undefined ? null : await stat(join(folder, last)).catch(() => null);
  return sizeOfLast === (there?.isFile() ? there.size : 0);
}

/** What another program has left among the segments: read as little as it is removed, but named. */
async function findStrangers(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('journal')).sort();
  const warned = names.map(async (name) => {
    if (!isSegment(name))
      return `${name} is no part of the journal and was not read: another program has put it there.`;
    const isLink = (await lstat(join(folder, name)).catch(() => null))?.isSymbolicLink();
    return isLink
      ? `${name} is a link: what it holds lies elsewhere, and a copy of this folder does not have it.`
      : null;
  });
  return (await Promise.all(warned)).filter((warning) => warning !== null);
}

/** Reads and checks every line of every segment. Writes nothing. */
export async function readJournal(folder: string): Promise<ReadJournal> {
  const chain = beginChain();
  const segments = await listSegments(folder).catch((): readonly string[] => {
    report(chain, { file: 'journal-0001.jsonl', line: 1 }, 'unreadable', null);
    return [];
  });
  const warnings = [...(await findStrangers(folder).catch(() => []))];
  let last: ReadSegment = { size: 0, lines: 0, hasOldLineEnds: false, tail: null, warnings: [] };
  for (const file of segments) {
    const bytes = await readPlainFile(join(folder, file));
    if (bytes === null) {
      report(chain, { file, line: 1 }, 'unreadable', null);
      chain.head = null;
    }
    last = await readSegment(chain, file, bytes ?? Buffer.alloc(0), last.tail);
    warnings.push(...last.warnings);
  }
  const { events, hashes, salvaged, starts, damage, header, head } = chain;
  const isFirstBad = damage.some(({ file, line }) => file === segments[0] && line === 1);
  const badFirstLine = isFirstBad ? chain.badFirstLine : null;
  for (const { file, line } of chain.passedOver)
    warnings.push(`${file}, line ${line}: what follows is passed over: the exercise went on from before it.`);
  const found = { badFirstLine, header, segments, starts, events, hashes, salvaged, damage, warnings };
  const ofLast = { sizeOfLast: last.size, linesOfLast: last.lines, isLastClosed: last.hasOldLineEnds, tail: last.tail };
  return { ...found, ...ofLast, head: head ?? '' };
}

/** Whoever waits for something else has a turn in between: a hundred thousand lines take a second. */
async function readSegment(chain: Chain, file: string, bytes: Buffer, tailBefore: Tail | null): Promise<ReadSegment> {
  const turns = createTurns();
  const reader = splitLines(bytes);
  let count = 0;
  for (let line = reader.next(); line; line = reader.next()) {
    // A segment whose header is not whole has not begun: the one before it still counts as the last.
    if (tailBefore && !tailBefore.isWhole && count === 0) report(chain, tailBefore, 'torn', tailBefore.bytes);
    count += 1;
    if (count === 1 || !linkNext(chain, bytes, line))
      readLine(chain, { file, line: count }, bytes.subarray(line.start, line.stop));
    if (turns.isDue()) await turns.give();
  }
  const restAt = reader.restAt();
  const tail = restAt === null ? null : readTail(chain, { file, line: count + 1 }, bytes, restAt);
  const warnings = [
    ...(reader.hasByteOrderMark ? [`${file} begins with a byte order mark: another program has saved it.`] : []),
    ...(reader.hasOldLineEnds ? [`${file} has the line ends of old Macs: another program has saved it.`] : []),
    ...(reader.hasWindowsLineEnds() ? [`${file} has Windows line ends: another program has saved it.`] : []),
  ];
  return { size: bytes.length, lines: count, hasOldLineEnds: reader.hasOldLineEnds, tail, warnings };
}

/**
 * What a crash leaves is kept apart from damage: it was never acknowledged, unless only its line end is missing. Such an entry
 * is read like any other, also behind damage: an editor may have taken the last line end away.
 */
function readTail(chain: Chain, { file, line }: Place, bytes: Buffer, at: number): Tail {
  const rest = bytes.subarray(at);
  const isWhole = line > 1 && rest.length <= longestLine && verifyLine(rest) !== null;
  if (isWhole) readLine(chain, { file, line }, rest);
  return { file, line, at, bytes: rest, isWhole };
}
