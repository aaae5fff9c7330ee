import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { sealEvent } from '#services/saving/journal-format.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { createFaultyDisk, diskError } from '../../support/fake-disks.ts';
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

async function damageOf() {
  const verified = await verifyJournal(folder);
  return verified.ok ? [] : verified.damage;
}

type Edit = (lines: readonly string[], at: number) => string[];
const edits: readonly (readonly [name: string, kinds: readonly string[], edit: Edit])[] = [
  ['dropped', ['missing', 'header', 'behind_anchor'], (lines, at) => lines.toSpliced(at, 1)],
  ['doubled', ['duplicated'], (lines, at) => lines.toSpliced(at, 0, lines[at] ?? '')],
  ['cut', ['cut'], (lines, at) => lines.with(at, lines[at]?.slice(0, 40) ?? '')],
  ['emptied', ['cut'], (lines, at) => lines.with(at, '')],
  [
    'swapped with the next',
    ['out_of_order', 'header'],
    (lines, at) => lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
  ],
];

describe('Verifying names the line and the kind', () => {
  test.each(edits)('of every single line %s', async (name, kinds, edit) => {
    await reopen(folder, observedUpTo(50));
    const lines = await readLines(folder);
    const last = name.startsWith('swapped') ? 49 : 50;
    for (let at = 0; at <= last; at += 1) {
      await writeLines(folder, edit(lines, at));
      const first = (await damageOf())[0];
      const line = name === 'doubled' ? at + 2 : at + 1;
      expect([at, first?.line, kinds.includes(first?.kind ?? '')]).toEqual([at, line, true]);
    }
  });

  test('of 500 random bit flips', async () => {
    await reopen(folder, observedUpTo(50));
    const whole = await readFile(segmentPath(folder));
    const seed = Date.now() % 2_147_483_647;
    let random = seed;
    for (let flip = 0; flip < 500; flip += 1) {
      random = (random * 48_271) % 2_147_483_647;
      const byte = random % whole.length;
      const flipped = Buffer.from(whole);
      flipped[byte] = (flipped[byte] ?? 0) ^ (1 << (flip % 8));
      await writeFile(segmentPath(folder), flipped);
      const line = whole.subarray(0, byte).filter((value) => value === 0x0a).length + 1;
      const first = (await damageOf())[0];
      expect(`seed ${seed}, flip ${flip}: line ${first?.line}`).toBe(`seed ${seed}, flip ${flip}: line ${line}`);
    }
  });

  test('of a line that was changed and sealed again', async () => {
    await reopen(folder, observedUpTo(5));
    const lines = await readLines(folder);
    await writeLines(folder, lines.with(3, reseal(lines, 3)));
    expect(await damageOf()).toMatchObject([{ line: 5, kind: 'rewritten' }]);
    await writeLines(folder, lines.with(5, reseal(lines, 5)));
    expect(await damageOf()).toMatchObject([{ line: 6, kind: 'rewritten', time: '2026-03-17T09:05:00.000Z' }]);
  });
});

/** The entry at that place with another text and a right hash of its own. */
function reseal(lines: readonly string[], at: number): string {
  const event = { ...observed(at), data: { observation: `OB${at}`, text: 'never said', kind: 'fact' } } as never;
  const prev: string = JSON.parse(lines[at - 1] ?? '{}').h;
  return sealEvent(event, prev).bytes.toString().trimEnd();
}

describe('Verifying an anchor', () => {
  const anchor = () => join(folder, 'anchor.json');

  test('reports whole last lines that are gone, and the journal opens for reading only', async () => {
    await reopen(folder, observedUpTo(50));
    await writeLines(folder, (await readLines(folder)).slice(0, -1));
    const behind = { file: 'journal-0001.jsonl', line: 51, time: '2026-03-17T09:49:00.000Z', kind: 'behind_anchor' };
    expect(await damageOf()).toEqual([behind]);
    const { damage, journal } = await openSample(folder);
    expect(damage).toEqual([behind]);
    await expect(journal.append([observed(50)])).rejects.toThrow('for reading only');
  });

  test('tells an acknowledged entry cut short from a torn tail', async () => {
    await reopen(folder, observedUpTo(3));
    const bytes = (await readFile(segmentPath(folder))).subarray(0, -9);
    await writeFile(segmentPath(folder), bytes);
    expect((await damageOf()).map(({ kind }) => kind)).toEqual(['torn', 'behind_anchor']);
    expect((await reopen(folder)).damage).toMatchObject([{ line: 4, kind: 'behind_anchor' }]);
    expect(await readFile(segmentPath(folder))).toEqual(bytes);
  });

  test('that is damaged names it; opening sets it aside, says so and goes on with the one before', async () => {
    await reopen(folder, observedUpTo(3));
    await reopen(folder, [observed(4)]);
    await writeFile(anchor(), '{"format":1,');
    expect(await damageOf()).toEqual([{ file: 'anchor.json', line: 1, time: null, kind: 'changed' }]);
    const { notices, damage } = await reopen(folder);
    expect([damage, notices.join()]).toEqual([[], expect.stringContaining('The version saved before it is used.')]);
    expect(await readFile(join(folder, 'quarantine/anchor.json'), 'utf8')).toBe('{"format":1,');
    expect(await damageOf()).toEqual([]);
  });

  test('that is damaged without one before it says what cannot be seen', async () => {
    await reopen(folder, observedUpTo(3));
    await rm(join(folder, 'anchor.prev.json'), { force: true });
    await writeFile(anchor(), '');
    const { notices, damage } = await reopen(folder, [observed(4)]);
    expect([damage, notices.join()]).toEqual([[], expect.stringContaining('gone cannot be seen')]);
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 4 });
  });

  test('that a newer version made is no damage, and the journal opens for reading only', async () => {
    await reopen(folder, observedUpTo(3));
    const newer = '{"format":2,"seal":"of tomorrow"}';
    await writeFile(anchor(), newer);
    expect(await damageOf()).toMatchObject([{ file: 'anchor.json', kind: 'newer_version' }]);
    const { journal } = await openSample(folder);
    await expect(journal.append([observed(4)])).rejects.toThrow('made by a newer version');
    await journal.close();
    expect(await readFile(anchor(), 'utf8')).toBe(newer);
  });

  test('finds it up to date after a crash and an opening', async () => {
    const { journal } = await openSample(folder);
    await journal.append([observed(1)]); // and no more: its anchor waits
    await reopen(folder);
    await journal.close();
    expect(JSON.parse(await readFile(anchor(), 'utf8'))).toMatchObject({ content: { seq: 1 } });
  });
});

describe('Verifying several segments', () => {
  /** Three entries in the first segment, the fourth to the sixth in the second, because a sync failed. */
  async function makeTwoSegments(): Promise<void> {
    const faults: Parameters<typeof createFaultyDisk>[0] = {};
    const { journal } = await openSample(folder, { disk: createFaultyDisk(faults) });
    for (const event of observedUpTo(3)) await journal.append([event]);
    faults.before = (call) => {
      if (call !== 'datasync') return;
      delete faults.before;
      throw diskError('EIO');
    };
    for (const event of observedUpTo(6).slice(3)) await journal.append([event]);
    await journal.close();
  }

  test('names file and line of every line cut', async () => {
    await makeTwoSegments();
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 6 });
    for (const segment of [1, 2]) {
      const lines = await readLines(folder, segment);
      expect(lines).toHaveLength(4);
      for (const at of lines.keys()) {
        await writeLines(folder, lines.with(at, lines[at]?.slice(0, 60) ?? ''), segment);
        const place = { file: `journal-000${segment}.jsonl`, line: at + 1, kind: 'cut' };
        expect((await damageOf())[0]).toMatchObject(place);
      }
      await writeLines(folder, lines, segment);
    }
  });

  test.each([
    ['first', 1, { file: 'journal-0002.jsonl', line: 1, kind: 'missing' }],
    ['last', 2, { file: 'journal-0001.jsonl', line: 5, kind: 'behind_anchor' }],
  ])('sees that the %s is gone', async (_, segment, place) => {
    await makeTwoSegments();
    await rm(segmentPath(folder, segment));
    expect((await damageOf())[0]).toMatchObject(place);
  });

  test('sees that one was copied or renamed', async () => {
    await makeTwoSegments();
    await copyFile(segmentPath(folder, 2), segmentPath(folder, 3));
    expect((await damageOf())[0]).toMatchObject({ file: 'journal-0003.jsonl', line: 1, kind: 'out_of_order' });
  });

  test('sees a script that was changed, and a journal that is gone', async () => {
    await makeTwoSegments();
    await writeFile(join(folder, 'script.yaml'), 'id: other\n');
    expect(await damageOf()).toMatchObject([{ file: 'script.yaml', kind: 'script_changed' }]);
    await rm(segmentPath(folder, 1));
    await rm(segmentPath(folder, 2));
    expect((await damageOf())[0]).toMatchObject({ file: 'journal-0001.jsonl', line: 1, kind: 'missing' });
  });
});

describe('Verifying what is no file', () => {
  test('names an anchor that is a folder or a pipe, and waits for neither', async () => {
    await reopen(folder, observedUpTo(5));
    const anchor = join(folder, 'anchor.json');
    const previous = join(folder, 'anchor.prev.json');
    for (const make of [() => mkdir(anchor), () => execFileSync('mkfifo', [anchor])]) {
      for (const path of [anchor, previous]) await rm(path, { recursive: true, force: true });
      await make();
      expect((await damageOf()).map(({ file, kind }) => [file, kind])).toEqual([['anchor.json', 'changed']]);
    }
  });

  test('names a folder that is not there or cannot be read, and throws nothing', async () => {
    expect(await verifyJournal(join(folder, 'nowhere'))).toMatchObject({
      ok: false,
      damage: [{ file: 'journal-0001.jsonl', kind: 'unreadable' }],
    });
  });
});
