import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreBackup } from '#services/backup/restore-backup.ts';
import { realDisk } from '#services/saving/files.ts';
import { openJournal } from '#services/saving/journal.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { type Backed, backUpTo, makeBackedWorkspace, passThrough } from '../../support/backup-workspace.ts';
import { createFaultyDisk, diskError } from '../../support/fake-disks.ts';
import { exercise, observed, scriptSha256 } from '../../support/journal-folder.ts';
import { need } from '../../support/open-muster.ts';

const openAgain = ({ journalFolder: folder }: Backed, disk = realDisk) =>
  openJournal({ folder, exercise, scriptSha256, disk });

describe('A backup made while an exercise is captured', () => {
  it('is whole and holds everything that was acknowledged before it began', async () => {
    const backed = await makeBackedWorkspace(1);
    const { journal } = await openAgain(backed);
    let acknowledged = 1;
    let isOver = false;
    const capturing = (async () => {
      while (!isOver) {
        await journal.append([observed(acknowledged + 1)]);
        acknowledged += 1;
      }
    })();
    for (let round = 0; round < 12; round += 1) {
      const before = acknowledged;
      const { file } = need(await backUpTo(backed.workspace, join(backed.root, 'b')));
      const folder = join(backed.root, `r${round}`);
      expect(need(await restoreBackup({ file, folder })).notices).toEqual([]);
      const verified = await verifyJournal(join(folder, 'exercises', exercise));
      expect(verified.ok && verified.events).toBeGreaterThanOrEqual(before);
    }
    isOver = true;
    await capturing;
    await journal.close();
    expect(acknowledged).toBeGreaterThan(20);
  });

  it('never has an anchor ahead of its journal, also where a new segment begins in the middle', async () => {
    let isOver = false;
    for (let at = 1; !isOver; at += 2) {
      const backed = await makeBackedWorkspace(2);
      await writeFile(join(backed.journalFolder, 'a.txt'), 'stands before the anchor');
      let isFailing = false;
      const failing = createFaultyDisk({
        before: (call, path) => {
          if (!isFailing || call !== 'datasync' || !path.includes('journal-')) return;
          isFailing = false;
          throw diskError('EIO');
        },
      });
      const { journal } = await openAgain(backed, failing);
      const roll = async () => {
        isFailing = true;
        await journal.append([observed(3)]);
        await journal.append([observed(4)]);
        await journal.close(); // stores the anchor, too
      };
      let writes = 0;
      const disk = createFaultyDisk({
        before: async (call) => {
          writes += call === 'write' ? 1 : 0;
          if (call === 'write' && writes === at) await roll();
        },
      });
      const restored = await passThrough(backed, { disk });
      expect(await verifyJournal(join(restored, 'exercises', exercise))).toMatchObject({ ok: true });
      isOver = writes < at;
      if (isOver) await journal.close();
    }
  });

  it('ends at the last whole line where a line is being written', async () => {
    const backed = await makeBackedWorkspace(3);
    const { journal } = await openAgain(backed);
    await journal.append([observed(4)]);
    const path = join(backed.journalFolder, 'journal-0001.jsonl');
    const handle = await realDisk.open(path, 'r+');
    const { size } = await handle.stat();
    let at = size;
    const half = Buffer.from('{"seq":5,"t":"');
    await handle.write(half, 0, half.length, at);
    const growing = setInterval(() => {
      at += half.length;
      void handle.write(half, 0, half.length, at);
    }, 20);
    const restored = await passThrough(backed);
    clearInterval(growing);
    expect(await verifyJournal(join(restored, 'exercises', exercise))).toMatchObject({ ok: true, events: 4 });
    await handle.close();
    await journal.close().catch(() => {});
  });
});
