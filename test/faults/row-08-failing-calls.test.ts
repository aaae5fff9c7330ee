import { dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFaultyDisk, type DiskCall, diskError, unsyncedDisk } from '../support/fake-disks.ts';
import { runSessions } from '../support/faults/capture-sessions.ts';
import { checkDocuments } from '../support/faults/check-documents.ts';
import { checkOrder, checkSaved } from '../support/faults/check-saved.ts';
import { countTrials, isDeep } from '../support/faults/count-trials.ts';
import { makeDocumentsWorkspace } from '../support/faults/documents.ts';
import { type Prepared, prepareFaults } from '../support/faults/prepare-faults.ts';
import { createDice, seed } from '../support/faults/random.ts';
import { type Call, listSaved, runChild, type Said, tryEach } from '../support/faults/run-child.ts';
import { makeJournalFolder } from '../support/journal-folder.ts';

const trials = countTrials('8', import.meta.filename, 120);

let captures: Prepared;
let documents: Prepared;
beforeAll(async () => {
  [captures, documents] = await Promise.all([prepareFaults('save-captures.ts'), prepareFaults('save-documents.ts')]);
});

/** What was not saved is said in words, with the file, and what the disk reports. */
function checkWords(said: readonly Said[], trial: string): void {
  for (const { failed } of said)
    if (failed !== undefined)
      expect([trial, failed]).toEqual([
        trial,
        expect.stringMatching(/\/.*: (its disk reports an error|.*for reading only)/),
      ]);
}

async function checkCaptures(folder: string, said: readonly Said[], calls: readonly Call[], trial: string) {
  checkOrder(calls, trial);
  checkWords(said, trial);
  await checkSaved(trials, folder, Math.max(0, ...listSaved(said)), trial);
}

const ops = ['open', 'write', 'fdatasync', 'fsync', 'rename', 'mkdir'];

describe('Row 8, calls that fail', { timeout: 900_000 }, () => {
  it('on a disk that reports an error acknowledge nothing that is not saved; an error that passes loses nothing', async () => {
    const faults: [op: string, which: string][] = [];
    const whole = await makeJournalFolder();
    const { calls } = await runChild(captures, [whole], [`any|${whole}|1|NONE`]);
    for (const op of ops) {
      const count = calls.filter((call) => call.op === op).length;
      for (let nth = 1; nth <= count; nth += 1) faults.push([op, `${nth}`], [op, `${nth}+`]);
    }
    const roll = createDice('failing calls');
    const chosen = isDeep ? faults : faults.filter(() => roll(6) === 0);
    await tryEach(chosen, async ([op, which]) => {
      const folder = await makeJournalFolder();
      const ran = await runChild(captures, [folder], [`any|${dirname(folder)}|1|NONE`, `${op}|${folder}|${which}|EIO`]);
      const trial = `seed ${seed}, ${op} ${which}`;
      expect([trial, ran.injected.length > 0]).toEqual([trial, true]);
      if (!which.endsWith('+')) expect([trial, ran.saved.at(-1)]).toEqual([trial, 8]); // one error, and all is saved in the end
      await checkCaptures(folder, ran.said, ran.calls, trial);
      trials.count('runs with failing calls');
    });
  });

  it.each([
    [
      'a write fails and its beginning cannot be cut off',
      ['write|journal-0001|4|SHORT', 'write|journal-0001|5-6|EIO', 'ftruncate|journal-0001|1+|EIO'],
    ],
    ['a sync fails and the line cannot be cut off', ['fdatasync|journal-0001|3|EIO', 'ftruncate|journal-0001|1+|EIO']],
    ['every sync of the first segment fails', ['fdatasync|journal-0001|2+|EIO']],
    ['every second segment fails too', ['fdatasync|journal-0001|2+|EIO', 'open|journal-0002|1-2|EIO']],
  ])('lose nothing where %s', async (what, faults) => {
    const folder = await makeJournalFolder();
    const ran = await runChild(captures, [folder], [`any|${dirname(folder)}|1|NONE`, ...faults]);
    expect(ran.injected.length).toBeGreaterThanOrEqual(faults.length);
    expect(ran.saved.at(-1)).toBe(8);
    await checkCaptures(folder, ran.said, ran.calls, what);
    trials.count('runs with failing calls');
  });

  it('leave the old or the new document, and the words say that the old one is intact', async () => {
    const whole = await makeDocumentsWorkspace();
    const { calls } = await runChild(documents, [whole], [`any|${whole}|1|NONE`]);
    const roll = createDice('failing documents');
    const faults = calls.map((_, index) => index + 1).filter(() => isDeep || roll(8) === 0);
    await tryEach(faults, async (nth) => {
      const workspace = await makeDocumentsWorkspace();
      const ran = await runChild(documents, [workspace], [`any|${workspace}|${nth}|EIO`]);
      const trial = `seed ${seed}, ${nth} (${calls[nth - 1]?.op})`;
      expect([trial, ran.injected.length]).toEqual([trial, 1]);
      for (const failed of ran.failures)
        expect(failed).toMatch(
          /could not be saved: its disk reports an error \(EIO\)\. What it held before is intact\./,
        );
      await checkDocuments(trials, workspace, ran.said, trial);
      trials.count('runs of documents');
    });
  });

  const diskCalls: readonly DiskCall[] = [
    'open',
    'write',
    'datasync',
    'sync',
    'stat',
    'truncate',
    'close',
    'rename',
    'unlink',
  ];
  it.each(['once', 'from then on'])(
    'of every kind, failing %s at every place, acknowledge nothing that is not saved',
    async (how) => {
      for (let nth = 1, isThere = true; isThere; nth += 1) {
        const folder = await makeJournalFolder();
        let count = 0;
        let failed = '';
        const before = (call: DiskCall) => {
          if (!diskCalls.includes(call)) return;
          count += 1;
          if (count < nth || (how === 'once' && count > nth)) return;
          failed ||= call;
          throw diskError('EIO');
        };
        const said: Said[] = [];
        const faults: Parameters<typeof createFaultyDisk>[0] = { before, under: unsyncedDisk };
        await runSessions({ folder, disk: createFaultyDisk(faults), say: (what) => said.push({ ...what }) });
        isThere = failed !== '';
        const trial = `${how} at ${nth} (${failed})`;
        if (isThere) trials.count('places in the saving code');
        if (how === 'once') expect([trial, listSaved(said).at(-1)]).toEqual([trial, 8]);
        checkWords(said, trial);
        await checkSaved(trials, folder, Math.max(0, ...listSaved(said)), trial);
      }
    },
  );
});
