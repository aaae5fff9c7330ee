import { contextBridge, ipcRenderer } from 'electron';
import type { ConsoleBridge, RequestName } from '#contract/console.ts';
import type { ConsoleNotice } from '#contract/console-notices.ts';

/** A record, so that a request left out does not compile. The schemas stay in the main process. */
const names = {
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
  cancel_scorecard: true,
  open_scorecard_folder: true,
  load_scorecard_settings: true,
  save_scorecard_settings: true,
  load_actions: true,
  change_action: true,
  mark_owner_left: true,
  export_actions: true,
  open_actions_folder: true,
  load_backup_folder: true,
  back_up: true,
  restore_backup: true,
  open_backup_folder: true,
  load_room_status: true,
  load_room_image: true,
  load_attachment: true,
  open_room: true,
  open_scribe: true,
} satisfies Record<RequestName, true>;

const requests = Object.fromEntries(
  Object.keys(names).map((name) => [name, (input: unknown) => ipcRenderer.invoke('muster:ask', name, input)]),
) as unknown as Omit<ConsoleBridge, 'onNotice'>; // each name with the one way to ask

/** The notice alone goes on, never the event it came with. */
function onNotice(listener: (notice: ConsoleNotice) => void): () => void {
  const pass = (_event: unknown, notice: ConsoleNotice) => listener(notice);
  ipcRenderer.on('muster:notice', pass);
  return () => void ipcRenderer.off('muster:notice', pass);
}

contextBridge.exposeInMainWorld('muster', { ...requests, onNotice } satisfies ConsoleBridge);
