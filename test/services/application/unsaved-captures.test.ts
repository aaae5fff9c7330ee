import { appendFile, mkdtemp, readdir, readFile, rename, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WindowCommand } from '#core/exercise/commands.ts';
import { replay } from '#core/exercise/evolve.ts';
import { createUnsavedCaptures } from '#services/application/unsaved-captures.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';

const script = 'q2-ransomware';
const gap = (title: string): WindowCommand => ({ type: 'record_gap', title, evidence: [] });

async function started() {
  const workspace = await newWorkspace();
  const { clock, pass } = handClock();
  const muster = await openMuster(workspace, clock);
  need(await muster.ask.fill_plan({ script }));
  const { exercise } = need(await muster.ask.start_exercise({ script }));
  const give = (command: WindowCommand) => muster.ask.give_command({ exercise, command, pressedM: null });
  const look = async () => need(await muster.ask.open_exercise({ exercise }));
  const away = `${workspace}-away`;
  const lose = () => rename(workspace, away);
  const find = () => rename(away, workspace);
  return { workspace, exercise, give, look, lose, find, pass, clock, ...muster };
}

describe('A capture the disk does not take', () => {
  it('is kept with its time, shown as not saved, and saved first with the next entry, in order', async () => {
    const { give, look, lose, find, pass, notices, close } = await started();
    await lose();
    pass(5);
    expect(await give(gap('First'))).toMatchObject({
      problem: { code: 'kept_unsaved', hint: expect.stringContaining('tried again') },
    });
    pass(2);
    expect(await give(gap('Second'))).toMatchObject({ problem: { code: 'kept_unsaved' } });
    const waiting = [
      { type: 'gap_recorded', minute: 5, text: 'First' },
      { type: 'gap_recorded', minute: 7, text: 'Second' },
    ];
    expect((await look()).unsaved).toMatchObject(waiting);
    expect(notices.findLast(({ type }) => type === 'trouble')).toMatchObject({ type: 'trouble', unsaved: waiting });
    await find();
    pass(3);
    need(await give(gap('Third')));
    const { unsaved, trouble, events } = await look();
    expect([unsaved, trouble]).toEqual([[], null]);
    expect(events.slice(-3).map(({ m, data }) => [m / 60_000, 'title' in data && data.title])).toEqual([
      [5, 'First'],
      [7, 'Second'],
      [10, 'Third'],
    ]);
    expect(notices.findLast(({ type }) => type === 'trouble')).toMatchObject({ trouble: null, unsaved: [] });
    await close();
  });

  it('is saved once when it is tried again many times at once', async () => {
    const { exercise, give, look, lose, find, ask, close } = await started();
    await lose();
    await give(gap('Only once'));
    expect(need(await ask.retry_unsaved({ exercise }))).toEqual({ left: 1 });
    await find();
    const tries = [0, 1, 2].map(() => ask.retry_unsaved({ exercise }));
    await Promise.all([...tries, give(gap('Another'))]);
    const titles = (await look()).events.flatMap(({ data }) => ('title' in data ? [data.title] : []));
    expect(titles).toEqual(['Only once', 'Another']);
    await close();
  });

  it('keeps nothing back that would change the room later, by surprise', async () => {
    const { give, look, lose, find, close } = await started();
    await lose();
    for (const command of [
      { type: 'release_inject', inject: 'Q2-010' },
      { type: 'pause_exercise', reason: 'lunch' },
      { type: 'change_room', show: 'discuss', minutes: 5 },
    ] as WindowCommand[])
      expect(await give(command)).toMatchObject({ problem: { code: 'not_saved' } });
    expect((await look()).unsaved).toEqual([]);
    await find();
    await close();
  });

  it('is an action under its own number once it is saved', async () => {
    const { workspace, give, look, lose, find, close } = await started();
    await lose();
    const action = { type: 'agree_action', item: { title: 'Write a list' } } as WindowCommand;
    expect(await give(action)).toMatchObject({ problem: { code: 'kept_unsaved' } });
    await find();
    need(await give(gap('After')));
    expect((await look()).events.at(-2)).toMatchObject({ type: 'action_agreed', data: { title: 'Write a list' } });
    expect(await readFile(join(workspace, 'registers/action-items.samples.json'), 'utf8')).toContain('Write a list');
    await close();
  });

  it('outlives Muster where the disk takes at least that, and is saved by the next run, once', async () => {
    const { workspace, exercise, give, clock, close } = await started();
    const journal = join(workspace, 'exercises', exercise, 'journal-0001.jsonl');
    const { length } = await readFile(journal);
    await appendFile(journal, 'another program was here');
    expect(await give(gap('Kept over the night'))).toMatchObject({ problem: { code: 'kept_unsaved' } });
    await close();
    await truncate(journal, length);
    for (const run of [1, 2]) {
      const again = await openMuster(workspace, clock);
      const { unsaved } = need(await again.ask.open_exercise({ exercise }));
      expect(unsaved).toHaveLength(run === 1 ? 1 : 0);
      expect(need(await again.ask.retry_unsaved({ exercise }))).toEqual({ left: 0 });
      const { events } = need(await again.ask.open_exercise({ exercise }));
      expect(events.filter(({ type }) => type === 'gap_recorded')).toHaveLength(1);
      await again.close();
    }
  });

  it('goes elsewhere as text, with everything before it and the files that can still be read', async () => {
    const { workspace, exercise, give, ask, lose, find, close } = await started();
    need(await give(gap('Saved before')));
    const stick = await mkdtemp(join(tmpdir(), 'muster-stick-'));
    const copied = need(await ask.save_copy({ exercise, folder: stick }));
    expect(await readdir(copied.folder)).toEqual(expect.arrayContaining(['entries.txt', 'journal-0001.jsonl']));
    await lose();
    await give(gap('Not saved anywhere'));
    const { folder } = need(await ask.save_copy({ exercise, folder: stick }));
    expect(folder).not.toBe(copied.folder);
    const text = await readFile(join(folder, 'entries.txt'), 'utf8');
    expect(text).toMatch(/T\+0 {2}\S+Z {2}Saved before/);
    const inside = join(workspace, 'exercises');
    expect(await ask.save_copy({ exercise, folder: inside })).toMatchObject({ problem: { code: 'copy_not_saved' } });
    expect(text).toContain('T+0  NOT SAVED YET  Not saved anywhere');
    expect(await ask.save_copy({ exercise, folder: join(stick, 'not there') })).toMatchObject({
      problem: { code: 'copy_not_saved', message: expect.stringContaining('not there') },
    });
    expect(await ask.save_copy({ exercise, folder: 'stick' })).toMatchObject({ problem: { code: 'copy_not_saved' } });
    expect(need(await ask.list_copy_places({})).places).toContain(tmpdir());
    await find();
    await close();
  });
});

describe('REAL WORLD and the blank', () => {
  it('REAL WORLD is in the room although the disk does not take it, no blank covers it, and it goes when play goes on', async () => {
    const { give, lose, find, pictures, ask, exercise, close } = await started();
    const shows = () => {
      const picture = pictures.at(-1);
      return picture?.show === 'view' ? picture.view.phase : picture?.show;
    };
    await lose();
    const stop = { type: 'stop_for_real_world', reason: 'Fire alarm' } as const;
    expect(await give(stop)).toMatchObject({ problem: { code: 'not_saved' } });
    expect(shows()).toBe('real_world');
    need(await ask.draw_curtain({ down: true }));
    expect(shows()).toBe('real_world');
    need(await ask.draw_curtain({ down: false }));
    await find();
    need(await give(stop));
    expect(shows()).toBe('real_world');
    need(await give({ type: 'resume_exercise' }));
    expect(shows()).toBe('running');
    expect(need(await ask.open_exercise({ exercise })).unsaved).toEqual([]);
    await close();
  });

  it('a card that was blanked stands there again when it is shown again', async () => {
    const { give, ask, pictures, close } = await started();
    need(await give({ type: 'release_inject', inject: 'Q2-010', already_done: false }));
    need(await give({ type: 'change_room', show: 'timer', minutes: 5 }));
    for (const down of [true, false]) need(await ask.draw_curtain({ down }));
    expect(pictures.at(-1)).toMatchObject({ show: 'view', view: { card: { show: 'timer', minutes: 5 } } });
    await close();
  });
});

describe('A capture the rules no longer take as what it was', () => {
  it('is saved as an observation with every word that was typed', async () => {
    const { give, look, lose, find, close } = await started();
    need(await give({ type: 'release_inject', inject: 'Q2-030', already_done: false }));
    const decide = (more: object): WindowCommand => ({
      type: 'record_decision',
      decision: 'D1',
      by: 'IC',
      choice: 'Isolate',
      ...more,
    });
    await lose();
    await give(decide({}));
    const rationale = 'word '.repeat(1_000).trim();
    await give(decide({ rationale, dissent: 'Legal would wait', confidence: 'low' }));
    await find();
    need(await give(gap('Third')));
    const saved = (await look()).events.find(({ type }) => type === 'observation_recorded');
    for (const words of [rationale, 'Legal would wait', 'confidence: low'])
      expect(JSON.stringify(saved?.data)).toContain(words);
    await close();
  });
});

describe('A capture the rules take in no form any more', () => {
  it('stays to be copied, and keeps nothing behind it waiting', async () => {
    const { exercise, ask, close } = await started();
    const state = replay((await need(await ask.open_exercise({ exercise }))).source, []);
    const held = ['First', 'Second'].map((text, m) => ({
      ...{ t: `2026-03-17T09:0${m}:00.000Z`, m, type: 'gap_recorded' as const, text, why: null },
      command: gap(text),
    }));
    const refused = { ok: false, problem: { code: 'final', message: 'The report is final.', hint: '' } } as const;
    const captures = createUnsavedCaptures({
      ...{ held, state: () => state, changed: () => {} },
      give: async (_command, { m }) => (m === 0 ? refused : { ok: true, value: { position: 1, wording: [] } }),
    });
    expect(await captures.retry()).toBeNull();
    expect(captures.list().map(({ text }) => text)).toEqual(['First']);
    await close();
  });
});
