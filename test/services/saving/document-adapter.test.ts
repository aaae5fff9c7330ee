import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createDocumentAdapter, DamagedDocument } from '#services/saving/document-adapter.ts';
import { NewerDocument } from '#services/saving/document-format.ts';
import { openDocument } from '#services/saving/open-document.ts';
import { createFaultyDisk, diskError, unsyncedDisk } from '../../support/fake-disks.ts';
import { createForgetfulDisk } from '../../support/forgetful-disk.ts';

const schema = z.strictObject({ title: z.string() });

let folder: string;
let faults: Parameters<typeof createFaultyDisk>[0];
let notices: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'document-'));
  faults = {};
  notices = [];
});

const path = () => join(folder, 'register.json');
const document = (disk = createFaultyDisk(faults)) =>
  createDocumentAdapter({
    path: path(),
    schema,
    quarantineFolder: join(folder, 'quarantine'),
    disk,
    tell: (notice) => void notices.push(notice),
  });

async function writeTitles(...titles: readonly string[]): Promise<void> {
  for (const title of titles) await document().write({ title });
}

/** More than any process has for a number. */
const gone = 2 ** 30;

describe('A document', () => {
  test('is nothing before it is first written, and then what was written last', async () => {
    expect(await document().read()).toBeNull();
    await writeTitles('first', 'second');
    expect(await document().read()).toEqual({ title: 'second' });
    expect(notices).toEqual([]);
  });

  test('with any one byte changed gives the version before it, keeps the bytes and says so', async () => {
    await writeTitles('first', 'second');
    const whole = await readFile(path());
    for (const byte of whole.keys()) {
      const damaged = Buffer.from(whole);
      damaged[byte] = (damaged[byte] ?? 0) ^ 0x10;
      await writeFile(path(), damaged);
      await rm(join(folder, 'quarantine'), { recursive: true, force: true });
      const read = await document(unsyncedDisk).read();
      const isHarmless = read?.title === 'second'; // a line end became another blank
      if (isHarmless) expect([0x0a, 0x20]).toContain(whole[byte]);
      else expect([byte, read]).toEqual([byte, { title: 'first' }]);
      if (!isHarmless) expect(await readFile(join(folder, 'quarantine/register.json'))).toEqual(damaged);
    }
    expect(notices.at(-1)).toMatch(
      /register\.json is damaged; its bytes are kept in .*quarantine.register\.json\. The version saved before it is used\.$/,
    );
  });

  test.each([
    ['empty', ''],
    ['no JSON', '{"format":1,'],
    ['not UTF-8', Buffer.from([0xff, 0xfe, 0x00])],
    ['of another shape', '{"format":1,"sha256":"","content":{}}'],
  ])('that is %s and has none before it is an error in words, and its bytes are kept', async (_, bytes) => {
    await writeFile(path(), bytes);
    await expect(document().read()).rejects.toThrow(DamagedDocument);
    await expect(document().read()).rejects.toThrow('restore it from a backup');
    expect(await readFile(join(folder, 'quarantine/register.json'))).toEqual(Buffer.from(bytes));
  });

  test('that is gone gives the version before it and says so', async () => {
    await writeTitles('first', 'second');
    await rm(path());
    expect(await document().read()).toEqual({ title: 'first' });
    expect(notices).toEqual([expect.stringContaining('is missing. The version saved before it is used.')]);
  });

  test('that is damaged never replaces the good version before it', async () => {
    await writeTitles('first', 'second');
    await writeFile(path(), 'damaged');
    await writeTitles('third');
    await writeFile(path(), 'damaged again');
    expect(await document().read()).toEqual({ title: 'first' });
  });

  test('of a newer format is neither read nor written over', async () => {
    const newer = '{"format":2,"of":"tomorrow"}';
    await writeFile(path(), newer);
    await expect(document().read()).rejects.toThrow(NewerDocument);
    await expect(document().write({ title: 'old' })).rejects.toThrow('made by a newer version of Muster');
    expect(await readFile(path(), 'utf8')).toBe(newer);
    expect(await readdir(folder)).toEqual(['register.json']);
  });

  test('is damaged where its format is a number no version ever wrote', async () => {
    await document().write({ title: 'first' });
    const whole = await readFile(path(), 'utf8');
    await writeFile(path(), whole.replace('"format": 1', '"format": 0'));
    await expect(document().read()).rejects.toThrow('is damaged');
  });

  test('sweeps what a process that is gone left, and nothing else', async () => {
    const own = randomUUID();
    const name = basename(path());
    await writeFile(`${path()}.${gone}-${own}.tmp`, 'half');
    const others = [`${name}.${process.pid}-${own}.tmp`, `${name}.mine.tmp`, `other.json.${gone}-${own}.tmp`];
    for (const other of others) await writeFile(join(folder, other), 'of somebody else, or being written now');
    await document().read();
    expect((await readdir(folder)).sort()).toEqual(others.sort());
  });
});

describe('Saving a document', () => {
  test('tries again while a virus scanner holds the file', async () => {
    await writeTitles('first');
    let refusals = 3;
    faults.before = (call) => {
      if (call !== 'rename' || refusals === 0) return;
      refusals -= 1;
      throw diskError('EPERM');
    };
    await writeTitles('second');
    expect([refusals, await document().read()]).toEqual([0, { title: 'second' }]);
  });

  test('that the file never allows ends in a clear error, with the old document intact and nothing left over', async () => {
    await writeTitles('first');
    faults.before = (call) => {
      if (call === 'rename') throw diskError('EPERM');
    };
    await expect(document().write({ title: 'second' })).rejects.toThrow(
      `${path()} could not be saved: it may not be written by you (EPERM). What it held before is intact.`,
    );
    delete faults.before;
    expect(await readdir(folder)).toEqual(['register.json']);
    expect(await document().read()).toEqual({ title: 'first' });
  });

  test('on a disk that fills up ends in a clear error, with the old document intact', async () => {
    await writeTitles('first');
    faults.takes = () => 5;
    let writes = 0;
    faults.before = (call) => {
      if (call === 'write') writes += 1;
      if (writes > 1) throw diskError('ENOSPC');
    };
    await expect(document().write({ title: 'second' })).rejects.toThrow('its disk is full (ENOSPC)');
    faults = {};
    expect(await document().read()).toEqual({ title: 'first' });
  });

  test('to a disk that takes a few bytes at a time writes all of them', async () => {
    faults.takes = (length) => Math.min(length, 3);
    await writeTitles('first');
    expect(await document().read()).toEqual({ title: 'first' });
  });

  test('is done only once a power cut cannot take it', async () => {
    for (const title of ['first', 'second', 'third']) {
      const { disk, cutPower } = createForgetfulDisk(folder);
      await document(disk).write({ title });
      cutPower();
      expect(await document().read()).toEqual({ title });
    }
    expect(notices).toEqual([]);
  });

  test('leaves the old or the new document wherever it fails and the power is cut', async () => {
    await writeTitles('first', 'second');
    for (let step = 1, isDone = false; !isDone; step += 1) {
      const { disk, cutPower } = createForgetfulDisk(folder);
      let calls = 0;
      faults = {
        under: disk,
        before: () => {
          calls += 1;
          if (calls >= step) throw diskError('EIO');
        },
      };
      const title = `try ${step}`;
      isDone = await document()
        .write({ title })
        .then(
          () => true,
          () => false,
        );
      cutPower();
      faults = {};
      const read = await document().read();
      expect([step, [title, `try ${step - 1}`, 'second'].includes(read?.title ?? '')]).toEqual([step, true]);
      await writeTitles('second');
    }
    expect(notices).toEqual([]);
  });
});

describe('An open document', () => {
  test('shows a change only once it is on the disk', async () => {
    await writeTitles('first');
    const opened = await openDocument(document(), { title: '' });
    faults.before = (call) => {
      if (call === 'sync') throw diskError('EIO');
    };
    const change = opened.change((draft) => {
      draft.title = 'second';
    });
    await expect(change).rejects.toThrow('its disk reports an error');
    expect(opened.get()).toEqual({ title: 'first' });
    delete faults.before;
    await opened.change((draft) => {
      draft.title += ', changed';
    });
    expect(opened.get()).toEqual({ title: 'first, changed' });
    expect(await document().read()).toEqual({ title: 'first, changed' });
  });

  test('takes changes asked for at once one after another', async () => {
    const opened = await openDocument(document(), { title: '' });
    const letters = [...'abcdefgh'];
    await Promise.all(
      letters.map((letter) =>
        opened.change((draft) => {
          draft.title += letter;
        }),
      ),
    );
    expect(await document().read()).toEqual({ title: 'abcdefgh' });
  });
});
