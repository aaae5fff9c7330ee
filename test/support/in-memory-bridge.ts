import type { ConsoleBridge } from '#contract/console.ts';
import type { ClockGap, ExerciseSnapshot, RoomStatus } from '#contract/console-answers.ts';
import type { ConsoleNotice } from '#contract/console-notices.ts';
import type { RoomPicture } from '#contract/room.ts';
import { type AskedCommand, type Command, type WindowCommand, windowCommandSchema } from '#core/exercise/commands.ts';
import { decide } from '#core/exercise/decide.ts';
import type { ExerciseEvent, SavedEvent } from '#core/exercise/events.ts';
import { evolve, replay } from '#core/exercise/evolve.ts';
import { type ForeseenCapture, foreseeCapture } from '#core/exercise/foresee-capture.ts';
import type { Setup } from '#core/exercise/setup.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { roomView } from '#core/exercise/views/room-view.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { findInject } from '#core/scenario/find-inject.ts';
import type { Scenario } from '#core/scenario/schema.ts';

/** What outlives a reload. */
export type Kept = {
  readonly events: readonly SavedEvent[];
  readonly drafts: Readonly<Record<string, unknown>>;
  readonly gap: ClockGap | null;
};

type Waiting = { readonly command: WindowCommand; readonly m: number; readonly foreseen: ForeseenCapture };

export type Needs = {
  readonly scenario: Scenario;
  readonly setup: Setup;
  readonly status: RoomStatus;
  /** Exercise milliseconds now; `rate` is how fast the window lets them run from there. */
  readonly nowM: () => number;
  readonly rate?: number;
  readonly keep: (kept: Kept) => void;
  readonly kept: Kept | null;
  /** How long the disk takes, and whether it takes anything. */
  readonly disk?: { readonly delayMs: () => number; readonly isFull: () => boolean };
  readonly readOnly?: string | null;
};

/** One exercise over the real rules, without a disk. Everything a console window may ask for live is answered. */
export function createInMemoryBridge(needs: Needs): ConsoleBridge {
  const { scenario, setup, nowM, kept, disk = { delayMs: () => 0, isFull: () => false } } = needs;
  const { exercise } = setup;
  const listeners = new Set<(notice: ConsoleNotice) => void>();
  const tell = (notice: ConsoleNotice) => {
    for (const listener of listeners) listener(notice);
  };
  let state = replay(scenario, kept?.events ?? []);
  let drafts: Readonly<Record<string, unknown>> = kept?.drafts ?? {};
  let gap = kept?.gap ?? null;
  let unsaved: readonly Waiting[] = [];
  let [page, pageBeside, isCurtainDown] = [0, 0, false];
  if (state.phase === 'not_started') state = given(state, { type: 'start_exercise', setup }, 0);

  const keep = () => needs.keep({ events: eventsOf(state), drafts, gap });
  const showRoom = () => {
    const picture: RoomPicture = isCurtainDown
      ? { show: 'blank', tlp: setup.plan.tlp }
      : { show: 'view', view: roomView(state, nowM()), page, pageBeside };
    tell({ type: 'room_picture', exercise, picture, isCurtainDown });
  };

  async function give(command: WindowCommand, pressedM: number | null) {
    await new Promise((resolve) => setTimeout(resolve, disk.delayMs()));
    if (disk.isFull()) return refuse(command, pressedM ?? nowM());
    saveWaiting();
    return save(command, pressedM ?? nowM());
  }

  function refuse(command: WindowCommand, m: number) {
    const foreseen = foreseeCapture(state, command, m);
    if (foreseen) unsaved = [...unsaved, { command, m, foreseen }];
    tellTrouble(diskFull.message);
    return fail(foreseen ? { ...diskFull, code: 'kept_unsaved' } : diskFull);
  }

  const tellTrouble = (trouble: string | null) =>
    tell({ type: 'trouble', exercise, trouble, unsaved: unsaved.map(asUnsaved) });

  function saveWaiting() {
    if (unsaved.length === 0) return;
    for (const { command, m } of unsaved) save(command, m);
    unsaved = [];
    tellTrouble(null);
  }

  function save(command: WindowCommand, m: number) {
    const fits = windowCommandSchema.safeParse(command);
    if (!fits.success) return fail(notUnderstood(fits.error.issues[0]?.path.join('.') ?? ''));
    const whole = complete(state, command);
    const decided = decide(state, whole);
    if (!decided.ok) return decided;
    const events = stamp(state, decided.value, m);
    state = events.reduce(evolve, state);
    if (command.type === 'reanchor_clock') gap = null;
    if (command.type === 'release_inject') page = 0;
    keep();
    tell({ type: 'saved', exercise, events });
    showRoom();
    return succeed({ position: state.position, wording: [] });
  }

  const done = async () => succeed({});
  return {
    ...notHere,
    open_exercise: async () => {
      setTimeout(showRoom);
      return succeed(snapshot());
    },
    list_events: async ({ after }) => succeed({ events: eventsOf(state).slice(after) }),
    give_command: ({ command, pressedM }) => give(copyOf(command), pressedM),
    give_commands: async ({ given }) => {
      const answers: Awaited<ReturnType<typeof give>>[] = [];
      for (const { command, pressedM } of given) answers.push(await give(copyOf(command), pressedM));
      return succeed({ answers });
    },
    retry_unsaved: async () => {
      if (!disk.isFull()) saveWaiting();
      return succeed({ left: unsaved.length });
    },
    list_copy_places: async () => succeed({ places: ['/media/ops/STICK', '/home/ops/Desktop'] }),
    save_copy: async ({ folder }) => succeed({ folder: `${folder}/muster-copy-${exercise}`, unread: [] }),
    save_draft: async ({ form, draft }) => {
      const { [form]: _before, ...others } = drafts;
      drafts = draft === null ? others : { ...others, [form]: draft };
      keep();
      return succeed({});
    },
    draw_curtain: async ({ down }) => {
      isCurtainDown = down;
      showRoom();
      return done();
    },
    turn_room_page: async (asked) => {
      if (asked.side === 'beside') pageBeside = asked.page;
      else page = asked.page;
      showRoom();
      return done();
    },
    load_room_image: async () => succeed({ image: null }),
    load_attachment: async ({ inject, attachment }) => {
      const text = findInject(scenario, inject)?.attachments[attachment - 1]?.text ?? '';
      return succeed({ content: { is: 'text', text, isLined: false, isCut: false }, image: null, problem: null });
    },
    show_in_room: done,
    show_test_card: done,
    load_room_status: async () => succeed(needs.status),
    open_room: async () => succeed(needs.status),
    open_scribe: async () => succeed({ opened: true }),
    onNotice: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };

  function snapshot(): ExerciseSnapshot {
    return {
      exercise,
      source: scenario,
      events: eventsOf(state),
      position: state.position,
      nowM: nowM(),
      rate: needs.rate ?? 1,
      readOnly: needs.readOnly ?? null,
      trouble: null,
      notices: [],
      drafts,
      gap,
      salvaged: null,
      unsaved: unsaved.map(asUnsaved),
    };
  }
}

/** As it would arrive: what is undefined is left out. */
const copyOf = (command: AskedCommand) => JSON.parse(JSON.stringify(command)) as WindowCommand;

const asUnsaved = ({ foreseen }: { readonly foreseen: ForeseenCapture }) => ({
  ...foreseen,
  why: null,
  whole: foreseen.text,
});

const eventsOf = ({ log }: ExerciseState): readonly SavedEvent[] => log.items.slice(0, log.length);

/** What a window does not say, as the application adds it. */
function complete({ position, phase }: ExerciseState, command: WindowCommand): Command {
  if (command.type === 'agree_action') return { ...command, register_id: `AI-TEST-${position}` };
  if (command.type === 'resume_exercise' && phase === 'suspended')
    return { ...command, on: '2026-09-12T09:00:00.000Z' };
  return command;
}

function given(state: ExerciseState, command: Command, m: number): ExerciseState {
  const decided = decide(state, command);
  if (!decided.ok) throw new Error(decided.problem.message);
  return stamp(state, decided.value, m).reduce(evolve, state);
}

function stamp({ position }: ExerciseState, events: readonly ExerciseEvent[], m: number): readonly SavedEvent[] {
  const t = new Date(Date.UTC(2026, 8, 10, 9) + m).toISOString();
  return events.map((event, at) => ({ seq: position + 1 + at, t, m, s: 'memory', ...event }));
}

/** As the application answers what no window of ours may send. */
const notUnderstood = (where: string) => ({
  code: 'bad_request',
  message: `Muster did not understand give_command, command.${where}.`,
  hint: 'Nothing was changed. Reload the window and try again.',
});

const diskFull = {
  code: 'not_saved',
  message: 'Not saved. The disk is full.',
  hint: 'What you typed stays in its form. Once the disk or the folder can be written again, save it again.',
};

const refused = async (): Promise<Outcome<never>> =>
  fail({ code: 'not_here', message: 'This is not answered in memory.', hint: 'Use the application.' });

const notHere = {
  continue_exercise: refused,
  load_programme: refused,
  load_script: refused,
  check_script: refused,
  copy_script: refused,
  open_script: refused,
  load_plan: refused,
  plan_next_year: refused,
  save_plan: refused,
  mark_tour_shown: refused,
  keep_theme: refused,
  fill_plan: refused,
  start_exercise: refused,
  load_going_on: refused,
  open_sample: refused,
  write_documents: refused,
  write_binder: refused,
  cancel_documents: refused,
  list_documents: refused,
  open_folder: refused,
  load_pack: refused,
  write_pack: refused,
  save_pack_pdf: refused,
  open_pack_folder: refused,
  load_runbooks: refused,
  add_runbook: refused,
  load_exceptions: refused,
  decide_exception: refused,
  withdraw_decision: refused,
  write_reminders: refused,
  open_exceptions_folder: refused,
  load_trend: refused,
  write_trend: refused,
  open_trend_folder: refused,
  decide_runbook_change: refused,
  publish_runbook: refused,
  load_tested_runbooks: refused,
  load_scorecard_months: refused,
  load_scorecard: refused,
  load_newest_scorecard: refused,
  list_scorecard_rows: refused,
  write_scorecard_rows: refused,
  begin_month_file: refused,
  add_month_file_part: refused,
  preview_month_file: refused,
  take_month_file: refused,
  cancel_month_file: refused,
  drop_month_file: refused,
  save_scorecard_draft: refused,
  publish_scorecard: refused,
  correct_scorecard: refused,
  discard_scorecard_draft: refused,
  write_scorecard_documents: refused,
  write_scorecard_templates: refused,
  cancel_scorecard: refused,
  open_scorecard_folder: refused,
  load_scorecard_settings: refused,
  save_scorecard_settings: refused,
  load_actions: refused,
  change_action: refused,
  mark_owner_left: refused,
  export_actions: refused,
  open_actions_folder: refused,
  load_backup_folder: refused,
  back_up: refused,
  restore_backup: refused,
  open_backup_folder: refused,
};
