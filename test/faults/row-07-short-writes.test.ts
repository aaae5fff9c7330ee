import { dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDocuments } from '../support/faults/check-documents.ts';
import { checkOrder, checkSaved } from '../support/faults/check-saved.ts';
import { countTrials, isDeep } from '../support/faults/count-trials.ts';
import { documentNames, makeDocumentsWorkspace } from '../support/faults/documents.ts';
import { type Prepared, prepareFaults } from '../support/faults/prepare-faults.ts';
import { runChild, tryEach } from '../support/faults/run-child.ts';
import { makeJournalFolder } from '../support/journal-folder.ts';

const trials = countTrials('7', import.meta.filename, 8);

let captures: Prepared;
let documents: Prepared;
beforeAll(async () => {
  [captures, documents] = await Promise.all([prepareFaults('save-captures.ts'), prepareFaults('save-documents.ts')]);
});

/** Three of each document. */
const generations = 3 * documentNames.length;

describe('Row 7, a disk that takes half of every write', { timeout: 300_000 }, () => {
  // A header and eight entries; how many writes come after them is a matter of time.
  const which = isDeep
    ? [...Array.from({ length: 9 }, (_, index) => `${index + 1}`), '1+']
    : ['1', '2', '5', '9', '1+'];

  it('gets the rest of every entry, and nothing is said about it', async () => {
    await tryEach(which, async (nth) => {
      const folder = await makeJournalFolder();
      const { saved, failures, injected, calls } = await runChild(
        captures,
        [folder],
        [`any|${dirname(folder)}|1|NONE`, `write|${folder}|${nth}|SHORT`],
      );
      expect([nth, saved, failures]).toEqual([nth, [1, 2, 3, 4, 5, 6, 7, 8], []]);
      expect(injected.length).toBeGreaterThan(nth === '1+' ? 20 : 0);
      checkOrder(calls, nth);
      await checkSaved(trials, folder, 8, nth);
      trials.count('runs of captures');
    });
  });

  // libuv writes the rest of a short write itself; only where that fails too does Node say how much was taken.
  it('and fails at the rest gets it at the next attempt', async () => {
    for (const nth of [2, 4]) {
      const folder = await makeJournalFolder();
      const faults = [`write|${folder}/journal|${nth}|SHORT`, `write|${folder}/journal|${nth + 1}|EIO`];
      const { saved, failures, injected } = await runChild(captures, [folder], faults);
      expect([nth, saved, failures, injected.length]).toEqual([nth, [1, 2, 3, 4, 5, 6, 7, 8], [], 2]);
      await checkSaved(trials, folder, 8, `${nth}`);
      trials.count('runs of captures');
    }
    const workspace = await makeDocumentsWorkspace();
    const rules = [`write|${workspace}/reg|1|SHORT`, `write|${workspace}/reg|2|EIO`];
    const { said, injected } = await runChild(documents, [workspace], rules);
    expect([said.filter(({ generation }) => generation !== undefined).length, injected.length]).toEqual([
      generations,
      2,
    ]);
    await checkDocuments(trials, workspace, said, 'the first register');
    trials.count('runs of documents');
  });

  it('gets the rest of every document', async () => {
    await tryEach(['1', '4', '1+'], async (nth) => {
      const workspace = await makeDocumentsWorkspace();
      const { said, injected } = await runChild(documents, [workspace], [`write|${workspace}|${nth}|SHORT`]);
      expect(said.filter(({ generation }) => generation !== undefined)).toHaveLength(generations);
      expect(injected.length).toBeGreaterThan(0);
      await checkDocuments(trials, workspace, said, nth);
      trials.count('runs of documents');
    });
  });
});
