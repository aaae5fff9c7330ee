import { chmod, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWorkspace, makeWorkspace, probeWorkspace } from '#services/saving/workspace.ts';
import { countTrials } from '../support/faults/count-trials.ts';
import { documentNames, openGenerations } from '../support/faults/documents.ts';
import { canMount, mountSmall } from '../support/faults/mount.ts';
import { exercise, observed, observedUpTo, openSample, reopen, script } from '../support/journal-folder.ts';
import { readTree } from '../support/read-tree.ts';
import { withoutPrivilege } from '../support/without-privilege.ts';

const trials = countTrials('10', import.meta.filename, 2);

/** A workspace with an exercise of two entries and every document. */
async function fillWorkspace(workspace: string): Promise<string> {
  const folder = join(workspace, 'exercises', exercise);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'script.yaml'), script);
  await reopen(folder, observedUpTo(2));
  for (const name of documentNames) await (await openGenerations(name, workspace, () => {})).save(1);
  return folder;
}

async function setModes(workspace: string, folderMode: number, fileMode: number): Promise<void> {
  await chmod(workspace, folderMode);
  for (const entry of await readdir(workspace, { recursive: true, withFileTypes: true }))
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? folderMode : fileMode);
}

/** Nothing there can be written: everything is read, every refusal names the path, and no byte changes. */
async function checkOnlyRead(workspace: string, reason: string): Promise<void> {
  const folder = join(workspace, 'exercises', exercise);
  const probed = await probeWorkspace(describeWorkspace(workspace));
  expect(probed).toMatchObject({
    ok: false,
    problem: {
      message: `The workspace ${workspace} cannot be used: ${reason}.`,
      hint: expect.stringContaining('Choose another folder with --workspace DIR.'),
    },
  });
  const { events, readOnly, journal } = await openSample(folder);
  expect(events).toEqual(observedUpTo(2));
  expect(readOnly).toBe(
    `${folder}/journal-0001.jsonl could not be written: ${reason}. It is open for reading only; see to the disk or the folder and start Muster again.`,
  );
  await expect(journal.append([observed(3)])).rejects.toThrow(
    `${folder}/journal-0001.jsonl could not be written: ${reason}`,
  );
  await journal.close();
  for (const name of documentNames) {
    const opened = await openGenerations(name, workspace, () => {});
    expect(await opened.read()).toBe(1);
    await expect(opened.save(2)).rejects.toThrow(`could not be saved: ${reason}. What it held before is intact.`);
  }
  const made = await makeWorkspace(join(workspace, 'new/place'));
  expect(made).toMatchObject({ ok: false, problem: { hint: expect.stringContaining('--workspace DIR') } });
  await expect(openSample(join(workspace, 'exercises/2026-new'))).rejects.toThrow(
    `2026-new could not be used: ${reason}`,
  );
  trials.count('folders');
}

describe('Row 10, a folder that cannot be written', () => {
  it('by this user is read, is named with the reason, and another one is offered', async () => {
    const workspace = await mkdtemp(join(tmpdir(), 'read-only-'));
    await fillWorkspace(workspace);
    await setModes(workspace, 0o555, 0o444);
    await withoutPrivilege(() => checkOnlyRead(workspace, 'it may not be written by you (EACCES)'));
    await setModes(workspace, 0o755, 0o644);
    expect((await reopen(join(workspace, 'exercises', exercise))).readOnly).toBeNull();
  });

  it.runIf(canMount)('because its disk is read-only is read, and named with the reason', async () => {
    const disk = await mountSmall('size=1m');
    try {
      await fillWorkspace(disk.folder);
      const before = await readTree(disk.folder);
      expect(disk.makeReadOnly()).toBe(true);
      await checkOnlyRead(disk.folder, 'its disk is read-only (EROFS)');
      expect(await readTree(disk.folder)).toEqual(before);
      disk.makeWritable();
      const { journal } = await openSample(join(disk.folder, 'exercises', exercise));
      await journal.append([observed(3)]);
      disk.makeReadOnly(); // refused while the journal is open: somebody may write
      await journal.append([observed(4)]);
      await journal.close();
    } finally {
      disk.unmount();
    }
  });
});
