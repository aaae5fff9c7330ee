import { mkdir, mkdtemp, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runExport } from '#cli/commands/export.ts';
import { timelineColumns } from '#core/report/timeline.ts';
import { playExercise } from '#services/exercise/play-exercise.ts';
import { documentNames } from '#services/export/document-names.ts';
import { stageDocuments } from '#services/export/stage-documents.ts';
import type { Disk } from '#services/saving/files.ts';
import { createFaultyDisk, type DiskCall, diskError } from '../support/fake-disks.ts';
import { checkSaved } from '../support/faults/check-saved.ts';
import { countTrials } from '../support/faults/count-trials.ts';
import { documentPaths, openGenerations, documentNames as savedNames } from '../support/faults/documents.ts';
import { canMount, mountSmall } from '../support/faults/mount.ts';
import { exercise, observed, openSample, script } from '../support/journal-folder.ts';
import { newWorkspace } from '../support/open-muster.ts';

const trials = countTrials('40, 41', import.meta.filename, 40);
const acceptance = (name: string) => join(import.meta.dirname, '../fixtures/acceptance', name);
const played = '2026-exercise-scenario';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
  const done = await playExercise({
    scenarioFile: acceptance('exercise.scenario.yaml'),
    capturesFile: acceptance('exercise.captures.yaml'),
    out: join(workspace, 'out'),
    workspace,
    tell: () => {},
  });
  if ('problems' in done) throw new Error(done.problems.join(' '));
});

const older = new Map(['one.docx', 'two.csv', 'three.json'].map((name) => [name, `older ${name}`]));
const newer = new Map(['one.docx', 'two.csv', 'three.json', 'four.csv'].map((name) => [name, `newer ${name}`]));

async function exportTo(out: string, disk: Disk, documents = newer) {
  const staged = await stageDocuments(disk, out, documents, { isOurs: () => true });
  return staged.ok ? staged.value.put() : staged;
}

const readAll = async (folder: string) =>
  new Map(
    await Promise.all(
      (await readdir(folder)).map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
    ),
  );

describe('Row 40, an export that fails', { timeout: 300_000 }, () => {
  const faults: readonly (readonly [DiskCall, string, string])[] = [
    ['open', 'EACCES', 'it may not be written by you'],
    ['write', 'ENOSPC', 'its disk is full'],
    ['write', 'EDQUOT', 'its disk quota is used up'],
    ['sync', 'EIO', 'its disk reports an error'],
    ['rename', 'EPERM', 'it may not be written by you'],
    ['rename', 'EBUSY', 'another program is using it'],
  ];
  it.each(faults)(
    'at any %s with %s leaves the set that was there, no half file, and says why',
    async (call, code, reason) => {
      for (let nth = 1; ; nth += 1) {
        const out = await mkdtemp(join(tmpdir(), 'export-'));
        for (const [name, text] of older) await writeFile(join(out, name), text);
        let count = 0;
        const before = (made: DiskCall) => {
          if (made !== call) return;
          count += 1;
          if (count === nth) throw diskError(code);
        };
        const outcome = await exportTo(out, createFaultyDisk({ before }));
        if (count < nth) {
          expect(await readAll(out)).toEqual(new Map([...newer].sort()));
          expect(nth).toBeGreaterThan(4);
          return;
        }
        const because = `${reason} (${code}).`;
        const folder = `The output folder ${out} cannot be used: ${because}`;
        const file = [...older.keys()][nth - 1]; // renamed in this order; what is new has no older one to replace
        const isReplacing = call === 'rename' && file !== undefined;
        const message = isReplacing ? `${file} in ${out} could not be replaced: ${because}` : folder;
        expect([nth, outcome]).toEqual([nth, { ok: false, problem: expect.objectContaining({ message }) }]);
        expect([nth, await readAll(out)]).toEqual([nth, new Map([...older].sort())]);
        trials.count('exports that fail');
      }
    },
  );

  it.runIf(canMount)('to a full disk leaves nothing half there, and takes nothing from the exercise', async () => {
    const disk = await mountSmall('size=64k');
    try {
      const where = { exercise: played, workspace, json: false };
      const older = `${timelineColumns.join(',')}\r\nolder`;
      await writeFile(join(disk.folder, 'timeline.csv'), older);
      const failed = await runExport({ ...where, out: disk.folder });
      expect([failed.exitCode, failed.stdout]).toEqual([1, '']);
      expect(failed.stderr).toContain(`The output folder ${disk.folder} cannot be used: its disk is full (ENOSPC).`);
      expect(await readAll(disk.folder)).toEqual(new Map([['timeline.csv', older]]));
      const out = join(workspace, 'out-again');
      expect((await runExport({ ...where, out })).exitCode).toBe(0);
      expect(await readdir(out)).toEqual([...documentNames].sort());
      trials.count('exports that fail');
    } finally {
      disk.unmount();
    }
  });
});

describe('Row 41, a folder that is gone in the middle of an exercise', () => {
  async function begin(root: string) {
    const folder = join(root, 'exercises', exercise);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'script.yaml'), script);
    const { journal } = await openSample(folder);
    await journal.append([observed(1)]);
    const documents = await Promise.all(
      savedNames.map(async (name) => [name, await openGenerations(name, root, () => {})] as const),
    );
    for (const [, document] of documents) await document.save(1);
    return { folder, journal, documents };
  }

  it('because it was moved takes nothing new, begins nothing in its place, and goes on once it is back', async () => {
    const root = await newWorkspace();
    const { folder, journal, documents } = await begin(root);
    await rename(root, `${root}-away`);
    await expect(journal.append([observed(2)])).rejects.toThrow(
      'could not be written: it was moved or removed while it was open',
    );
    expect(journal.trouble()).toContain('it was moved or removed');
    for (const [, document] of documents)
      await expect(document.save(2)).rejects.toThrow('could not be saved: part of the path does not exist');
    expect(await stat(root).catch(() => null)).toBeNull();
    await rename(`${root}-away`, root);
    await journal.append([observed(2), observed(3)]);
    for (const [name, document] of documents) {
      await document.save(3);
      expect(await (await openGenerations(name, root, () => {})).read()).toBe(3);
    }
    await journal.close();
    await checkSaved(trials, folder, 3, 'moved and back');
    trials.count('folders gone');
  });

  it.runIf(canMount)(
    'because its disk was pulled begins nothing in the empty place, and what was saved is on it',
    async () => {
      const disk = await mountSmall('size=1m');
      const { journal, documents } = await begin(disk.folder);
      disk.unmount(); // still open, so it only leaves the path
      await expect(journal.append([observed(2)])).rejects.toThrow('it was moved or removed while it was open');
      for (const [, document] of documents)
        await expect(document.save(2)).rejects.toThrow('part of the path does not exist');
      expect(await readdir(disk.folder)).toEqual([]);
      await journal.close();
      expect(Object.keys(documentPaths)).toHaveLength(documents.length);
      trials.count('folders gone');
    },
  );

  it.each(['the file', 'its folder'])(
    'because %s was deleted is told, and nothing else is called saved',
    async (what) => {
      const root = await newWorkspace();
      const { folder, journal } = await begin(root);
      await rename(what === 'the file' ? join(folder, 'journal-0001.jsonl') : folder, join(root, 'deleted'));
      await expect(journal.append([observed(2)])).rejects.toThrow('it was moved or removed while it was open');
      await journal.close();
      trials.count('folders gone');
    },
  );
});
