import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runExport } from '#cli/commands/export.ts';
import { runMetrics } from '#cli/commands/metrics.ts';
import { runVerify } from '#cli/commands/verify.ts';
import { playExercise } from '#services/exercise/play-exercise.ts';

const acceptance = join(import.meta.dirname, '../fixtures/acceptance');
const exercise = '2026-exercise-scenario';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-notices-'));
  await playExercise({
    scenarioFile: join(acceptance, 'exercise.scenario.yaml'),
    capturesFile: join(acceptance, 'exercise.captures.yaml'),
    out: join(folder, 'out'),
    workspace: join(folder, 'ws'),
    tell: () => {},
  });
});

/** A copy of the workspace, changed. */
async function change(name: string, edit: (own: string, journal: string) => Promise<void>): Promise<string> {
  const workspace = join(folder, name);
  await cp(join(folder, 'ws'), workspace, { recursive: true });
  const own = join(workspace, 'exercises', exercise);
  await edit(own, join(own, 'journal-0001.jsonl'));
  return workspace;
}

const rewrite = (edit: (text: string) => string) => async (_: string, journal: string) =>
  writeFile(journal, edit(await readFile(journal, 'utf8')));

describe('Verifying a whole journal', () => {
  test.each([
    ['a missing anchor', (own: string) => rm(join(own, 'anchor.json')), 'anchor.json is missing'],
    ['Windows line ends', rewrite((text) => text.replaceAll('\n', '\r\n')), 'has Windows line ends'],
    ['a byte order mark', rewrite((text) => `\uFEFF${text}`), 'begins with a byte order mark'],
    ['a last line without its end', rewrite((text) => text.slice(0, -1)), 'line end of the last entry is missing'],
  ])('tells of %s as a notice, with exit 0', async (name, edit, says) => {
    const where = { exercise, workspace: await change(name, edit) };
    const { exitCode, stdout, stderr } = await runVerify({ ...where, json: true });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, events: 30, notices: [expect.stringContaining(says)] });
    const plain = await runVerify({ ...where, json: false });
    expect(plain).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('30 events, whole and unchanged') });
    expect(plain.stderr.split('\n')).toEqual([expect.stringMatching(`^${exercise}: .*${says}`)]);
    const all = JSON.parse((await runVerify({ ...where, exercise: null, json: true })).stdout);
    expect(all).toMatchObject({ ok: true, exercises: [{ exercise, notices: [expect.stringContaining(says)] }] });
  });

  test('says nothing else where there is nothing to say', async () => {
    const verified = await runVerify({ exercise, workspace: join(folder, 'ws'), json: true });
    expect(Object.keys(JSON.parse(verified.stdout))).toEqual(['ok', 'events', 'head']);
    expect(await runVerify({ exercise, workspace: join(folder, 'ws'), json: false })).toMatchObject({ stderr: '' });
  });

  test('names an unfinished last line, and what becomes of it', async () => {
    const workspace = await change('torn', (_, journal) => appendFile(journal, '{"seq":31,"t'));
    const { exitCode, stdout } = await runVerify({ exercise, workspace, json: true });
    expect([exitCode, JSON.parse(stdout)]).toEqual([
      1,
      {
        ok: false,
        damage: [expect.objectContaining({ line: 32, kind: 'torn' })],
        notices: [expect.stringContaining('the next opening sets it aside')],
        problems: [expect.stringMatching(/journal-0001\.jsonl:32: torn/)],
      },
    ]);
  });
});

describe('A damaged anchor', () => {
  test('is named by verify with exit 1, and is a notice to export and metrics in the same words', async () => {
    const workspace = await change('anchor', (own) => writeFile(join(own, 'anchor.json'), '{"format":1,'));
    const verified = await runVerify({ exercise, workspace, json: false });
    const said = `${exercise}: anchor.json:1: changed`;
    expect(verified).toMatchObject({ exitCode: 1, stderr: said });
    const where = { exercise, workspace, json: true };
    for (const ran of [await runExport({ ...where, out: join(folder, 'anchor-out') }), await runMetrics(where)]) {
      expect(ran).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(said) });
      expect(JSON.parse(ran.stdout)).toBeTypeOf('object');
    }
  });
});
