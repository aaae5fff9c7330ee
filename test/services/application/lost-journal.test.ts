import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runVerify } from '#cli/commands/verify.ts';
import { need, newWorkspace, openMuster } from '../../support/open-muster.ts';
import { readTree } from '../../support/read-tree.ts';

const script = 'q2-ransomware';
let whole: string;
let exercise: string;
beforeAll(async () => {
  whole = await newWorkspace();
  const { ask, close } = await openMuster(whole);
  need(await ask.fill_plan({ script }));
  exercise = need(await ask.start_exercise({ script })).exercise;
  const command = { type: 'record_gap', title: 'First' } as const;
  need(await ask.give_command({ exercise, command, pressedM: null }));
  await close();
});

const spoilt: readonly (readonly [what: string, spoil: (path: string) => Promise<void>])[] = [
  ['gone', (path) => rm(path)],
  ['empty', (path) => truncate(path)],
  ['zero-filled', async (path) => writeFile(path, Buffer.alloc((await readFile(path)).length))],
];

describe('An exercise whose journal and anchors are', () => {
  it.each(spoilt)(
    '%s is opened for reading only, with the words of verify, and nothing is begun in it',
    async (_, spoil) => {
      const workspace = await newWorkspace();
      await cp(whole, workspace, { recursive: true });
      const folder = join(workspace, 'exercises', exercise);
      for (const name of await readdir(folder)) if (/^(journal|anchor)/.test(name)) await spoil(join(folder, name));
      const journals = async () => (await readTree(workspace)).filter((line) => line.includes('journal'));
      const before = await journals();
      const said = await runVerify({ exercise, workspace, json: false });
      expect([said.exitCode, said.stderr]).toEqual([1, expect.stringContaining('journal-0001.jsonl:1: missing')]);
      const { ask, close } = await openMuster(workspace);
      expect(need(await ask.load_programme({})).exercises[0]?.trouble).toContain('journal-0001.jsonl:1: missing');
      const { readOnly, salvaged, events } = need(await ask.open_exercise({ exercise }));
      expect([readOnly, salvaged, events]).toEqual([
        expect.stringContaining('journal-0001.jsonl, line 1 (missing)'),
        null,
        [],
      ]);
      expect(await ask.continue_exercise({ exercise })).toMatchObject({ problem: { code: 'cannot_continue' } });
      await close();
      expect(await journals()).toEqual(before);
      expect((await runVerify({ exercise, workspace, json: false })).stderr).toBe(said.stderr);
    },
  );
});
