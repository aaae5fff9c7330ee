import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { runBinder } from '#cli/commands/binder.ts';
import { binderManifestSchema } from '#services/binder/binder-manifest.ts';
import { writeBinder } from '#services/binder/write-binder.ts';
import { readExercise } from '#services/exercise/open-exercise.ts';
import { playExercise } from '#services/exercise/play-exercise.ts';
import { ownFile } from '#services/own-files.ts';
import { newWorkspace } from '../../support/open-muster.ts';

const run = promisify(execFile);
const acceptance = (name: string) => join(import.meta.dirname, '../../fixtures/acceptance', name);
const exercise = '2026-exercise-scenario';
const newFolder = () => mkdtemp(join(tmpdir(), 'muster-binder-'));

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

async function bind(out: string) {
  const answer = await runBinder({ exercise, out, pdf: false, workspace, json: false });
  expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
  return readFile(out);
}

describe('The evidence binder of an exercise', () => {
  it('holds what an auditor asks for, each file with the length and the hash that its manifest says, and nothing besides', async () => {
    const files = unzipSync(await bind(join(await newFolder(), 'evidence.zip')));
    const { 'manifest.json': manifest = new Uint8Array(), ...others } = files;
    const { files: listed, ...told } = binderManifestSchema.parse(JSON.parse(Buffer.from(manifest).toString()));
    const found = Object.entries(others).map(([path, bytes]) => [path, bytes.length, hash('sha256', bytes)]);
    expect(listed.map(({ path, bytes, sha256 }) => [path, bytes, sha256])).toEqual(found);
    expect(found.map(([path]) => path)).toEqual([
      'post-mortem.docx',
      'post-mortem-long.docx',
      'legal-annex.docx',
      'runbook-changes.docx',
      'runbook-changes.diff',
      'action-items.csv',
      'timeline.csv',
      'exercise.json',
      'attendance.csv',
      'feedback-summary.csv',
      'script.yaml',
    ]);
    const read = await readExercise(workspace, exercise);
    if (!read.ok) throw new Error(read.problem.message);
    const { setup, log } = read.value.state;
    expect(told).toMatchObject({ exercise, head: read.value.head, created: log.items.at(-1)?.t });
    expect(hash('sha256', files['script.yaml'] ?? '')).toBe(setup?.scenario.sha256);
    expect(Buffer.from(files['post-mortem.docx'] ?? [])).toEqual(
      await readFile(join(workspace, 'out/post-mortem.docx')),
    );
    expect(Buffer.from(files['feedback-summary.csv'] ?? []).toString()).toContain('no form was given');
    for (const { name } of setup?.participants ?? [])
      expect(Buffer.from(files['attendance.csv'] ?? []).toString()).toContain(name);
  });

  it('is the same, byte for byte, whenever and wherever it is written', async () => {
    const one = await bind(join(await newFolder(), 'one.zip'));
    const out = join(await newFolder(), 'other.zip');
    const words = ['binder', exercise, '--out', out, '--no-pdf', '--workspace', workspace];
    await run(process.execPath, [ownFile('cli/main.ts'), ...words], { env: { ...process.env, TZ: 'Pacific/Apia' } });
    const other = await readFile(out);
    expect(other.equals(one)).toBe(true);
  });

  it('that is stopped leaves the one that was there, and no half file', async () => {
    const folder = await newFolder();
    const out = join(folder, 'evidence.zip');
    const before = await bind(out);
    const read = await readExercise(workspace, exercise);
    if (!read.ok) throw new Error(read.problem.message);
    const stopping = new AbortController();
    const { state, head, folder: own } = read.value;
    const progress = (done: number) => (done === 2 ? stopping.abort() : undefined);
    const stopped = await writeBinder({ state, head, folder: own, out, pdf: false, progress, signal: stopping.signal });
    expect(stopped).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(await readdir(folder)).toEqual(['evidence.zip']);
    expect((await readFile(out)).equals(before)).toBe(true);
  });

  it('goes nowhere inside the workspace’s own folders, and says what --out takes', async () => {
    const out = join(workspace, 'exercises', 'evidence.zip');
    const answer = await runBinder({ exercise, out, pdf: false, workspace, json: false });
    expect(answer.exitCode).toBe(1);
    expect(answer.stderr).toContain('Choose another folder with --out FILE.zip');
  });
});
