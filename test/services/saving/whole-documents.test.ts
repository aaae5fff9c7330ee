import { hash } from 'node:crypto';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createDocumentAdapter, DamagedDocument } from '#services/saving/document-adapter.ts';
import { type Disk, realDisk } from '#services/saving/files.ts';
import { createFaultyDisk } from '../../support/fake-disks.ts';
import { createForgetfulDisk } from '../../support/forgetful-disk.ts';

const schema = z.strictObject({ title: z.string() });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whole-'));
});

const document = (disk: Disk = realDisk, path = join(folder, 'register.json')) =>
  createDocumentAdapter({ path, schema, quarantineFolder: join(folder, 'quarantine'), disk, tell: () => {} });

describe('A document of another shape', () => {
  it('is damaged, although its hash is right', async () => {
    const content = { title: 7 };
    const sha256 = hash('sha256', JSON.stringify(content));
    await writeFile(join(folder, 'register.json'), JSON.stringify({ format: 1, sha256, content }));
    await expect(document().read()).rejects.toThrow(DamagedDocument);
  });

  it('is never written', async () => {
    await expect(document().write({ title: 7 } as never)).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('Saving a document', () => {
  it('is refused by a disk that takes no byte, and ends', async () => {
    const disk = createFaultyDisk({ takes: () => 0 });
    await expect(document(disk).write({ title: 'first' })).rejects.toThrow('The disk takes no more bytes');
  });

  it('that the disk shortened without a word is not called saved, and the old one stays', async () => {
    await document().write({ title: 'first' });
    await expect(document(forgettingWrites).write({ title: 'second' })).rejects.toThrow('kept fewer bytes');
    expect(await document().read()).toEqual({ title: 'first' });
  });

  it('writes over no file that is there already', async () => {
    const taken: string[] = [];
    const disk: Disk = {
      ...realDisk,
      open: async (path, flags, mode) => {
        if (path.endsWith('.tmp')) {
          await writeFile(path, 'theirs');
          taken.push(path);
        }
        return realDisk.open(path, flags, mode);
      },
    };
    await expect(document(disk).write({ title: 'first' })).rejects.toThrow('there is a file of that name (EEXIST)');
    expect(taken).toHaveLength(1);
  });

  it('begins nothing in the place of a workspace that is gone', async () => {
    const gone = join(folder, 'gone');
    await expect(
      document(realDisk, join(gone, 'registers', 'register.json')).write({ title: 'first' }),
    ).rejects.toThrow('part of the path does not exist');
    expect(await readdir(folder)).toEqual([]);
  });

  it('in a folder made for it is safe from a power cut', async () => {
    const { disk, cutPower } = createForgetfulDisk(folder);
    const path = join(folder, 'registers', 'register.json');
    await document(disk, path).write({ title: 'first' });
    cutPower();
    expect(await readFile(path, 'utf8')).toContain('first');
  });
});

/** Says that it wrote all, and wrote all but the last byte. */
const forgettingWrites: Disk = {
  ...realDisk,
  open: async (path, flags, mode) => {
    const handle = await realDisk.open(path, flags, mode);
    return {
      ...handle,
      write: async (bytes, offset, length, position) => {
        await handle.write(bytes, offset, length - 1, position);
        return { bytesWritten: length };
      },
    };
  },
};
