import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { createFaultyDisk, diskError, unsyncedDisk } from '../support/fake-disks.ts';
import { countTrials, isDeep } from '../support/faults/count-trials.ts';
import { createDice, seed } from '../support/faults/random.ts';
import { makeJournalFolder, observed, observedUpTo, openSample, segmentPath } from '../support/journal-folder.ts';

const trials = countTrials('4', import.meta.filename, 1_000);
const quick = { disk: unsyncedDisk };

let folder: string;
const wholes = new Map<number, Buffer>();

/** Three entries in a first segment and three in a second, because a sync failed. */
beforeAll(async () => {
  folder = await makeJournalFolder();
  const faults: Parameters<typeof createFaultyDisk>[0] = { under: unsyncedDisk };
  const { journal } = await openSample(folder, { disk: createFaultyDisk(faults) });
  for (const event of observedUpTo(3)) await journal.append([event]);
  faults.before = (call) => {
    if (call !== 'datasync') return;
    delete faults.before;
    throw diskError('EIO');
  };
  for (const event of observedUpTo(6).slice(3)) await journal.append([event]);
  await journal.close();
  for (const segment of [1, 2]) wholes.set(segment, await readFile(segmentPath(folder, segment)));
});

function flip(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
}

/** The line a byte lies in, and the time that line states; null where the flip may have hit the time itself. */
function placeOf(whole: Buffer, byte: number) {
  const line = whole.subarray(0, byte).filter((value) => value === 0x0a).length + 1;
  const start = whole.lastIndexOf(0x0a, byte - 1) + (byte === 0 ? 1 : 1);
  const end = whole.indexOf(0x0a, byte);
  const text = whole.subarray(byte === 0 ? 0 : start, end).toString();
  const time = /"t":"([^"]+)"/.exec(text);
  const timeStart = time ? Buffer.byteLength(text.slice(0, time.index)) : 0;
  const inLine = byte - (byte === 0 ? 0 : start);
  const isInTime = time !== null && inLine >= timeStart && inLine < timeStart + time[0].length;
  return { line, time: isInTime ? undefined : (time?.[1] ?? null) };
}

async function checkFlip(segment: number, bit: number): Promise<void> {
  const whole = wholes.get(segment) ?? Buffer.alloc(0);
  await writeFile(segmentPath(folder, segment), flip(whole, bit));
  const { line, time } = placeOf(whole, bit >> 3);
  const trial = `seed ${seed}, segment ${segment}, bit ${bit & 7} of byte ${bit >> 3}`;
  const place = { file: `journal-000${segment}.jsonl`, line };
  const verified = await verifyJournal(folder);
  const [first] = verified.ok ? [] : verified.damage;
  expect([trial, first]).toMatchObject([trial, place]);
  if (time !== undefined && time !== null) expect([trial, first?.time]).toEqual([trial, time]);
  if (!isDeep && bit % 4 > 0) return;
  const { damage, readOnly, events, salvaged, journal } = await openSample(folder, quick);
  expect([trial, damage[0]?.file, readOnly]).toEqual([trial, expect.any(String), expect.any(String)]);
  await expect(journal.append([observed(events.length + 1)])).rejects.toThrow('for reading only');
  const kept = [...events, ...salvaged];
  const untouched = observedUpTo(6).filter(({ seq }) => kept.some((event) => event.seq === seq));
  expect([trial, kept]).toEqual([trial, untouched]); // what is given is as it was written, and the rest is not given
  expect([trial, untouched.length >= 4]).toEqual([trial, true]);
}

describe('Row 4, every single bit flipped', { timeout: 1_800_000 }, () => {
  it(`of a journal is named with file, line and time, and nothing is accepted (seed ${seed})`, async () => {
    const roll = createDice('flips');
    for (const [segment, whole] of wholes) {
      const bits = whole.length * 8;
      const sample = Array.from({ length: 500 }, () => roll(bits));
      for (const bit of isDeep ? Array.from({ length: bits }, (_, index) => index) : sample) {
        await checkFlip(segment, bit);
        trials.count('flips in a journal');
      }
      await writeFile(segmentPath(folder, segment), whole);
    }
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 6 });
  });

  it('of an anchor is named, and opening goes on without it', async () => {
    const path = join(folder, 'anchor.json');
    const whole = await readFile(path);
    const roll = createDice('anchor');
    for (let bit = 0; bit < whole.length * 8; bit += isDeep ? 1 : 1 + roll(8)) {
      await writeFile(path, flip(whole, bit));
      await rm(join(folder, 'quarantine'), { recursive: true, force: true });
      const verified = await verifyJournal(folder);
      expect([bit, verified]).toMatchObject([bit, { ok: false, damage: [{ file: 'anchor.json', line: 1 }] }]);
      const { events, notices, readOnly, journal } = await openSample(folder, quick);
      const isNewer = readOnly !== null; // the flip made another format's number
      expect([bit, events.length, isNewer || notices.join().includes('anchor.json is damaged')]).toEqual([
        bit,
        6,
        true,
      ]);
      await journal.close();
      trials.count('flips in an anchor');
    }
  });
});
