import { hash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { playDemo } from '#services/exercise/play-demo.ts';
import { playExercise } from '#services/exercise/play-exercise.ts';
import { lockWorkspace } from '#services/saving/workspace-lock.ts';
import { scorecardNames } from '#services/scorecard/scorecard-names.ts';
import { musterHere } from '../../support/muster.ts';

let played: string;
let out: string;
beforeAll(async () => {
  played = await mkdtemp(join(tmpdir(), 'muster-demo-'));
  expect(await playDemo(played, () => {})).not.toHaveProperty('problems');
}, 60_000);
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'muster-again-'));
  await cp(played, out, { recursive: true });
});
afterEach(() => rm(out, { recursive: true }));

async function readTree(): Promise<readonly string[]> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(files.sort().map(async (file) => `${file}: ${hash('sha256', await readFile(file))}`));
}

test('A demo writes the scorecard of the sample month, with what its exercises say beside the figures', async () => {
  expect((await readdir(join(out, 'scorecard-2026-10'))).toSorted()).toEqual([...scorecardNames].toSorted());
  const { figures, readiness, history } = JSON.parse(
    await readFile(join(out, 'scorecard-2026-10/scorecard.json'), 'utf8'),
  );
  expect(figures).toMatchObject({
    controls_health: { compliant: 6, in_scope: 11 },
    vulnerability: { missed: 5, cohort: 9 },
  });
  expect(readiness).toMatchObject({
    last_exercise: { id: '2026-q3-insider-threat' },
    quarter: 'Q4 2026',
    quarter_held: false,
  });
  expect(history).toHaveLength(11);
});

describe('A demo over an earlier demo', () => {
  test('replaces it, with what a crash left of it', async () => {
    for (const left of [
      '2026-q1-data-breach/timeline.csv.5f.tmp',
      'workspace/registers/action-items.samples.json.7-a.tmp',
      'workspace/quarantine/action-items.samples.json',
      'workspace/exercises/.2026-q2-ransomware.1073741824-0c4f3f3e-8f3f-4d0f-9d5a-4a0b8c1d2e3f.tmp/journal-0001.jsonl',
      'workspace/exercises/2026-q2-ransomware/quarantine/journal-0001.jsonl.torn-at-99',
    ]) {
      await mkdir(dirname(join(out, left)), { recursive: true });
      await writeFile(join(out, left), 'half');
    }
    const { ino } = await stat(join(out, 'workspace'));
    expect(await playDemo(out, () => {})).not.toHaveProperty('problems');
    expect((await stat(join(out, 'workspace'))).ino).toBe(ino); // it is what is held meanwhile
    expect((await readTree()).filter((file) => file.endsWith(hash('sha256', 'half')))).toEqual([]);
  }, 60_000);

  test.each([
    ['2026-q2-ransomware/', 'note.txt'],
    ['scorecard-2026-10/', 'note.txt'],
    ['2026-q2-ransomware/more/', 'timeline.csv'],
    ['workspace/', 'note.txt'],
    ['workspace/exercises/2026-q1-data-breach-2/', 'script.yaml'],
    ['workspace/exercises/2026-q1-data-breach/', 'note.txt'],
    ['workspace/registers/', 'action-items.json'],
    ['workspace/registers/', 'action-items.prev.json'],
  ])('refuses to delete what others put into %s: %s', async (folder, name) => {
    const path = `${folder}${name}`;
    const isNewFolder = /-2\/$|more\/$/.test(folder);
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), 'mine');
    const before = await readTree();
    const { code, stdout, stderr } = await musterHere('demo', '--out', out);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`holds ${isNewFolder ? folder : path}, which no demo wrote. Nothing was deleted`);
    expect(await readTree()).toEqual(before);
  });

  test('refuses to delete a real exercise played into its workspace', async () => {
    const acceptance = join(import.meta.dirname, '../../fixtures/acceptance');
    await playExercise({
      scenarioFile: join(acceptance, 'exercise.scenario.yaml'),
      capturesFile: join(acceptance, 'exercise.captures.yaml'),
      workspace: join(out, 'workspace'),
      out: join(out, 'mine'),
      tell: () => {},
    });
    const before = await readTree();
    const refused = await playDemo(out, () => {});
    expect(refused).toEqual({
      problems: [
        expect.stringMatching('workspace/exercises/2026-exercise-scenario/, workspace/registers/action-items.json'),
      ],
    });
    expect(await readTree()).toEqual(before);
  });

  test('follows no link to a folder elsewhere', async () => {
    await rm(join(out, '2026-q3-insider-threat'), { recursive: true });
    await symlink(played, join(out, '2026-q3-insider-threat'));
    expect(await playDemo(out, () => {})).toEqual({ problems: [expect.stringContaining('2026-q3-insider-threat')] });
    expect(await readdir(played)).toContain('workspace');
  });

  test('deletes nothing while another demo holds the workspace, and names that demo', async () => {
    const held = await lockWorkspace(join(out, 'workspace'), 'demo');
    const before = await readTree();
    const { code, stderr } = await musterHere('demo', '--out', out);
    if (held.ok) await held.value.release();
    expect([code, stderr]).toEqual([1, expect.stringContaining(`is held by process ${process.pid} (muster demo)`)]);
    expect(await readTree()).toEqual(before);
  });

  test('holds its workspace as a demo, to the last exercise', async () => {
    const told: string[] = [];
    const running = playDemo(out, () => {}).finally(() => told.push('done'));
    for (let asked = 0; told.length === 0 && asked < 10_000; asked += 1) {
      const other = await lockWorkspace(join(out, 'workspace'), 'play').catch(() => null);
      if (other?.ok) await other.value.release();
      else if (other) told.push(other.problem.message);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(told[0]).toContain(`is held by process ${process.pid} (muster demo) since`);
    await running;
  }, 60_000);
});
