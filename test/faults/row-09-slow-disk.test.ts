import { dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkOrder, checkSaved } from '../support/faults/check-saved.ts';
import { countTrials, isDeep } from '../support/faults/count-trials.ts';
import { type Prepared, prepareFaults } from '../support/faults/prepare-faults.ts';
import { runChild, tryEach } from '../support/faults/run-child.ts';
import { makeJournalFolder } from '../support/journal-folder.ts';

const trials = countTrials('9', import.meta.filename, 5);

let captures: Prepared;
beforeAll(async () => {
  captures = await prepareFaults('save-captures.ts');
});

const delays = isDeep ? [500, 1_500, 5_000] : [1_500];
const slow = ['write', 'fdatasync', 'fsync', 'open', 'rename'].flatMap((op) => delays.map((ms) => [op, ms] as const));

describe('Row 9, a slow disk', { timeout: 300_000 }, () => {
  it('acknowledges no entry before the disk has answered, and meanwhile the process lives', async () => {
    await tryEach(slow, async ([op, ms]) => {
      const folder = await makeJournalFolder();
      const isOfJournal = op === 'write' || op === 'fdatasync';
      const rule = isOfJournal ? `${op}|${folder}/journal|3|DELAY${ms}` : `${op}|${folder}|1|DELAY${ms}`;
      const { said, saved, injected, calls } = await runChild(
        captures,
        [folder],
        [`any|${dirname(folder)}|1|NONE`, rule],
      );
      const trial = `${op} ${ms} ms`;
      expect([trial, injected.length, saved]).toEqual([trial, 1, [1, 2, 3, 4, 5, 6, 7, 8]]);
      const waits = new Map(said.flatMap((line) => (line.saved ? [[line.saved, Number(line.ms)] as const] : [])));
      if (isOfJournal) expect([trial, Number(waits.get(2)) >= ms - 10]).toEqual([trial, true]);
      const worst = Number(said.at(-1)?.worst);
      expect([trial, worst, worst < ms / 2]).toEqual([trial, worst, true]);
      checkOrder(calls, trial);
      await checkSaved(trials, folder, 8, trial);
      trials.count('runs with a delay');
    });
  });
});
