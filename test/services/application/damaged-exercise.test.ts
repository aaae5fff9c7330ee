import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { need, newWorkspace, openMuster } from '../../support/open-muster.ts';
import { readTree } from '../../support/read-tree.ts';

const script = 'q2-ransomware';
const where = 'journal-0001.jsonl, line 4';

/** A running exercise whose second capture was changed by another program, opened again. */
async function damaged(line = 4) {
  const workspace = await newWorkspace();
  const first = await openMuster(workspace);
  need(await first.ask.fill_plan({ script }));
  const { exercise } = need(await first.ask.start_exercise({ script }));
  for (const title of ['First', 'Second', 'Third'])
    need(await first.ask.give_command({ exercise, command: { type: 'record_gap', title }, pressedM: null }));
  await first.close();
  const journal = join(workspace, 'exercises', exercise, 'journal-0001.jsonl');
  const lines = (await readFile(journal, 'utf8')).split('\n');
  lines[line - 1] = lines[line - 1]?.replace('":"', '":"x') ?? '';
  await writeFile(journal, lines.join('\n'));
  const before = await readTree(workspace);
  return { workspace, exercise, before, ...(await openMuster(workspace)) };
}

describe('A damaged exercise', () => {
  it('is opened for reading up to the damage, takes nothing, and not one byte on the disk is changed', async () => {
    const { ask, exercise, workspace, before, pictures, close } = await damaged();
    const trouble = async () => need(await ask.load_programme({})).exercises[0]?.trouble;
    expect(await trouble()).toContain('journal-0001.jsonl:4');
    const { events, readOnly, gap } = need(await ask.open_exercise({ exercise }));
    expect(events.map(({ type }) => type)).toEqual(['exercise_started', 'gap_recorded']);
    expect(readOnly).toContain(where);
    expect(gap).toBeNull();
    for (const command of [
      { type: 'record_gap', title: 'Fourth' },
      { type: 'agree_action', item: { title: 'Nobody may have an id for it', type: 'document' } },
      { type: 'end_exercise' },
    ] as const)
      expect(await ask.give_command({ exercise, command, pressedM: null })).toMatchObject({
        problem: { code: 'read_only', message: expect.stringContaining(where) },
      });
    need(await ask.save_draft({ exercise, form: 'gap', draft: 'half' }));
    expect(await ask.write_documents({ exercise })).toMatchObject({
      problem: { code: 'damaged', message: expect.stringContaining(where) },
    });
    expect(await trouble()).toContain(where); // also now that it is open
    expect(pictures.at(-1)).toEqual({ show: 'waiting' });
    await close();
    expect(await readTree(workspace)).toEqual(before);
  });

  it('does not keep another one from being started', async () => {
    const { ask, exercise, application, close } = await damaged();
    need(await ask.open_exercise({ exercise }));
    expect(application.isRunning()).toBe(false);
    const started = need(await ask.start_exercise({ script }));
    expect(started.exercise).not.toBe(exercise);
    await close();
  });

  it.each([1, 2])('is opened for reading although line %i, with which it begins, is the damaged one', async (line) => {
    const { ask, exercise, close } = await damaged(line);
    need(await ask.load_programme({}));
    const { readOnly } = need(await ask.open_exercise({ exercise }));
    expect(readOnly).toContain(`journal-0001.jsonl, line ${line}`);
    await close();
  });
});
