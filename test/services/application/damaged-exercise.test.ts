import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#services/saving/verify-journal.ts';
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

  it('goes on from its last whole entry when told to, and loses nothing that can be read', async () => {
    const { ask, exercise, workspace, before, notices, close } = await damaged();
    expect(need(await ask.open_exercise({ exercise })).salvaged).toBe(1);
    const { recovered, kept } = need(await ask.continue_exercise({ exercise }));
    expect([recovered, kept.length]).toEqual([1, 1]);
    const { events, readOnly, salvaged } = need(await ask.open_exercise({ exercise }));
    expect([readOnly, salvaged]).toEqual([null, null]);
    expect(events.map(({ data }) => ('title' in data ? data.title : 'text' in data ? data.text : ''))).toEqual([
      '',
      'First',
      expect.stringMatching(/damaged and goes on after entry 2: .*journal-0001\.jsonl:4: changed/),
      'Recovered: Third (gap: G3)',
    ]);
    expect(notices.at(-1)?.type === 'room_picture' || notices.some(({ type }) => type === 'clock')).toBe(true);
    need(await ask.give_command({ exercise, command: { type: 'record_gap', title: 'Fourth' }, pressedM: null }));
    await close();
    const folder = join(workspace, 'exercises', exercise);
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 5 });
    const after = await readTree(workspace);
    for (const line of before.filter((entry) => entry.includes('journal-0001'))) expect(after).toContain(line);
    expect(await readFile(kept[0] ?? '')).toEqual(await readFile(join(folder, 'journal-0001.jsonl')));
    const again = await openMuster(workspace);
    expect(need(await again.ask.open_exercise({ exercise })).events).toHaveLength(5);
    await again.close();
  });

  it('goes on with its last entry too, where an editor has taken away the last line end', async () => {
    const { ask, exercise, workspace, close } = await damaged();
    await close();
    const folder = join(workspace, 'exercises', exercise);
    const journal = join(folder, 'journal-0001.jsonl');
    await writeFile(journal, (await readFile(journal, 'utf8')).trimEnd());
    const again = await openMuster(workspace);
    expect(need(await again.ask.open_exercise({ exercise })).salvaged).toBe(1);
    expect(need(await again.ask.continue_exercise({ exercise })).recovered).toBe(1);
    const { events } = need(await again.ask.open_exercise({ exercise }));
    expect(events.at(-1)?.data).toMatchObject({ text: 'Recovered: Third (gap: G3)' });
    await again.close();
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 4 });
    expect(await ask.load_programme({})).toMatchObject({ ok: true });
  });

  it('whose first line alone is damaged goes on with an entry that lacks only its line end', async () => {
    const { exercise, workspace, close } = await damaged(1);
    await close();
    const folder = join(workspace, 'exercises', exercise);
    const journal = join(folder, 'journal-0001.jsonl');
    await writeFile(journal, (await readFile(journal, 'utf8')).trimEnd());
    const again = await openMuster(workspace);
    need(await again.ask.continue_exercise({ exercise }));
    const { events } = need(await again.ask.open_exercise({ exercise }));
    expect(events.map(({ type }) => type).slice(1, 4)).toEqual(Array(3).fill('gap_recorded'));
    await again.close();
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 5 });
  });

  it('cannot go on where nothing of it is whole, and where nothing is wrong', async () => {
    const { ask, exercise, workspace, before, close } = await damaged(2);
    expect(need(await ask.open_exercise({ exercise })).salvaged).toBeNull();
    expect(await ask.continue_exercise({ exercise })).toMatchObject({ problem: { code: 'cannot_continue' } });
    await close();
    expect(await readTree(workspace)).toEqual(before);
    const whole = await openMuster(await newWorkspace());
    need(await whole.ask.fill_plan({ script }));
    const started = need(await whole.ask.start_exercise({ script }));
    expect(await whole.ask.continue_exercise(started)).toMatchObject({ problem: { code: 'cannot_continue' } });
    need(await whole.ask.give_command({ ...started, command: { type: 'record_gap', title: 'x' }, pressedM: null }));
    await whole.close();
  });

  it('whose last whole lines are gone goes on, and the anchor no longer asks for them', async () => {
    const { ask, exercise, workspace, close } = await damaged();
    await close();
    const folder = join(workspace, 'exercises', exercise);
    const journal = join(folder, 'journal-0001.jsonl');
    const lines = (await readFile(journal, 'utf8')).split('\n');
    await writeFile(journal, `${lines.slice(0, 3).join('\n')}\n`);
    const again = await openMuster(workspace);
    expect(need(await again.ask.open_exercise({ exercise })).readOnly).not.toBeNull();
    expect(need(await again.ask.continue_exercise({ exercise })).recovered).toBe(0);
    need(await again.ask.give_command({ exercise, command: { type: 'record_gap', title: 'On' }, pressedM: null }));
    await again.close();
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 4 });
    expect(await ask.load_programme({})).toMatchObject({ ok: true });
  });

  it('whose first line alone is damaged shows every entry, and goes on with all of them', async () => {
    const { ask, exercise, workspace, close } = await damaged(1);
    const before = need(await ask.open_exercise({ exercise }));
    expect(before.readOnly).toContain('journal-0001.jsonl, line 1');
    expect(before.events.map(({ type }) => type)).toEqual(['exercise_started', ...Array(3).fill('gap_recorded')]);
    expect(need(await ask.continue_exercise({ exercise })).recovered).toBe(0);
    need(await ask.give_command({ exercise, command: { type: 'record_gap', title: 'On' }, pressedM: null }));
    await close();
    expect(await verifyJournal(join(workspace, 'exercises', exercise))).toMatchObject({ ok: true, events: 6 });
  });

  it('whose script was saved anew by an editor is shown whole, for reading only', async () => {
    const { workspace, exercise, ask, close } = await damaged(2); // its journal is mended below
    await close();
    const folder = join(workspace, 'exercises', exercise);
    const lines = (await readFile(join(folder, 'journal-0001.jsonl'), 'utf8')).split('\n');
    lines[1] = lines[1]?.replace('":"x', '":"') ?? '';
    await writeFile(join(folder, 'journal-0001.jsonl'), lines.join('\n'));
    const script = await readFile(join(folder, 'script.yaml'), 'utf8');
    await writeFile(join(folder, 'script.yaml'), `${script}\n`);
    const again = await openMuster(workspace);
    const { events, readOnly } = need(await again.ask.open_exercise({ exercise }));
    expect([events.length, readOnly]).toEqual([4, expect.stringContaining('The script is not the one')]);
    expect(await again.ask.continue_exercise({ exercise })).toMatchObject({ problem: { code: 'cannot_continue' } });
    await again.close();
    expect(await ask.load_programme({})).toMatchObject({ ok: true });
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
