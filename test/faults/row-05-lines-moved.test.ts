import { readFile, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { createFaultyDisk, diskError, unsyncedDisk } from '../support/fake-disks.ts';
import { countTrials } from '../support/faults/count-trials.ts';
import {
  makeJournalFolder,
  observed,
  observedUpTo,
  openSample,
  readLines,
  segmentPath,
  writeLines,
} from '../support/journal-folder.ts';

const trials = countTrials('5', import.meta.filename, 500);
const quick = { disk: unsyncedDisk };

let folder: string;
let first: readonly string[];
let second: readonly string[];
beforeAll(async () => {
  folder = await makeJournalFolder();
  const faults: Parameters<typeof createFaultyDisk>[0] = { under: unsyncedDisk };
  const { journal } = await openSample(folder, { disk: createFaultyDisk(faults) });
  for (const event of observedUpTo(6)) await journal.append([event]);
  faults.before = (call) => {
    if (call !== 'datasync') return;
    delete faults.before;
    throw diskError('EIO');
  };
  for (const event of observedUpTo(12).slice(6)) await journal.append([event]);
  await journal.close();
  first = await readLines(folder, 1);
  second = await readLines(folder, 2);
});

type Place = { readonly file: string; readonly line: number };
type Expected = { readonly kinds: readonly string[]; readonly at: readonly Place[] };

/** Behind what the second segment continues nothing counts: it is passed over, with a word. */
async function checkPassedOver(kind: string, what: string): Promise<void> {
  const notices = [expect.stringContaining('journal-0001.jsonl, line 8: what follows is passed over')];
  expect([what, await verifyJournal(folder)]).toEqual([
    what,
    expect.objectContaining({ ok: true, events: 12, notices }),
  ]);
  const opened = await openSample(folder, quick);
  expect([what, opened.events, opened.readOnly, opened.notices]).toEqual([what, observedUpTo(12), null, notices]);
  await opened.journal.close();
  trials.count(kind);
}

/** Damaged, named at one of the places, open for reading only, and nothing given that was not written. */
async function checkDamaged(kind: string, what: string, { kinds, at }: Expected): Promise<void> {
  const before = await Promise.all([1, 2].map((segment) => readFile(segmentPath(folder, segment))));
  const verified = await verifyJournal(folder);
  const damage = verified.ok ? [] : verified.damage;
  const places = damage.map(({ file, line }) => `${file}:${line}`);
  const wanted = at.map(({ file, line }) => `${file}:${line}`);
  expect([what, wanted.some((place) => places.includes(place)) || places]).toEqual([what, true]);
  expect([what, damage.some((found) => kinds.includes(found.kind)) || damage]).toEqual([what, true]);
  const { events, salvaged, readOnly, journal } = await openSample(folder, quick);
  expect([what, readOnly]).toEqual([what, expect.stringContaining('damaged at')]);
  expect([what, events]).toEqual([what, observedUpTo(events.length)]);
  for (const event of salvaged) expect(event).toEqual(observed(event.seq));
  await journal.close();
  const after = await Promise.all([1, 2].map((segment) => readFile(segmentPath(folder, segment))));
  expect([what, after]).toEqual([what, before]); // nothing on the disk was touched
  trials.count(kind);
}

async function inEachSegment(act: (lines: readonly string[], segment: number, file: string) => Promise<void>) {
  for (const [segment, lines] of [first, second].map((found, index) => [index + 1, found] as const)) {
    await act(lines, segment, `journal-000${segment}.jsonl`);
    await writeLines(folder, lines, segment);
  }
  expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 12 });
}

describe('Row 5, lines dropped, swapped, doubled and cut', { timeout: 300_000 }, () => {
  it('is noticed of every line dropped', () =>
    inEachSegment(async (lines, segment, file) => {
      for (const at of lines.keys()) {
        await writeLines(folder, lines.toSpliced(at, 1), segment);
        const next = { file: 'journal-0002.jsonl', line: 1 }; // what continues a line that is not there
        const kinds = ['missing', 'header', 'behind_anchor'];
        await checkDamaged('drops', `${file} without line ${at + 1}`, { kinds, at: [{ file, line: at + 1 }, next] });
      }
    }));

  it('is noticed of every two lines swapped', () =>
    inEachSegment(async (lines, segment, file) => {
      for (let one = 0; one < lines.length; one += 1)
        for (let other = one + 1; other < lines.length; other += 1) {
          await writeLines(folder, lines.with(one, lines[other] ?? '').with(other, lines[one] ?? ''), segment);
          const at = [one, one + 1, other].map((index) => ({ file, line: index + 1 }));
          const kinds = ['out_of_order', 'missing', 'header'];
          await checkDamaged('swaps', `${file} lines ${one + 1} and ${other + 1} swapped`, { kinds, at });
        }
    }));

  it('is noticed of every line doubled at every place', () =>
    inEachSegment(async (lines, segment, file) => {
      for (let from = 0; from < lines.length; from += 1)
        for (let to = 1; to <= lines.length; to += 1) {
          await writeLines(folder, lines.toSpliced(to, 0, lines[from] ?? ''), segment);
          const what = `${file} line ${from + 1} again after line ${to}`;
          if (segment === 1 && Math.max(to, from + 1) === lines.length && to >= lines.length - 1) {
            await checkPassedOver('doublings', what);
            continue;
          }
          const at = [to, to + 1, from].map((index) => ({ file, line: index + 1 }));
          const kinds = ['duplicated', 'out_of_order', 'missing', 'rewritten'];
          await checkDamaged('doublings', what, { kinds, at });
        }
    }));

  it('is noticed of every line of one segment in the other', async () => {
    for (const [at, line] of second.entries()) {
      await writeLines(folder, [...first, line], 1);
      await checkPassedOver('moves', `line ${at + 1} of the second after the first`);
    }
    await writeLines(folder, first, 1);
    for (const [at, line] of first.entries()) {
      await writeLines(folder, [...second, line], 2);
      const kinds = ['duplicated', 'out_of_order'];
      await checkDamaged('moves', `line ${at + 1} of the first after the second`, {
        kinds,
        at: [{ file: 'journal-0002.jsonl', line: 8 }],
      });
    }
    await writeLines(folder, second, 2);
  });

  it('is noticed of the end cut at every byte', () =>
    inEachSegment(async (lines, segment, file) => {
      const bytes = Buffer.from(`${lines.join('\n')}\n`);
      for (let end = 0; end < bytes.length - 1; end += segment === 2 ? 7 : 13) {
        await writeFile(segmentPath(folder, segment), bytes.subarray(0, end));
        const line = bytes.subarray(0, end).filter((byte) => byte === 0x0a).length + 1;
        const next = { file: 'journal-0002.jsonl', line: 1 };
        const before = { file: 'journal-0001.jsonl', line: 8 };
        const kinds = ['torn', 'behind_anchor', 'missing'];
        await checkDamaged('cuts', `${file} cut at ${end}`, { kinds, at: [{ file, line }, next, before] });
      }
    }));
});
