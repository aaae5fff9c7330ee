import { cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runExport } from '#cli/commands/export.ts';
import { runMetrics } from '#cli/commands/metrics.ts';
import { runVerify } from '#cli/commands/verify.ts';
import { readExercise } from '#services/exercise/open-exercise.ts';
import { playExercise } from '#services/exercise/play-exercise.ts';
import { musterHere } from '../support/muster.ts';

const fixtures = join(import.meta.dirname, '../fixtures/acceptance');
const scenarioFile = join(fixtures, 'exercise.scenario.yaml');
const capturesFile = join(fixtures, 'exercise.captures.yaml');
const exercise = '2026-exercise-scenario';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-folders-'));
  await writeFile(join(folder, 'a-file'), 'here first');
  await playExercise({
    scenarioFile,
    capturesFile,
    out: join(folder, 'out'),
    workspace: join(folder, 'ws'),
    tell: () => {},
  });
  await cp(join(folder, 'ws'), join(folder, 'damaged'), { recursive: true });
  const journal = join(folder, 'damaged/exercises', exercise, 'journal-0001.jsonl');
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('projector failure', 'projector falters'));
});

describe('A folder that cannot be written', () => {
  test.each([
    ['the workspace', 'a-file', 'new-out', 'workspace', 'a-file', 'part of the path is a file', '--workspace'],
    [
      'part of the workspace',
      'a-file/ws',
      'new-out',
      'workspace',
      'a-file/ws',
      'part of the path is a file',
      '--workspace',
    ],
    ['the output folder', 'new-ws', 'a-file', 'output folder', 'a-file', 'there is a file of that name', '--out'],
    [
      'a folder of the system',
      'new-ws',
      '/proc/muster',
      'output folder',
      '/proc/muster',
      'part of the path does not exist',
      '--out',
    ],
    [
      'part of the output folder',
      'new-ws',
      'a-file/out',
      'output folder',
      'a-file/out',
      'part of the path is a file',
      '--out',
    ],
  ])('is named with the reason when it is %s', async (_, workspace, out, what, path, reason, flag) => {
    const played = await playExercise({
      scenarioFile,
      capturesFile,
      out: resolve(folder, out),
      workspace: join(folder, workspace),
      tell: () => {},
    });
    expect(played).toEqual({
      problems: [expect.stringContaining(`The ${what} ${resolve(folder, path)} cannot be used: ${reason}`)],
    });
    expect(played).toEqual({ problems: [expect.stringContaining(`Choose another folder with ${flag} DIR.`)] });
    expect(await readFile(join(folder, 'a-file'), 'utf8')).toBe('here first');
    expect(await readdir(folder)).not.toContain('new-ws');
  });
});

describe('A damaged journal', () => {
  const where = ['--workspace', () => join(folder, 'damaged')] as const;
  const run = (...words: string[]) => musterHere(...words, where[0], where[1]());

  test('is named with file, line and time by verify', async () => {
    const { code, stdout } = await run('verify', exercise, '--json');
    expect([code, JSON.parse(stdout)]).toEqual([
      1,
      {
        ok: false,
        damage: [{ file: 'journal-0001.jsonl', line: 12, time: '2026-11-19T09:30:00.000Z', kind: 'changed' }],
        problems: [`${exercise}: journal-0001.jsonl:12: changed (near 2026-11-19T09:30:00.000Z)`],
      },
    ]);
    const all = JSON.parse((await run('verify', '--all', '--json')).stdout);
    expect(all).toMatchObject({ ok: false, problems: JSON.parse(stdout).problems });
  });

  test('gives no documents, and export says where it is damaged', async () => {
    const out = join(folder, 'export-of-damage');
    const { code, stdout, stderr } = await run('export', exercise, '--out', out);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`The journal of ${exercise} is damaged at journal-0001.jsonl, line 12 (changed).`);
    expect(await readdir(folder)).not.toContain('export-of-damage');
  });

  test('gives no figures, and metrics says where it is damaged', async () => {
    const { code, stdout, stderr } = await run('metrics', exercise, '--json');
    expect([code, JSON.parse(stdout)]).toEqual([1, { ok: false, problems: [stderr.trimEnd()] }]);
    expect(stderr).toContain('is damaged at journal-0001.jsonl, line 12 (changed)');
  });

  test.each([
    ['its last line cut', (text: string) => text.slice(0, -40)],
    ['its last line gone', (text: string) => text.replace(/[^\n]*\n$/, '')],
    ['nothing in it', () => ''],
  ])('with %s gives no documents either', async (what, damage) => {
    const workspace = join(folder, what);
    await cp(join(folder, 'ws'), workspace, { recursive: true });
    const journal = join(workspace, 'exercises', exercise, 'journal-0001.jsonl');
    await writeFile(journal, damage(await readFile(journal, 'utf8')));
    const read = await readExercise(workspace, exercise);
    expect(read).toMatchObject({
      ok: true,
      value: { damage: [{ file: 'journal-0001.jsonl', kind: 'behind_anchor' }] },
    });
  });

  test('of another exercise is named by verify, and gives neither documents nor figures', async () => {
    const workspace = join(folder, 'renamed');
    await cp(join(folder, 'ws/exercises', exercise), join(workspace, 'exercises/2026-renamed'), { recursive: true });
    const where = { exercise: '2026-renamed', workspace, json: true };
    const verified = await runVerify(where);
    expect([verified.exitCode, JSON.parse(verified.stdout)]).toEqual([
      1,
      {
        ok: false,
        damage: [{ file: 'journal-0001.jsonl', line: 1, time: null, kind: 'other_exercise' }],
        problems: ['2026-renamed: journal-0001.jsonl:1: other exercise'],
      },
    ]);
    for (const run of [runExport({ ...where, out: join(folder, 'renamed-out') }), runMetrics(where)])
      expect(await run).toMatchObject({
        exitCode: 1,
        stdout: '',
        stderr: expect.stringContaining('at journal-0001.jsonl, line 1 (other_exercise)'),
      });
    expect(await readdir(folder)).not.toContain('renamed-out');
  });

  test('whose script was changed too is named by its script', async () => {
    await mkdir(join(folder, 'other'), { recursive: true });
    await cp(join(folder, 'ws'), join(folder, 'other'), { recursive: true });
    await writeFile(join(folder, 'other/exercises', exercise, 'script.yaml'), 'id: x\n');
    const { code, stderr } = await musterHere('metrics', exercise, '--workspace', join(folder, 'other'));
    expect(code).toBe(1);
    expect(stderr).toContain('script.yaml was changed after the exercise');
  });
});
