import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { WindowCommand } from '#core/exercise/commands.ts';
import { openApplication } from '#services/application/application.ts';
import { documentNames } from '#services/export/document-names.ts';
import { handClock, need, newWorkspace, openMuster, silentShell } from '../../support/open-muster.ts';

const script = 'q2-ransomware';

async function started() {
  const workspace = await newWorkspace();
  const { clock, pass } = handClock();
  const muster = await openMuster(workspace, clock);
  need(await muster.ask.fill_plan({ script }));
  const { exercise } = need(await muster.ask.start_exercise({ script }));
  return { workspace, clock, pass, exercise, ...muster };
}

describe('The application', () => {
  it('refuses a request it does not know, and input that does not fit, and changes nothing', async () => {
    const { ask, application, exercise, close } = await started();
    const before = need(await ask.open_exercise({ exercise })).events.length;
    expect(await application.answer('constructor', {})).toMatchObject({ ok: false, problem: { code: 'bad_request' } });
    const odd = { exercise, command: { type: 'release_inject', inject: 7 }, pressedM: null };
    expect(await application.answer('give_command', odd)).toMatchObject({ problem: { code: 'bad_request' } });
    const start = { exercise, command: { type: 'start_exercise', setup: {} }, pressedM: null };
    expect(await application.answer('give_command', start)).toMatchObject({ problem: { code: 'bad_request' } });
    expect(need(await ask.open_exercise({ exercise })).events).toHaveLength(before);
    await close();
  });

  it('tells what was saved only once it is on the disk, and shows the room what was released', async () => {
    const { ask, exercise, notices, pictures, workspace, close } = await started();
    const give = (command: Parameters<typeof ask.give_command>[0]['command']) =>
      ask.give_command({ exercise, command, pressedM: null });
    const { source } = need(await ask.open_exercise({ exercise }));
    const first = source.injects[0];
    need(await give({ type: 'release_inject', inject: first?.id ?? '' }));
    const journal = await readFile(join(workspace, 'exercises', exercise, 'journal-0001.jsonl'), 'utf8');
    expect(journal).toContain('"inject_released"');
    expect(notices.filter(({ type }) => type === 'saved')).toHaveLength(1);
    const last = pictures.at(-1);
    expect(last?.show === 'view' && last.view.artefact?.channel).toBe(first?.channel);
    await close();
  });

  it('records the time of the key press, never one in the future', async () => {
    const { ask, exercise, pass, close } = await started();
    pass(10);
    const command = { type: 'record_gap', title: 'Nobody knows who may decide' } as const;
    need(await ask.give_command({ exercise, command, pressedM: 9 * 60_000 }));
    need(await ask.give_command({ exercise, command, pressedM: 90 * 60_000 }));
    const { events } = need(await ask.open_exercise({ exercise }));
    expect(events.slice(-2).map(({ t, m }) => [t, m])).toEqual([
      ['2026-03-17T09:09:00.000Z', 9 * 60_000],
      ['2026-03-17T09:10:00.000Z', 10 * 60_000],
    ]);
    await close();
  });

  it('blanks the room at once, and keeps it blank over a restart', async () => {
    const { ask, exercise, pictures, workspace, clock, close } = await started();
    const { source } = need(await ask.open_exercise({ exercise }));
    const inject = source.injects[0]?.id ?? '';
    need(await ask.give_command({ exercise, command: { type: 'release_inject', inject }, pressedM: null }));
    need(await ask.draw_curtain({ down: true }));
    expect(pictures.at(-1)?.show).toBe('blank');
    await close();
    const again = await openMuster(workspace, clock);
    need(await again.ask.open_exercise({ exercise }));
    const picture = again.pictures.at(-1);
    expect(picture?.show === 'view' && picture.view.card?.show).toBe('blank');
    need(await again.ask.draw_curtain({ down: false }));
    const back = again.pictures.at(-1);
    expect(back?.show === 'view' && back.view.card).toBeNull();
    await again.close();
  });

  it('shows what stood before a blank that is taken back before it is saved, and never lifts a later one', async () => {
    const { ask, exercise, pictures, close } = await started();
    const { source } = need(await ask.open_exercise({ exercise }));
    const inject = source.injects[0]?.id ?? '';
    need(await ask.give_command({ exercise, command: { type: 'release_inject', inject }, pressedM: null }));
    const timer = { type: 'change_room', show: 'timer', minutes: 5 } as const;
    need(await ask.give_command({ exercise, command: timer, pressedM: null }));
    const before = pictures.at(-1);
    await Promise.all([ask.draw_curtain({ down: true }), ask.draw_curtain({ down: false })]);
    expect(pictures.at(-1)).toEqual(before);
    const from = pictures.length;
    await Promise.all([true, false, true].map((down) => ask.draw_curtain({ down })));
    expect(pictures.slice(from).map(({ show }) => show)).toEqual(['blank']);
    const { events } = need(await ask.open_exercise({ exercise }));
    expect(events.slice(-5).map(({ type }) => type)).toEqual([
      ...['room_changed', 'undone', 'room_changed', 'undone', 'room_changed'],
    ]);
    await close();
  });

  it('begins the next sitting when it is confirmed, with the date of that moment and none of the time between', async () => {
    const { ask, exercise, pass, close } = await started();
    const give = async (command: WindowCommand) => need(await ask.give_command({ exercise, command, pressedM: null }));
    pass(30);
    await give({ type: 'suspend_exercise', reason: 'The rest tomorrow' });
    pass(24 * 60);
    await give({ type: 'resume_exercise' });
    pass(1);
    await give({ type: 'park_item', text: 'Later' });
    const { events, position } = need(await ask.open_exercise({ exercise }));
    expect(events.slice(-2).map(({ type, t }) => [type, t])).toEqual([
      ['exercise_resumed', '2026-03-18T09:30:00.000Z'],
      ['item_parked', '2026-03-18T09:31:00.000Z'],
    ]);
    expect(position).toBe(4);
    await close();
  });

  it('reserves an id of the register for each action and carries the action into the register', async () => {
    const { ask, exercise, workspace, close } = await started();
    const command = {
      type: 'agree_action',
      item: { title: 'Write the call list on paper', type: 'document' },
    } as const;
    for (const _ of [1, 2]) need(await ask.give_command({ exercise, command, pressedM: null }));
    const register = await readFile(join(workspace, 'registers', 'action-items.samples.json'), 'utf8');
    expect(register.match(/AI-2026Q2-00\d/g)).toEqual(['AI-2026Q2-001', 'AI-2026Q2-002']);
    await close();
  });

  it('takes many commands in one request, in their order, and answers each for itself', async () => {
    const { ask, exercise, close } = await started();
    const given = ['One', '', 'Three'].map((text) => ({
      command: { type: 'park_item', text } as const,
      pressedM: null,
    }));
    const whole = given.filter(({ command }) => command.text !== '');
    expect(await ask.give_commands({ exercise, given })).toMatchObject({ problem: { code: 'bad_request' } });
    const gone = { command: { type: 'withdraw_entry', of: 99, reason: 'Not there' } as const, pressedM: null };
    const { answers } = need(
      await ask.give_commands({ exercise, given: [...whole.slice(0, 1), gone, ...whole.slice(1)] }),
    );
    expect(answers).toMatchObject([
      { ok: true, value: { position: 2 } },
      { ok: false, problem: { code: 'unknown_entry' } },
      { ok: true, value: { position: 3 } },
    ]);
    const { events } = need(await ask.open_exercise({ exercise }));
    expect(events.slice(1).map(({ data }) => ('text' in data ? data.text : null))).toEqual(['One', 'Three']);
    await close();
  });

  it('starts nothing while another exercise goes on', async () => {
    const { ask, workspace, exercise, close } = await started();
    const { going } = need(await ask.load_going_on({}));
    expect(going).toEqual({ exercise, title: 'Cold Restore' });
    expect(await ask.start_exercise({ script })).toMatchObject({
      problem: { code: 'already_going_on', message: expect.stringContaining('Cold Restore') },
    });
    need(await ask.give_command({ exercise, command: { type: 'end_exercise' }, pressedM: null }));
    expect(need(await ask.load_going_on({})).going).toBeNull();
    expect(await readdir(join(workspace, 'exercises'))).toEqual([exercise]);
    await close();
  });

  it('lets no second one into the workspace, and says who holds it', async () => {
    const { workspace, close } = await started();
    const second = await openApplication({ workspace, shell: silentShell, purpose: 'test' });
    expect(second).toMatchObject({ ok: false, problem: { code: 'workspace_held' } });
    expect(second.ok ? '' : second.problem.message).toContain(`process ${process.pid} (muster test)`);
    await close();
    const third = await openMuster(workspace);
    await third.close();
  });

  it('writes in a worker the documents that muster export writes', async () => {
    const { ask, exercise, workspace, notices, close } = await started();
    need(await ask.give_command({ exercise, command: { type: 'end_exercise' }, pressedM: null }));
    const { files } = need(await ask.write_documents({ exercise }));
    expect(files.map(({ name }) => name)).toContain('post-mortem.docx');
    expect(files.every(({ bytes }) => bytes > 0)).toBe(true);
    expect(notices.filter(({ type }) => type === 'documents').at(-1)).toMatchObject({
      done: documentNames.length,
      total: documentNames.length,
    });
    expect(need(await ask.list_documents({ exercise })).files).toEqual(files);
    const inTheWay = join(workspace, 'documents', exercise, 'timeline.csv');
    await rm(inTheWay);
    await mkdir(inTheWay);
    const refused = await ask.write_documents({ exercise });
    expect(refused).toMatchObject({ problem: { hint: 'Nothing was written there. Move it away.' } });
    await close();
  });
});

describe('An exercise after a restart', () => {
  it('goes on where it was, with the drafts, and asks whether the break counts', async () => {
    const { ask, exercise, workspace, clock, pass, close } = await started();
    pass(20);
    need(await ask.save_draft({ exercise, form: 'gap', draft: { text: 'half a sen' } }));
    need(
      await ask.give_command({ exercise, command: { type: 'park_item', text: 'Call the landlord' }, pressedM: null }),
    );
    await close();
    pass(5);
    const again = await openMuster(workspace, clock);
    const snapshot = need(await again.ask.open_exercise({ exercise }));
    expect(snapshot).toMatchObject({
      nowM: 25 * 60_000,
      gap: { after: 'restart', ms: 5 * 60_000, isCounted: true },
      drafts: { gap: { text: 'half a sen' } },
    });
    const command = { type: 'reanchor_clock', after: 'restart', gap_ms: 1, counted: false } as const;
    need(await again.ask.give_command({ exercise, command, pressedM: null }));
    const after = need(await again.ask.open_exercise({ exercise }));
    expect(after).toMatchObject({ nowM: 20 * 60_000, gap: null });
    expect(after.events.at(-1)?.data).toEqual({ after: 'restart', gap_ms: 5 * 60_000, counted: false });
    expect(await again.ask.give_command({ exercise, command, pressedM: null })).toMatchObject({
      problem: { code: 'nothing_to_reanchor' },
    });
    await again.close();
  });
});

describe('The programme', () => {
  it('lists four scripts, and a sample once it was opened', async () => {
    const { ask, close } = await openMuster(await newWorkspace());
    const before = need(await ask.load_programme({}));
    expect(before.scripts.map(({ quarter }) => quarter)).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
    expect(before.exercises).toEqual([]);
    const { exercise } = need(await ask.open_sample({ script: 'q1-data-breach' }));
    expect(need(await ask.open_sample({ script: 'q1-data-breach' }))).toEqual({ exercise });
    const after = need(await ask.load_programme({}));
    expect(after.exercises).toMatchObject([{ exercise, quarter: 'Q1', isSample: true, phase: 'final', trouble: null }]);
    expect(after.exercises[0]?.ratings.map(({ rating }) => rating)).toEqual(['S', 'M', 'U', 'U', 'U', 'M']);
    await close();
  });

  it('shows no rating that nobody has given, whatever play suggests', async () => {
    const { ask, exercise, close } = await started();
    const { source } = need(await ask.open_exercise({ exercise }));
    const [inject] = source.injects;
    const give = async (command: WindowCommand) => need(await ask.give_command({ exercise, command, pressedM: null }));
    await give({ type: 'release_inject', inject: inject?.id ?? '', already_done: false });
    for (const { id } of inject?.expect ?? []) await give({ type: 'record_action', action: id });
    await give({ type: 'end_exercise' });
    const [held] = need(await ask.load_programme({})).exercises;
    expect(held?.ratings).toHaveLength(source.objectives.length);
    expect(new Set(held?.ratings.map(({ rating }) => rating))).toEqual(new Set([null]));
    await close();
  });

  it('offers the tour until it was shown, also to the next run, and never beside exercises of one’s own', async () => {
    const workspace = await newWorkspace();
    const isNew = async ({ ask }: Awaited<ReturnType<typeof openMuster>>) =>
      need(await ask.load_programme({})).isTourNew;
    const first = await openMuster(workspace);
    expect(await isNew(first)).toBe(true);
    need(await first.ask.mark_tour_shown({}));
    expect(await isNew(first)).toBe(false);
    await first.close();
    const second = await openMuster(workspace);
    expect(await isNew(second)).toBe(false);
    await second.close();
    const another = await openMuster(await newWorkspace());
    need(await another.ask.start_exercise({ script: 'q2-ransomware' }));
    expect(await isNew(another)).toBe(false);
    await another.close();
  });

  it('keeps the theme for the next run, beside the tour', async () => {
    const workspace = await newWorkspace();
    const first = await openMuster(workspace);
    expect(await first.application.theme()).toBeNull();
    need(await first.ask.mark_tour_shown({}));
    need(await first.ask.keep_theme({ theme: 'dark' }));
    await first.close();
    const second = await openMuster(workspace);
    expect(await second.application.theme()).toBe('dark');
    expect(need(await second.ask.load_programme({})).isTourNew).toBe(false);
    await second.close();
  });

  it('adds the scripts of the workspace, and says where one of them is wrong', async () => {
    const workspace = await newWorkspace();
    await mkdir(join(workspace, 'scenarios'));
    const own = await readFile(join(import.meta.dirname, '../../../scenarios/q2-ransomware.yaml'), 'utf8');
    await writeFile(join(workspace, 'scenarios', 'our-own.yaml'), own);
    await writeFile(join(workspace, 'scenarios', 'broken.yaml'), 'id: [');
    const { ask, close } = await openMuster(workspace);
    const { scripts } = need(await ask.load_programme({}));
    expect(scripts).toHaveLength(6);
    expect(scripts.find((line) => line.script === 'broken')?.trouble).toMatch(/^Line 1: /);
    expect(need(await ask.load_script({ script: 'our-own' })).scenario.quarter).toBe('Q2');
    expect(await ask.load_script({ script: '../../package' })).toMatchObject({ problem: { code: 'unknown_script' } });
    await close();
  });

  it('tells an exercise that was ended without an inject or a word from one that was played', async () => {
    const { ask, exercise, close } = await started();
    const { source } = need(await ask.open_exercise({ exercise }));
    const give = async (command: Parameters<typeof ask.give_command>[0]['command']) =>
      need(await ask.give_command({ exercise, command, pressedM: null }));
    const isPlayed = async () => need(await ask.load_programme({})).exercises[0]?.isPlayed;
    expect(await isPlayed()).toBe(false);
    await give({ type: 'release_inject', inject: source.injects[0]?.id ?? '', already_done: false });
    expect(await isPlayed()).toBe(true);
    await give({ type: 'undo_last' });
    expect(await isPlayed()).toBe(false);
    await give({ type: 'record_observation', text: 'They ask for the runbook' });
    expect(await isPlayed()).toBe(true);
    await close();
  });

  it('dates today by the computer, and what was held by the organisation', async () => {
    vi.stubEnv('TZ', 'Pacific/Auckland');
    const { ask, close } = await openMuster(await newWorkspace(), handClock('2026-03-17T20:00:00Z').clock);
    expect(need(await ask.load_programme({})).today).toBe('2026-03-18');
    const plan = need(await ask.load_plan({ script: 'q2-ransomware' }));
    expect(plan.organisation.time_zone).toBe('Pacific/Auckland');
    need(await ask.start_exercise({ script: 'q2-ransomware' }));
    vi.unstubAllEnvs();
    const { today, exercises } = need(await ask.load_programme({}));
    expect([today, exercises[0]?.heldOn]).toEqual(['2026-03-17', '2026-03-18']);
    await close();
  });
});

describe('After Muster was killed in the middle of an exercise', () => {
  it('the room shows where it was before any console is open', async () => {
    const workspace = await newWorkspace();
    const first = await openMuster(workspace);
    need(await first.ask.fill_plan({ script: 'q2-ransomware' }));
    const { exercise } = need(await first.ask.start_exercise({ script: 'q2-ransomware' }));
    const command = { type: 'release_inject', inject: 'Q2-010' } as const;
    need(await first.ask.give_command({ exercise, command, pressedM: null }));
    await first.close();
    const again = await openMuster(workspace);
    await expect.poll(() => again.pictures.at(-1)).toMatchObject({ show: 'view', view: { story: [{}] } });
    await again.close();
  });
});
