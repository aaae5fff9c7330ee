import { beforeAll, describe, expect, it } from 'vitest';
import { checkDocuments } from '../support/faults/check-documents.ts';
import { checkSaved } from '../support/faults/check-saved.ts';
import { countTrials } from '../support/faults/count-trials.ts';
import { documentNames, makeDocumentsWorkspace } from '../support/faults/documents.ts';
import { type Prepared, prepareFaults } from '../support/faults/prepare-faults.ts';
import { runChild } from '../support/faults/run-child.ts';
import { makeJournalFolder } from '../support/journal-folder.ts';

const trials = countTrials('11', import.meta.filename, 7);

let captures: Prepared;
let documents: Prepared;
beforeAll(async () => {
  [captures, documents] = await Promise.all([prepareFaults('save-captures.ts'), prepareFaults('save-documents.ts')]);
});

/** Three of each document. */
const generations = 3 * documentNames.length;

describe('Row 11, a rename that is refused', { timeout: 300_000 }, () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])('three times with %s is tried again, and nobody hears of it', async (error) => {
    const workspace = await makeDocumentsWorkspace();
    const { said, injected, failures } = await runChild(documents, [workspace], [`rename|${workspace}|2-4|${error}`]);
    expect([injected.length, failures]).toEqual([3, []]);
    expect(said.filter(({ generation }) => generation !== undefined)).toHaveLength(generations);
    await checkDocuments(trials, workspace, said, error);
    trials.count('runs');
  });

  it('for ever ends in a clear error with the old document intact and nothing left over', async () => {
    const workspace = await makeDocumentsWorkspace();
    const rule = `rename|${workspace}/registers/action-items.json|2+|EPERM`;
    const { said, injected, failures } = await runChild(documents, [workspace], [rule]);
    expect(injected.length).toBe(22); // eleven attempts for each of two generations
    const told = expect.stringMatching(
      /registers\/action-items\.json could not be saved: it may not be written by you \(EPERM\)\. What it held before is intact\.$/,
    );
    expect(failures).toEqual([told, told]);
    await checkDocuments(trials, workspace, said, 'for ever');
    trials.count('runs');
  });

  it('for another reason is not tried again', async () => {
    const workspace = await makeDocumentsWorkspace();
    const { injected, failures, said } = await runChild(documents, [workspace], [`rename|${workspace}|1|EIO`]);
    expect([injected.length, failures.length]).toEqual([1, 1]);
    await checkDocuments(trials, workspace, said, 'EIO');
    trials.count('runs');
  });

  it.each(['1-3', '1+'])('of the anchor (%s) keeps no entry from being saved', async (which) => {
    const folder = await makeJournalFolder();
    const { saved, said, injected } = await runChild(captures, [folder], [`rename|${folder}/anchor|${which}|EBUSY`]);
    expect([injected.length >= 3, saved]).toEqual([true, [1, 2, 3, 4, 5, 6, 7, 8]]);
    const notices = said.flatMap(({ notice }) => (notice ? [String(notice)] : []));
    const told = expect.stringMatching(
      /anchor\.json could not be saved: another program is using it .*The entries themselves are saved\.$/,
    );
    expect(notices).toEqual(which === '1+' ? [told, told] : []);
    await checkSaved(trials, folder, 8, which);
    trials.count('runs');
  });
});
