import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { beginChain, readLine } from '#services/saving/check-chain.ts';
import { guessTime, longestLine } from '#services/saving/journal-format.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import {
  makeJournalFolder,
  observed,
  observedUpTo,
  openSample,
  readLines,
  reopen,
  segmentPath,
  writeLines,
} from '../../support/journal-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await makeJournalFolder();
});

describe('A line longer than any entry', () => {
  it('is damage in words, and the entries around it can be read', async () => {
    await reopen(folder, observedUpTo(4));
    const lines = await readLines(folder);
    await writeLines(folder, lines.toSpliced(2, 1, 'x'.repeat(longestLine + 1)));
    expect(await verifyJournal(folder)).toMatchObject({
      damage: [{ file: 'journal-0001.jsonl', line: 3, kind: 'too_long' }],
    });
    const { events, salvaged, journal } = await openSample(folder);
    expect([events, salvaged]).toEqual([[observed(1)], observedUpTo(4).slice(2)]);
    await journal.close();
  });

  it('is named although no text could hold it', () => {
    const zeros = Buffer.alloc(600 << 20);
    const chain = beginChain();
    readLine(chain, { file: 'journal-0001.jsonl', line: 2 }, zeros);
    expect(chain.damage).toEqual([{ file: 'journal-0001.jsonl', line: 2, time: null, kind: 'too_long' }]);
    expect(guessTime(zeros)).toBeNull(); // as of an unfinished last line
  });

  it('is never written', async () => {
    const { journal } = await openSample(folder);
    const entry = { ...observed(1), data: { observation: 'OB1', text: 'x'.repeat(longestLine), kind: 'fact' } };
    await expect(journal.append([entry as never])).rejects.toThrow('longer than any that could be read again');
    await journal.append([observed(1)]);
    await journal.close();
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 1 });
  });
});

describe('A journal of which nothing is left', () => {
  it.each<[string, () => Promise<void>]>([
    ['gone with its anchor', () => rm(segmentPath(folder))],
    ['empty', () => writeFile(segmentPath(folder), '')],
    [
      'zero-filled',
      async () => writeFile(segmentPath(folder), Buffer.alloc((await readFile(segmentPath(folder))).length)),
    ],
    ['cut to its first line', async () => writeLines(folder, (await readLines(folder)).slice(0, 1))],
  ])('%s is not whole', async (_, spoil) => {
    await reopen(folder, observedUpTo(3));
    await spoil();
    for (const name of ['anchor.json', 'anchor.prev.json']) await rm(join(folder, name), { force: true });
    const missing = { file: 'journal-0001.jsonl', line: 1, time: null, kind: 'missing' };
    expect(await verifyJournal(folder)).toMatchObject({ ok: false, damage: expect.arrayContaining([missing]) });
  });
});

describe('A journal that an editor saved with the line ends of old Macs', () => {
  it('and without the last one goes on in a new segment, and stays as it is', async () => {
    await reopen(folder, observedUpTo(3));
    const edited = (await readLines(folder)).join('\r');
    await writeFile(segmentPath(folder), edited);
    await reopen(folder, [observed(4)]);
    expect((await reopen(folder, [observed(5)])).events).toEqual(observedUpTo(4));
    expect(await readFile(segmentPath(folder), 'utf8')).toBe(edited);
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 5 });
  });
});
