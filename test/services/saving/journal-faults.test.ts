import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Journal } from '#services/saving/journal.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { createFaultyDisk, type DiskCall, diskError } from '../../support/fake-disks.ts';
import { createForgetfulDisk } from '../../support/forgetful-disk.ts';
import {
  makeJournalFolder,
  observed,
  observedUpTo,
  openSample,
  readLines,
  reopen,
  segmentPath,
} from '../../support/journal-folder.ts';

type Faults = Parameters<typeof createFaultyDisk>[0];

let folder: string;
let faults: Faults;
let notices: string[];
beforeEach(async () => {
  folder = await makeJournalFolder();
  faults = {};
  notices = [];
});

const opened: Journal[] = [];
afterEach(async () => {
  faults.before = () => {};
  for (const journal of opened.splice(0)) await journal.close();
});

async function open(disk = createFaultyDisk(faults), place = folder): Promise<Journal> {
  const { journal } = await openSample(place, { disk, tell: (notice) => void notices.push(notice) });
  opened.push(journal);
  return journal;
}

function hold() {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { held, letGo };
}

function failing(...calls: readonly DiskCall[]) {
  return (call: DiskCall) => {
    if (calls.includes(call)) throw diskError('EIO');
  };
}

const segments = async () => (await readdir(folder)).filter((name) => name.startsWith('journal-'));

describe('After a failed sync', () => {
  test('the entry is saved in a new segment whose header carries the last good hash', async () => {
    const journal = await open();
    await journal.append([observed(1)]);
    const calls: string[] = [];
    faults.before = (call, path) => {
      if (path.endsWith('.jsonl')) calls.push(`${call} ${path.at(-7)}`);
      if (call === 'datasync' && path.endsWith('1.jsonl')) throw diskError('EIO');
    };
    await journal.append([observed(2)]);
    await journal.append([observed(3)]);
    await journal.close();
    expect(calls.filter((call) => call === 'datasync 1')).toHaveLength(1);
    const [header = ''] = await readLines(folder, 2);
    const last = (await readLines(folder, 1)).at(-1) ?? '';
    expect(JSON.parse(header)).toMatchObject({ segment: 2, continues: JSON.parse(last).h });
    expect(notices).toEqual(['The disk reported an error. The exercise is saved and goes on in journal-0002.jsonl.']);
    expect((await reopen(folder)).events).toEqual(observedUpTo(3));
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 3 });
  });

  test('what the old segment still holds beyond it is passed over, whole or not', async () => {
    const journal = await open();
    await journal.append([observed(1)]);
    faults.before = (call, path) => {
      if (path.endsWith('1.jsonl') && (call === 'datasync' || call === 'truncate')) throw diskError('EIO');
    };
    await journal.append([observed(2)]);
    await journal.close();
    expect(await readLines(folder, 1)).toHaveLength(3);
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 2 });
    await appendFile(segmentPath(folder), '\0\0\0\n{"seq":3,');
    expect((await reopen(folder, [observed(3)])).events).toEqual(observedUpTo(2));
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 3 });
  });

  test.each(['', '{"format":1,"exer'])('a crash while the new segment was begun (%j) loses nothing', async (begun) => {
    await reopen(folder, observedUpTo(2));
    await appendFile(segmentPath(folder), '{"seq":3,"t":');
    await writeFile(segmentPath(folder, 2), begun);
    const { events, damage } = await reopen(folder, [observed(3)]);
    expect([events, damage]).toEqual([observedUpTo(2), []]);
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 3 });
  });

  test('an entry that no segment takes is not saved, and is saved with the next one', async () => {
    const journal = await open();
    await journal.append([observed(1)]);
    faults.before = failing('datasync');
    await expect(journal.append([observed(2)])).rejects.toThrow('could not be written: its disk reports an error');
    await expect(journal.append([observed(2)])).rejects.toThrow('could not be written');
    expect(journal.trouble()).toContain('its disk reports an error');
    delete faults.before;
    await journal.append([observed(2), observed(3)]);
    expect(journal.trouble()).toBeNull();
    await journal.close();
    expect(await segments()).toEqual(['journal-0001.jsonl', 'journal-0002.jsonl']);
    expect((await reopen(folder)).events).toEqual(observedUpTo(3));
  });
});

describe('A full disk', () => {
  /** Takes so many bytes of the next line and then no more. */
  function fillAfter(bytes: number, ...more: readonly DiskCall[]): void {
    let isFull = false;
    faults.takes = () => bytes;
    faults.before = (call) => {
      if (more.includes(call)) throw diskError('EIO');
      if (call === 'write' && isFull) throw diskError('ENOSPC');
      if (call === 'write') isFull = true;
    };
  }

  test('in the middle of a line leaves nothing of it, and the next append stores both', async () => {
    const journal = await open();
    await journal.append([observed(1)]);
    const before = await readFile(segmentPath(folder));
    fillAfter(20);
    await expect(journal.append([observed(2)])).rejects.toThrow('its disk is full (ENOSPC)');
    expect(journal.trouble()).toContain('its disk is full');
    expect(await readFile(segmentPath(folder))).toEqual(before);
    faults.before = () => {};
    delete faults.takes;
    await journal.append([observed(2), observed(3)]);
    await journal.close();
    expect(await segments()).toEqual(['journal-0001.jsonl']);
    expect((await reopen(folder)).events).toEqual(observedUpTo(3));
  });

  test('that does not let the line be cut off either costs a segment and no entry', async () => {
    const journal = await open();
    await journal.append([observed(1)]);
    fillAfter(20, 'truncate');
    await expect(journal.append([observed(2)])).rejects.toThrow('its disk is full');
    faults.before = () => {};
    delete faults.takes;
    await journal.append([observed(2)]);
    await journal.close();
    expect(await segments()).toEqual(['journal-0001.jsonl', 'journal-0002.jsonl']);
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 2 });
  });

  test('rejects what waits behind, in the order given, and takes it all again', async () => {
    const journal = await open();
    fillAfter(20);
    const asked = observedUpTo(3).map((event) => journal.append([event]));
    const answers = await Promise.allSettled(asked);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    faults.before = () => {};
    delete faults.takes;
    await Promise.all(observedUpTo(3).map((event) => journal.append([event])));
    await journal.close();
    expect((await reopen(folder)).events).toEqual(observedUpTo(3));
  });

  test('for the anchor alone is told and loses no entry', async () => {
    faults.before = (call, path) => {
      if (call === 'write' && path.includes('anchor')) throw diskError('ENOSPC');
    };
    const journal = await open();
    await journal.append([observed(1)]);
    await journal.close();
    expect(notices).toEqual([
      expect.stringMatching(/anchor.json could not be saved: its disk is full .* The entries themselves are saved\.$/),
    ]);
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 1 });
  });
});

test('A disk that takes a few bytes at a time gets all of them', async () => {
  faults.takes = (length) => Math.min(length, 7);
  const journal = await open();
  await journal.append(observedUpTo(5));
  await journal.close();
  expect((await reopen(folder)).events).toEqual(observedUpTo(5));
});

describe('Entries that wait while the disk is busy', () => {
  test('are saved by one sync', async () => {
    const journal = await open();
    let syncs = 0;
    faults.before = (call, path) => {
      if (call === 'datasync' && path.endsWith('.jsonl')) syncs += 1;
    };
    await Promise.all(observedUpTo(40).map((event) => journal.append([event])));
    expect(syncs).toBe(2);
    await journal.close();
    expect((await reopen(folder)).events).toEqual(observedUpTo(40));
  });

  test('are not acknowledged before the disk has them', async () => {
    const journal = await open();
    const { held, letGo } = hold();
    faults.before = (call) => (call === 'datasync' ? held : undefined);
    let acknowledged = false;
    const append = journal.append([observed(1)]).then(() => {
      acknowledged = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(acknowledged).toBe(false);
    letGo();
    await append;
    await journal.close();
  });
});

describe('A foreign writer', () => {
  test('stops the writing before the next entry, and its bytes are left alone', async () => {
    const journal = await open();
    await journal.append([observed(1)]);
    await appendFile(segmentPath(folder), 'x');
    const before = await readFile(segmentPath(folder));
    await expect(journal.append([observed(2)])).rejects.toThrow('Another program has changed');
    await expect(journal.append([observed(2)])).rejects.toThrow('close the other program and open the exercise again');
    expect(await readFile(segmentPath(folder))).toEqual(before);
  });

  test('that writes during the sync stops it too', async () => {
    const journal = await open();
    faults.before = (call, path) => {
      if (call === 'write' && path.endsWith('.jsonl')) return appendFile(segmentPath(folder), 'x'.repeat(900));
    };
    await expect(journal.append([observed(1)])).rejects.toThrow('Another program has changed');
  });

  test('that has begun the next segment is not written over', async () => {
    const journal = await open();
    await journal.append([observed(1)]);
    await writeFile(segmentPath(folder, 2), 'theirs');
    faults.before = failing('datasync');
    await expect(journal.append([observed(2)])).rejects.toThrow('journal-0002.jsonl. Nothing more is written');
    expect(await readFile(segmentPath(folder, 2), 'utf8')).toBe('theirs');
  });
});

describe('A power cut', () => {
  test.each([1, 2, 5])('takes none of %i acknowledged entries, and the exercise goes on', async (count) => {
    const { disk, cutPower } = createForgetfulDisk(folder);
    const journal = await open(disk);
    for (const event of observedUpTo(count)) await journal.append([event]);
    cutPower();
    expect((await reopen(folder, [observed(count + 1)])).events).toEqual(observedUpTo(count));
  });

  test.each([
    ['the journal has made', false],
    ['was made just before', true],
  ])('takes no exercise just begun in a folder that %s', async (_, isMadeBefore) => {
    const exercises = join(folder, 'exercises');
    const inner = join(exercises, '2026-new');
    if (isMadeBefore) await mkdir(exercises);
    const { disk, cutPower } = createForgetfulDisk(folder);
    if (isMadeBefore) await mkdir(inner);
    const journal = await open(disk, inner);
    await journal.append([observed(1)]);
    cutPower();
    expect((await reopen(inner)).events).toEqual([observed(1)]);
  });

  test('takes nothing acknowledged in a later segment', async () => {
    const { disk, cutPower } = createForgetfulDisk(folder);
    faults = { under: disk };
    const journal = await open();
    await journal.append([observed(1)]);
    faults.before = (call, path) => {
      if (call === 'datasync' && path.endsWith('1.jsonl')) throw diskError('EIO');
    };
    await journal.append([observed(2)]);
    cutPower();
    expect((await reopen(folder)).events).toEqual(observedUpTo(2));
  });

  test('takes nothing that an opening after a crash has shown as saved', async () => {
    const { disk, cutPower } = createForgetfulDisk(folder);
    faults = { under: disk };
    const journal = await open();
    const { held, letGo } = hold();
    faults.before = (call) => (call === 'datasync' ? held : undefined);
    const append = journal.append([observed(1)]); // written, not yet synced: here the process ends
    await new Promise((resolve) => setTimeout(resolve, 100));
    const second = await openSample(folder, { disk });
    opened.push(second.journal);
    expect(second.events).toEqual([observed(1)]);
    cutPower();
    expect((await reopen(folder)).events).toEqual([observed(1)]);
    letGo();
    await append;
  });

  test('while a torn tail is mended leaves it in the journal or in quarantine, byte for byte', async () => {
    await reopen(folder, [observed(1)]);
    const whole = await readFile(segmentPath(folder));
    const torn = '{"seq":2,"t":"2026';
    for (let step = 1; step <= 12; step += 1) {
      await writeFile(segmentPath(folder), Buffer.concat([whole, Buffer.from(torn)]));
      const { disk, cutPower } = createForgetfulDisk(folder);
      let calls = 0;
      faults = {
        under: disk,
        before: () => {
          calls += 1;
          if (calls >= step) throw diskError('EIO');
        },
      };
      await open().catch(() => {});
      cutPower();
      const inPlace = (await readFile(segmentPath(folder))).subarray(whole.length).toString();
      const name = `quarantine/journal-0001.jsonl.torn-at-${whole.length}`;
      const kept = await readFile(join(folder, name), 'utf8').catch(() => '');
      expect([step, inPlace === torn || kept === torn]).toEqual([step, true]);
    }
    expect((await reopen(folder)).events).toEqual([observed(1)]);
  });
});
