import type { ConsoleBridge, RequestName } from '#contract/console.ts';
import type { ConsoleNotice } from '#contract/console-notices.ts';
import { callSafely } from './call-safely.ts';
import { shareStream } from './share-stream.ts';
import { reloadForNewToken, takeToken } from './take-token.ts';
import { askForAddress, createConnectionTeller } from './tell-connection.ts';

/** Complete by type: a request that is missing here does not compile. */
const names: Readonly<Record<RequestName, true>> = {
  load_programme: true,
  load_script: true,
  check_script: true,
  copy_script: true,
  open_script: true,
  load_plan: true,
  plan_next_year: true,
  save_plan: true,
  mark_tour_shown: true,
  keep_theme: true,
  fill_plan: true,
  start_exercise: true,
  load_going_on: true,
  open_sample: true,
  open_exercise: true,
  list_events: true,
  continue_exercise: true,
  give_command: true,
  give_commands: true,
  retry_unsaved: true,
  list_copy_places: true,
  save_copy: true,
  save_draft: true,
  draw_curtain: true,
  turn_room_page: true,
  show_test_card: true,
  show_in_room: true,
  write_documents: true,
  write_binder: true,
  cancel_documents: true,
  list_documents: true,
  open_folder: true,
  load_pack: true,
  write_pack: true,
  save_pack_pdf: true,
  open_pack_folder: true,
  load_runbooks: true,
  add_runbook: true,
  decide_runbook_change: true,
  publish_runbook: true,
  load_tested_runbooks: true,
  load_scorecard_months: true,
  load_scorecard: true,
  load_newest_scorecard: true,
  list_scorecard_rows: true,
  write_scorecard_rows: true,
  begin_month_file: true,
  add_month_file_part: true,
  preview_month_file: true,
  take_month_file: true,
  cancel_month_file: true,
  drop_month_file: true,
  save_scorecard_draft: true,
  publish_scorecard: true,
  correct_scorecard: true,
  discard_scorecard_draft: true,
  write_scorecard_documents: true,
  write_scorecard_templates: true,
  cancel_scorecard: true,
  open_scorecard_folder: true,
  load_scorecard_settings: true,
  save_scorecard_settings: true,
  load_actions: true,
  change_action: true,
  mark_owner_left: true,
  export_actions: true,
  open_actions_folder: true,
  load_exceptions: true,
  decide_exception: true,
  withdraw_decision: true,
  write_reminders: true,
  open_exceptions_folder: true,
  load_trend: true,
  write_trend: true,
  open_trend_folder: true,
  load_backup_folder: true,
  back_up: true,
  restore_backup: true,
  open_backup_folder: true,
  load_room_status: true,
  load_room_image: true,
  load_attachment: true,
  open_room: true,
  open_scribe: true,
};

const listeners = new Set<(notice: ConsoleNotice) => void>();
/** How the room stands, by kind of notice: a listener that comes later than the first news hears it at once. */
const standing = new Map<string, ConsoleNotice>();
const token = takeToken();
reloadForNewToken();
const listening = token === null ? askForAddress() : listenTo(token);

function listenTo(held: string): Promise<void> {
  const tellConnection = createConnectionTeller();
  const told = {
    value: (notice: unknown) => tell(notice as ConsoleNotice),
    open: (missed: boolean) => {
      tellConnection('back');
      if (missed) tell({ type: 'reconnected' });
    },
    lost: () => tellConnection('lost'),
    refused: askForAddress,
  };
  return shareStream({ address: './notices', token: held, told, keyOf: (notice) => keyOf(notice as ConsoleNotice) });
}

/** How the room stands, by kind: what a window has to know that comes, or listens, later. */
const keyOf = ({ type }: ConsoleNotice) => (type === 'room_picture' || type === 'room_status' ? type : null);

function tell(notice: ConsoleNotice): void {
  const key = keyOf(notice);
  if (key !== null) standing.set(key, notice);
  for (const listener of listeners) callSafely(listener, notice);
}

/** Waits until news is heard, so that nothing falls between a snapshot and the first notice. */
async function ask(name: string, input: unknown): Promise<unknown> {
  await listening;
  if (token === null) return notAnswered;
  try {
    const response = await fetch(`./ask/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    if (response.status === 401) askForAddress();
    if (response.status === 413) return tooLong;
    return response.ok ? await response.json() : notAnswered;
  } catch {
    return notAnswered;
  }
}

const notAnswered = {
  ok: false,
  problem: {
    code: 'unreachable',
    message: 'Muster does not answer, so this was not done or saved.',
    hint: 'What you typed is still there. Wait a moment and try again, or start Muster again and open the address it prints.',
  },
};

const tooLong = {
  ok: false,
  problem: {
    code: 'too_long',
    message: 'This is too long to be saved in one piece (1 MB at most).',
    hint: 'What you typed is still there. Shorten it and save again.',
  },
};

const answers = Object.fromEntries(Object.keys(names).map((name) => [name, (input: unknown) => ask(name, input)]));
const bridge: ConsoleBridge = {
  ...(answers as unknown as Omit<ConsoleBridge, 'onNotice'>), // every name has its function, by the type of `names`
  onNotice: (listener) => {
    listeners.add(listener);
    for (const notice of standing.values()) callSafely(listener, notice);
    return () => listeners.delete(listener);
  },
};
Object.defineProperty(window, 'muster', { value: Object.freeze(bridge) });
