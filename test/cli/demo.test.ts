import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runDemo } from '#cli/commands/demo.ts';

describe('muster demo', () => {
  it('says that it does not use the workspace it was given', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'muster-demo-')), 'file');
    await writeFile(file, ''); // no folder can be made there, so nothing is played
    const { exitCode, stderr } = await runDemo({ out: file, json: false, workspace: '/home/ops/Muster' });
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/^--workspace \/home\/ops\/Muster is not used: .* of its own/),
    ]);
    expect((await runDemo({ out: file, json: false })).stderr).not.toContain('--workspace');
  });
});
