import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openApplication } from '#services/application/application.ts';
import { playExercise } from '#services/exercise/play-exercise.ts';
import { ownFile } from '#services/own-files.ts';
import { need, newWorkspace, openMuster, silentShell } from '../../support/open-muster.ts';
import { readTree } from '../../support/read-tree.ts';

const acceptance = (name: string) => ownFile('test/fixtures/acceptance', name);

describe('A workspace that is open', () => {
  it('is opened by no second application, and played into by nobody; not one byte is written', async () => {
    const workspace = await newWorkspace();
    const first = await openMuster(workspace);
    const before = await readTree(workspace);
    const second = await openApplication({ workspace, shell: silentShell, purpose: 'test' });
    expect(second).toMatchObject({ ok: false, problem: { code: 'workspace_held' } });
    const played = await playExercise({
      scenarioFile: acceptance('exercise.scenario.yaml'),
      capturesFile: acceptance('exercise.captures.yaml'),
      workspace,
      out: join(await newWorkspace(), 'out'),
      tell: () => {},
    });
    expect(played).toMatchObject({ problems: [expect.stringContaining('(muster test)')] });
    expect(await readTree(workspace)).toEqual(before);
    await first.close();
  });
});

describe('A workspace that is closed', () => {
  it('has all of its open exercises on the disk, with the anchor of the last entry', async () => {
    const workspace = await newWorkspace();
    const { ask, close } = await openMuster(workspace);
    need(await ask.fill_plan({ script: 'q2-ransomware' }));
    const { exercise } = need(await ask.start_exercise({ script: 'q2-ransomware' }));
    const command = { type: 'record_observation', kind: 'fact', text: 'The last one' } as const;
    const { position } = need(await ask.give_command({ exercise, command, pressedM: null }));
    await close();
    const anchor = JSON.parse(await readFile(join(workspace, 'exercises', exercise, 'anchor.json'), 'utf8'));
    expect(anchor.content.seq).toBe(position);
  });
});
