import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { holdFolder } from '#services/saving/hold-folder.ts';

it('A folder held as a workspace keeps nobody from an exercise that has its place since, and the other way round', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-hold-'));
  const workspace = await holdFolder(folder, 'demo');
  const exercise = await holdFolder(folder, null);
  if ('holder' in workspace || 'holder' in exercise) throw new Error('one of them was taken for the other');
  expect(await holdFolder(folder, 'serve')).toMatchObject({ holder: expect.stringContaining('(muster demo)') });
  expect(await holdFolder(folder, null)).toMatchObject({ holder: expect.stringContaining(`process ${process.pid}`) });
  await workspace.release();
  await exercise.release();
  const again = await holdFolder(folder, null);
  expect(again).toHaveProperty('release');
  if ('release' in again) await again.release();
});
