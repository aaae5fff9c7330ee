import { mkdir, mkdtemp, readdir, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runExport } from '#cli/commands/export.ts';
import { playExercise } from '#services/exercise/play-exercise.ts';

const acceptance = join(import.meta.dirname, '../../fixtures/acceptance');
let folder: string;
let workspace: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-out-'));
  workspace = join(folder, 'ws');
});

const play = (out: string) =>
  playExercise({
    scenarioFile: join(acceptance, 'exercise.scenario.yaml'),
    capturesFile: join(acceptance, 'exercise.captures.yaml'),
    workspace,
    out,
    tell: () => {},
  });

describe('An output folder', () => {
  test.each(['exercises', 'exercises/new', 'registers', 'registers/a/b'])(
    'in the %s of the workspace is refused by a play, and nothing is written',
    async (below) => {
      expect(await play(join(workspace, below))).toEqual({
        problems: [expect.stringContaining(`lies in the workspace's own ${below.split('/')[0]}. Nothing was written`)],
      });
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test('in the folder of an exercise is refused by an export, by a link too', async () => {
    expect(await play(join(folder, 'out'))).not.toHaveProperty('problems');
    const exercise = '2026-exercise-scenario';
    const own = join(workspace, 'exercises', exercise);
    await symlink(join(workspace, 'exercises'), join(folder, 'link'));
    const before = await readdir(workspace, { recursive: true });
    for (const out of [own, join(folder, 'link/new'), join(folder, 'out/../ws/registers')]) {
      const { exitCode, stdout, stderr } = await runExport({ exercise, out, workspace, json: false });
      expect([exitCode, stdout, stderr]).toEqual([1, '', expect.stringContaining("lies in the workspace's own")]);
    }
    expect(await readdir(workspace, { recursive: true })).toEqual(before);
  });

  test('beside them is fine, whatever its name', async () => {
    await mkdir(workspace);
    for (const out of ['exercises-out', '..registers', 'out'])
      expect(await play(join(workspace, out))).not.toHaveProperty('problems');
  });
});
