import { chmod, mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '#cli/answer.ts';
import { runExport } from '#cli/commands/export.ts';
import { runMetrics } from '#cli/commands/metrics.ts';
import { runVerify } from '#cli/commands/verify.ts';
import { withoutPrivilege } from '../support/without-privilege.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-unread-'));
  await writeFile(join(folder, 'a-file'), '');
  await symlink('circle', join(folder, 'circle'));
  await mkdir(join(folder, 'no-folder-of-exercises'));
  await writeFile(join(folder, 'no-folder-of-exercises/exercises'), '');
  await mkdir(join(folder, 'empty'));
  await mkdir(join(folder, 'closed/exercises'), { recursive: true });
  await chmod(join(folder, 'closed/exercises'), 0);
  await chmod(folder, 0o755);
});

type Where = { readonly workspace: string; readonly json: boolean };
const commands: readonly (readonly [command: string, run: (where: Where) => Promise<Answer>])[] = [
  ['verify --all', (where) => runVerify({ exercise: null, ...where })],
  ['verify NAME', (where) => runVerify({ exercise: '2026-x', ...where })],
  ['export NAME', (where) => runExport({ exercise: '2026-x', out: join(folder, 'never'), ...where })],
  ['metrics NAME', (where) => runMetrics({ exercise: '2026-x', ...where })],
];
const unread = [
  ['that does not exist', 'nowhere', 'nowhere: it does not exist'],
  ['that is a file', 'a-file', 'a-file: it is a file, not a folder'],
  ['whose links lead in a circle', 'circle', 'circle: its links lead in a circle'],
  ['whose exercises are a file', 'no-folder-of-exercises', 'exercises: it is a file, not a folder'],
] as const;

describe('A workspace', () => {
  describe.each(unread)('%s', (_, name, says) => {
    test.each(commands)('is named with the reason by %s', async (_, run) => {
      for (const json of [false, true]) {
        const { exitCode, stdout, stderr } = await run({ workspace: join(folder, name), json });
        expect([exitCode, stdout]).toEqual([1, '']);
        expect(stderr).toContain(`The workspace cannot be read: ${folder}`);
        expect(stderr).toContain(says);
      }
      expect(await readdir(folder)).not.toContain('never');
      expect(await readdir(folder)).not.toContain('nowhere');
    });
  });

  test('that may not be read is named with the reason', async () => {
    const where = { workspace: join(folder, 'closed'), json: true };
    const { exitCode, stdout, stderr } = await withoutPrivilege(() => runVerify({ exercise: null, ...where }));
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain('closed/exercises: it may not be read by you (EACCES)');
  });

  test('that is there and has no exercises is whole', async () => {
    const empty = join(folder, 'empty');
    const { exitCode, stdout } = await runVerify({ exercise: null, workspace: empty, json: true });
    expect([exitCode, JSON.parse(stdout)]).toEqual([0, { ok: true, exercises: [] }]);
    expect(await runVerify({ exercise: null, workspace: empty, json: false })).toMatchObject({
      exitCode: 0,
      stdout: `There are no exercises in ${empty}.`,
    });
  });
});
