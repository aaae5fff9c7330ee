import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Disk } from '#services/saving/files.ts';
import { createFaultyDisk, diskError } from '../../support/fake-disks.ts';
import { createForgetfulDisk } from '../../support/forgetful-disk.ts';
import {
  makeJournalFolder,
  observed,
  observedUpTo,
  openSample,
  reopen,
  segmentPath,
} from '../../support/journal-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await makeJournalFolder();
});

const torn = '{"seq":2,"t":"2026';

describe('A power cut after the opening that followed a crash', () => {
  it('takes no segment whose name the crash left in memory only', async () => {
    const { disk, cutPower } = createForgetfulDisk(folder);
    await reopen(folder, [observed(1)]); // by a run whose folder was never synced, as far as this disk knows
    const { journal, events } = await openSample(folder, { disk });
    expect(events).toEqual([observed(1)]);
    cutPower();
    expect((await reopen(folder)).events).toEqual([observed(1)]);
    await journal.close();
  });

  it('takes no quarantined tail that the crash left unsynced', async () => {
    await reopen(folder, [observed(1)]);
    const at = (await readFile(segmentPath(folder))).length;
    await writeFile(segmentPath(folder), torn, { flag: 'a' });
    await mkdir(join(folder, 'quarantine'));
    const { disk, cutPower } = createForgetfulDisk(folder);
    const copy = join(folder, 'quarantine', `journal-0001.jsonl.torn-at-${at}`);
    await writeFile(copy, torn); // written by the run that crashed, and still in memory
    await reopen(folder, [], { disk });
    cutPower();
    expect(await readFile(copy, 'utf8')).toBe(torn);
  });
});

describe('A journal', () => {
  it('is closed only once what is being saved is on the disk', async () => {
    let isSynced = false;
    const { journal } = await openSample(folder, { disk: slowDisk(() => (isSynced = true)) });
    const append = journal.append([observed(1)]);
    await journal.close();
    expect(isSynced).toBe(true);
    await append;
  });

  it('saves nothing that waits behind an entry which the disk refused', async () => {
    let isFull = true;
    const disk = createFaultyDisk({
      before: (call, path) => {
        if (call !== 'write' || !path.endsWith('.jsonl') || isFull !== hasHeader) return;
        isFull = false;
        throw diskError('ENOSPC');
      },
    });
    let hasHeader = false;
    const { journal } = await openSample(folder, { disk });
    hasHeader = true;
    const answers = await Promise.allSettled(observedUpTo(3).map((event) => journal.append([event])));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await journal.append([observed(1)]);
    await journal.close();
    expect((await reopen(folder)).events).toEqual([observed(1)]);
  });

  it('has its anchor within two seconds, while it stays open', async () => {
    const { journal } = await openSample(folder);
    await journal.append([observed(1)]);
    await expect
      .poll(() => readFile(join(folder, 'anchor.json'), 'utf8').catch(() => ''), { timeout: 2_500 })
      .toContain('"seq": 1');
    await journal.close();
  });
});

/** Takes 100 ms for every entry. */
function slowDisk(synced: () => void): Disk {
  let isOpen = false;
  return createFaultyDisk({
    before: async (call, path) => {
      if (call !== 'datasync' || !path.endsWith('.jsonl')) return;
      if (isOpen) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        synced();
      }
      isOpen = true; // the first one is of the header
    },
  });
}
