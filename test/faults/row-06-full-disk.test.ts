import { cp, mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDocuments } from '../support/faults/check-documents.ts';
import { checkOrder, checkSaved } from '../support/faults/check-saved.ts';
import { countTrials, isDeep } from '../support/faults/count-trials.ts';
import { documentNames, makeDocumentsWorkspace, openGenerations } from '../support/faults/documents.ts';
import { canMount, mountSmall } from '../support/faults/mount.ts';
import { type Prepared, prepareFaults } from '../support/faults/prepare-faults.ts';
import { listSaved, runChild, tryEach } from '../support/faults/run-child.ts';
import {
  exercise,
  makeJournalFolder,
  observed,
  observedUpTo,
  openSample,
  script,
  segmentPath,
} from '../support/journal-folder.ts';

const trials = countTrials('6', import.meta.filename, 5);

let captures: Prepared;
let documents: Prepared;
beforeAll(async () => {
  [captures, documents] = await Promise.all([prepareFaults('save-captures.ts'), prepareFaults('save-documents.ts')]);
});

/** Files until not one byte more goes in. */
async function fill(folder: string): Promise<string> {
  const path = join(folder, 'filler');
  for (let size = 1 << 20; size > 0; size = Math.floor(size / 2)) {
    while (
      await writeFile(path, Buffer.alloc(size), { flag: 'a' }).then(
        () => true,
        () => false,
      )
    );
  }
  return path;
}

describe('Row 6, a full disk', { timeout: 300_000 }, () => {
  it.runIf(canMount)(
    'of one megabyte keeps what was saved, says that it is full and saves all once there is room',
    async () => {
      const disk = await mountSmall('size=1m');
      try {
        const folder = join(disk.folder, exercise);
        await mkdir(folder);
        await writeFile(join(folder, 'script.yaml'), script);
        const notices: string[] = [];
        const { journal } = await openSample(folder, { tell: (notice) => notices.push(notice) });
        let saved = 0;
        for (const event of observedUpTo(3)) await journal.append([event]).then(() => (saved += 1));
        const filler = await fill(disk.folder);
        let failure = '';
        while (failure === '' && saved < 200)
          await journal.append([observed(saved + 1)]).then(
            () => (saved += 1),
            (problem: Error) => (failure = problem.message),
          );
        expect(failure).toMatch(/journal-0001\.jsonl could not be written: its disk is full \(ENOSPC\)\.$/);
        expect(journal.trouble()).toBe(failure);
        const before = await readFile(segmentPath(folder));
        expect(before.subarray(-1).toString()).toBe('\n'); // nothing is left of the line that found no room
        await expect(journal.append([observed(saved + 1)])).rejects.toThrow('its disk is full');
        const copy = await makeJournalFolder();
        await cp(folder, copy, { recursive: true });
        await checkSaved(trials, copy, saved, 'a copy of the full disk');
        await rm(filler);
        await journal.append([observed(saved + 1), observed(saved + 2)]);
        expect(journal.trouble()).toBeNull();
        await journal.close();
        await checkSaved(trials, folder, saved + 2, 'after there was room');
        trials.count('full file systems');
      } finally {
        disk.unmount();
      }
    },
  );

  it.runIf(canMount)(
    'of one megabyte leaves the old documents, and an exercise with a torn tail can still be read',
    async () => {
      const disk = await mountSmall('size=1m');
      try {
        const workspace = disk.folder;
        await mkdir(join(workspace, 'exercises/2026-sample'), { recursive: true });
        const said = documentNames.map((document) => ({ document, generation: 2 }));
        for (const name of documentNames) {
          const opened = await openGenerations(name, workspace, () => {});
          for (const generation of [1, 2]) await opened.save(generation);
        }
        const folder = join(workspace, 'exercises/2026-sample');
        await writeFile(join(folder, 'script.yaml'), script);
        const begun = await openSample(folder);
        await begun.journal.append(observedUpTo(2));
        await begun.journal.close();
        await writeFile(segmentPath(folder), '{"seq":3,"t":', { flag: 'a' });
        const filler = await fill(disk.folder);
        const { bavail } = await statfs(disk.folder);
        expect(bavail).toBe(0);
        for (const name of documentNames) {
          const opened = await openGenerations(name, workspace, () => {});
          await expect(opened.save(3)).rejects.toThrow(
            /could not be saved: its disk is full \(ENOSPC\)\. What it held before is intact\.$/,
          );
        }
        const full = await openSample(folder);
        expect(full.events).toEqual(observedUpTo(2));
        expect(full.readOnly).toMatch(/its disk is full \(ENOSPC\)\. It is open for reading only; see to the disk/);
        await expect(full.journal.append([observed(3)])).rejects.toThrow('its disk is full');
        await full.journal.close();
        await rm(filler);
        await checkDocuments(trials, workspace, said, 'once there was room');
        await checkSaved(trials, folder, 2, 'once there was room');
        trials.count('full file systems');
      } finally {
        disk.unmount();
      }
    },
  );

  it('reported by any call leaves what was saved, and the next save stores all', async () => {
    const whole = await makeJournalFolder();
    const { calls } = await runChild(captures, [whole], [`any|${whole}|1|NONE`]);
    const writes = calls.filter(({ op }) => op === 'write').length;
    const rules = Array.from({ length: writes }, (_, index) => index + 1).flatMap((nth) => [
      [`${nth}`, 'ENOSPC'] as const,
      [`${nth}-${nth + 2}`, 'EDQUOT'] as const,
    ]);
    await tryEach(isDeep ? rules : rules.filter((_, index) => index % 5 === 3), async ([which, error]) => {
      const folder = await makeJournalFolder();
      const rule = [`any|${dirname(folder)}|1|NONE`, `write|${folder}|${which}|${error}`];
      const { said, calls: made, injected, failures } = await runChild(captures, [folder], rule);
      const trial = `write ${which} ${error}`;
      expect([trial, injected.length > 0]).toEqual([trial, true]);
      if (error === 'ENOSPC') expect([trial, listSaved(said).at(-1)]).toEqual([trial, 8]);
      for (const failure of failures)
        expect(failure).toMatch(error === 'ENOSPC' ? 'its disk is full' : 'its disk quota is used up');
      checkOrder(made, trial);
      await checkSaved(trials, folder, Math.max(0, ...listSaved(said)), trial);
      trials.count('runs');
    });
    const workspace = await makeDocumentsWorkspace();
    const rule = `write|${workspace}/registers/action-items.json|2-3|ENOSPC`;
    const ran = await runChild(documents, [workspace], [rule]);
    expect(ran.failures).toEqual([
      expect.stringContaining('its disk is full'),
      expect.stringContaining('its disk is full'),
    ]);
    await checkDocuments(trials, workspace, ran.said, rule);
    trials.count('runs');
  });
});
