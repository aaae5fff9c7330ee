import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openJournal } from '#services/saving/journal.ts';
import { sealEvent, sealHeader } from '#services/saving/journal-format.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { unsyncedDisk } from '../../support/fake-disks.ts';
import {
  exercise,
  makeJournalFolder,
  observed,
  observedUpTo,
  openSample,
  readLines,
  reopen,
  scriptSha256,
  segmentPath,
  writeLines,
} from '../../support/journal-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await makeJournalFolder();
});

const quick = { disk: unsyncedDisk };
const genesis = { format: 1, exercise, segment: 1, genesis: 'g', script_sha256: scriptSha256, continues: '' };

describe('A journal', () => {
  test('gives back what was appended, and verifies', async () => {
    await reopen(folder, observedUpTo(50));
    expect((await reopen(folder)).events).toEqual(observedUpTo(50));
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 50 });
  });

  test('keeps every whole line wherever the last one was cut, keeps the rest beside it byte for byte and goes on', async () => {
    await reopen(folder, observedUpTo(2), quick);
    const start = (await readFile(segmentPath(folder))).length;
    await reopen(folder, [observed(3)], quick);
    const whole = await readFile(segmentPath(folder));
    for (let end = start + 1; end < whole.length - 1; end += 1) {
      await writeFile(segmentPath(folder), whole.subarray(0, end));
      await rm(join(folder, 'anchor.json')); // the third entry was never acknowledged
      await rm(join(folder, 'anchor.prev.json'), { force: true });
      await rm(join(folder, 'quarantine'), { recursive: true, force: true });
      const { events, notices, damage } = await reopen(folder, [observed(3)], quick);
      const kept = await readFile(join(folder, 'quarantine', `journal-0001.jsonl.torn-at-${start}`));
      expect([end, events.length, damage, kept.equals(whole.subarray(start, end))]).toEqual([end, 2, [], true]);
      expect(notices.join()).toContain('an unfinished last line, never shown as saved, was moved to');
      expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 3 });
    }
  });

  test('counts a last entry that lacks only its line end, and goes on', async () => {
    await reopen(folder, observedUpTo(3));
    await writeFile(segmentPath(folder), (await readFile(segmentPath(folder))).subarray(0, -1));
    expect((await reopen(folder, [observed(4)])).events).toHaveLength(3);
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 4 });
  });

  test('keeps two different torn tails of one place apart', async () => {
    await reopen(folder, [observed(1)]);
    for (const tail of ['{"seq":2,"first', '{"seq":2,"second']) {
      await writeFile(segmentPath(folder), tail, { flag: 'a' });
      await reopen(folder);
    }
    const at = (await readFile(segmentPath(folder))).length;
    const kept = join(folder, 'quarantine', `journal-0001.jsonl.torn-at-${at}`);
    expect(await readFile(kept, 'utf8')).toBe('{"seq":2,"first');
    expect(await readFile(`${kept}.2`, 'utf8')).toBe('{"seq":2,"second');
  });

  test('begins anew where a crash came before its header was whole', async () => {
    await writeFile(segmentPath(folder), '{"format":1,"exer');
    expect((await reopen(folder, [observed(1)])).damage).toEqual([]);
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 1 });
  });

  test('saved by an editor opens with a warning and goes on', async () => {
    await reopen(folder, observedUpTo(3));
    const text = await readFile(segmentPath(folder), 'utf8');
    await writeFile(segmentPath(folder), `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    const { notices, events, damage } = await reopen(folder, [observed(4)]);
    expect([events.length, damage]).toEqual([3, []]);
    expect(notices).toEqual([expect.stringContaining('byte order mark'), expect.stringContaining('Windows line ends')]);
    expect((await reopen(folder)).events).toEqual(observedUpTo(4));
  });

  test('does not show as saved what it could not read again', async () => {
    const { journal } = await openSample(folder);
    await expect(journal.append([{ ...observed(1), m: Number.NaN }])).rejects.toThrow('does not have the shape');
    await expect(journal.append([observed(2)])).rejects.toThrow('Entry 2 was given where entry 1 is next.');
    await journal.append([observed(1)]);
    await journal.close();
    await expect(journal.append([observed(2)])).rejects.toThrow('The exercise is closed.');
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 1 });
  });
});

describe('A journal opens for reading only', () => {
  test('where a whole line is damaged, and what is whole behind it can be read', async () => {
    await reopen(folder, observedUpTo(9));
    const lines = await readLines(folder);
    await writeLines(folder, lines.with(4, lines[4]?.replace('OB4', 'OB5') ?? ''));
    const before = await readFile(segmentPath(folder));
    const opened = await openSample(folder);
    expect(opened.damage).toEqual([
      { file: 'journal-0001.jsonl', line: 5, time: '2026-03-17T09:04:00.000Z', kind: 'changed' },
    ]);
    expect(opened.events).toEqual(observedUpTo(3));
    expect(opened.salvaged).toEqual(observedUpTo(9).slice(4));
    await expect(opened.journal.append([observed(4)])).rejects.toThrow(
      'damaged at journal-0001.jsonl, line 5 (changed). It is open for reading only',
    );
    await opened.journal.close();
    expect(await readFile(segmentPath(folder))).toEqual(before);
  });

  test('where a line is damaged and the last line end gone, and even the last entry can be read', async () => {
    await reopen(folder, observedUpTo(5));
    const lines = await readLines(folder);
    const edited = lines.with(2, lines[2]?.replace('OB2', 'OB7') ?? '').join('\n');
    await writeFile(segmentPath(folder), edited);
    const verified = await verifyJournal(folder);
    expect(verified).toMatchObject({ ok: false, damage: [{ line: 3, kind: 'changed' }] });
    expect(verified.notices?.join()).toContain('line 6: the line end of the last entry is missing; the entry itself');
    const { events, salvaged, journal } = await openSample(folder);
    expect([events, salvaged]).toEqual([[observed(1)], observedUpTo(5).slice(2)]);
    await journal.close();
    expect(await readFile(segmentPath(folder), 'utf8')).toBe(edited);
  });

  test.each([
    ['header', sealHeader({ ...genesis, format: 2 }).bytes, 1],
    ['entry', Buffer.concat([sealHeader(genesis).bytes, sealUnknown({ type: 'thing_of_tomorrow', data: {} })]), 2],
    ['entry’s field', Buffer.concat([sealHeader(genesis).bytes, sealUnknown({ data: { ...known, mood: 'calm' } })]), 2],
  ])('when its %s was made by a newer version', async (_, bytes, line) => {
    await writeFile(segmentPath(folder), bytes);
    const { damage, journal } = await openSample(folder);
    expect(damage).toMatchObject([{ line, kind: 'newer_version' }]);
    await expect(journal.append([observed(1)])).rejects.toThrow('made by a newer version of Muster');
    expect(await readFile(segmentPath(folder))).toEqual(bytes);
  });

  test('when it belongs to another exercise or another script', async () => {
    await reopen(folder, [observed(1)]);
    const other = await openJournal({ folder, exercise: '2026-other', scriptSha256 });
    await expect(other.journal.append([observed(2)])).rejects.toThrow('belongs to the exercise 2026-sample');
    const changed = await openJournal({ folder, exercise, scriptSha256: 'other' });
    await expect(changed.journal.append([observed(2)])).rejects.toThrow('not the one the exercise was begun with');
  });
});

const known = observed(1).data;

function sealUnknown(entry: object): Buffer {
  const event = { ...observed(1), ...entry };
  return sealEvent(event as never, sealHeader(genesis).hash).bytes;
}
