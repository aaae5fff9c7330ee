import { beforeEach, describe, expect, it } from 'vitest';
import { storeAnchor } from '#services/saving/anchor.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { unsyncedDisk } from '../../support/fake-disks.ts';
import { makeJournalFolder, observed, openSample } from '../../support/journal-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await makeJournalFolder();
});

describe('A journal that is being written', () => {
  it('is whole whenever it is verified, although its anchor moves on meanwhile', async () => {
    const { journal } = await openSample(folder, { disk: unsyncedDisk });
    await journal.append([observed(1)]);
    let isDone = false;
    const write = async () => {
      for (let seq = 2; !isDone; seq += 1) {
        await journal.append([observed(seq)]);
        await storeAnchor({ folder, disk: unsyncedDisk }, { seq, h: journal.head() });
      }
    };
    const verify = async () => {
      for (let turn = 1; turn <= 150; turn += 1)
        expect([turn, await verifyJournal(folder)]).toMatchObject([turn, { ok: true }]);
    };
    const writing = write();
    await verify().finally(() => {
      isDone = true;
    });
    await writing;
    await journal.close();
  });
});
