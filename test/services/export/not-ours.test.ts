import { appendFile, cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '#cli/answer.ts';
import { runActions } from '#cli/commands/actions.ts';
import { runBinder } from '#cli/commands/binder.ts';
import { runExport } from '#cli/commands/export.ts';
import type { ExportTarget } from '#core/actions/exports/export-file.ts';
import { playExercise } from '#services/exercise/play-exercise.ts';
import { documentNames } from '#services/export/document-names.ts';
import { stageDocuments } from '#services/export/stage-documents.ts';
import { ownFile } from '#services/own-files.ts';
import { shelveSampleRunbooks } from '#services/runbooks/sample-runbooks.ts';
import { realDisk } from '#services/saving/files.ts';
import { describeWorkspace } from '#services/saving/workspace.ts';
import { newWorkspace, openMuster } from '../../support/open-muster.ts';
import { readTree } from '../../support/read-tree.ts';

const exercise = '2026-q1-data-breach';
let workspace: string;
let folder: string;
let out: string;

beforeAll(async () => {
  workspace = await newWorkspace();
  await shelveSampleRunbooks(describeWorkspace(workspace), () => {});
  const played = await playExercise({
    scenarioFile: ownFile('scenarios/q1-data-breach.yaml'),
    capturesFile: ownFile('scenarios/samples/q1-data-breach.captures.yaml'),
    out: join(workspace, 'out'),
    workspace,
    tell: () => {},
  });
  if ('problems' in played) throw new Error(played.problems.join(' '));
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-not-ours-'));
  out = join(folder, 'out');
  await cp(join(workspace, 'out'), out, { recursive: true });
});

const exportTo = (to: string) => runExport({ exercise, out: to, workspace, json: false });
const bindTo = (file: string) => runBinder({ exercise, out: file, pdf: false, workspace, json: false });
const handOn = (target: ExportTarget, dueField?: string) =>
  runActions({
    ...{ target, dueField, out, workspace, status: 'all', overdue: false, samples: true, bom: false, json: false },
  });

/** Refused, with nothing in the folder touched. */
async function refuses(name: string, write: () => Promise<Answer>) {
  const before = await readTree(folder);
  const { exitCode, stdout, stderr } = await write();
  expect([exitCode, stdout]).toEqual([1, '']);
  expect(stderr).toContain(`${name} in ${out} was not written by Muster, so it stays. Nothing was written there.`);
  expect(await readTree(folder)).toEqual(before);
}

describe('A file that Muster did not write', () => {
  // What an export puts in place, without composing it a dozen times; the exports themselves follow below.
  it.each([...documentNames, 'runbooks/RB-04.md'])('named %s is not replaced by an export', async (name) => {
    const names = [...documentNames, 'runbooks/RB-04.md'];
    const documents = names.map(async (one) => [one, await readFile(join(workspace, 'out', one))] as const);
    await writeFile(join(out, name), 'what somebody wrote');
    const before = await readTree(folder);
    const staged = await stageDocuments(realDisk, out, new Map(await Promise.all(documents)));
    const message = `${name} in ${out} was not written by Muster, so it stays.`;
    expect(staged).toMatchObject({ ok: false, problem: { message } });
    expect(await readTree(folder)).toEqual(before);
  });

  it('that is a Word file of somebody else is not replaced either, nor is an original runbook', async () => {
    const theirs = (await readFile(join(out, 'post-mortem.docx'))).subarray(0, 500);
    await writeFile(join(out, 'post-mortem.docx'), zipSync({ 'docProps/core.xml': theirs }));
    await refuses('post-mortem.docx', () => exportTo(out));
    await cp(join(workspace, 'out/post-mortem.docx'), join(out, 'post-mortem.docx'));
    await cp(ownFile('scenarios/samples/runbooks/RB-04/4.2.md'), join(out, 'runbooks/RB-04.md'));
    await refuses('runbooks/RB-04.md', () => exportTo(out));
  });

  it('is not taken away as the PDF of an earlier report', async () => {
    await writeFile(join(out, 'post-mortem.pdf'), '%PDF-1.7 of somebody else');
    expect(await exportTo(out)).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(out, 'post-mortem.pdf'), 'utf8')).toBe('%PDF-1.7 of somebody else');
  });

  it('is not replaced by a binder, whatever it is a zip of', async () => {
    const file = join(out, 'evidence.zip');
    for (const bytes of [Buffer.from('notes'), zipSync({ 'manifest.json': Buffer.from('{"format":"other"}') })]) {
      await writeFile(file, bytes);
      await refuses('evidence.zip', () => bindTo(file));
    }
  });

  it.each([
    ['csv', 'action-register.csv'],
    ['jira', 'jira.csv'],
    ['azure', 'azure-boards.csv'],
    ['gitlab', 'gitlab.csv'],
    ['github', 'issues.jsonl'],
    ['github', 'create-issues.sh'],
  ] as const)('is not replaced by actions for %s: %s', async (target, name) => {
    expect(await handOn(target)).toMatchObject({ exitCode: 0 });
    await writeFile(join(out, name), 'Summary,Notes\r\nmine,kept\r\n');
    await refuses(name, () => handOn(target));
  });

  it('is named in the window, which has no other folder to give', async () => {
    const muster = await openMuster(workspace);
    const mine = join(workspace, 'documents', exercise, 'timeline.csv');
    const write = () => muster.ask.write_documents({ exercise, pdf: false });
    expect(await write()).toMatchObject({ ok: true });
    await writeFile(mine, 'mine');
    expect(await write()).toEqual({
      ok: false,
      problem: {
        code: 'not_ours',
        message: `timeline.csv in ${dirname(mine)} was not written by Muster, so it stays.`,
        hint: 'Nothing was written there. Move it away or give it another name.',
      },
    });
    expect(await readFile(mine, 'utf8')).toBe('mine');
    await muster.close();
  });
});

describe('What Muster wrote itself', () => {
  it('is replaced, also where somebody added to it', async () => {
    const before = await readTree(out);
    for (const name of ['timeline.csv', 'runbook-changes.diff', 'runbooks/RB-04.md'])
      await appendFile(join(out, name), '\nadded');
    expect(await exportTo(out)).toMatchObject({ exitCode: 0 });
    expect(await readTree(out)).toEqual(before);
  });

  it('is replaced as a binder and as exports for trackers, with another field for the date too', async () => {
    const file = join(out, 'evidence.zip');
    await writeFile(file, '');
    for (let times = 0; times < 2; times += 1) expect(await bindTo(file)).toMatchObject({ exitCode: 0 });
    for (const target of ['csv', 'jira', 'azure', 'gitlab', 'github'] as const)
      for (let times = 0; times < 2; times += 1) expect(await handOn(target)).toMatchObject({ exitCode: 0 });
    expect(await handOn('azure', 'Target Date')).toMatchObject({ exitCode: 0 });
  });
});
