import type { RoomCard } from '../scenario/vocabulary.ts';
import type { Command, CommandType } from './commands.ts';
import type { RefusalCode } from './refusals.ts';
import type { Phase } from './state.ts';

/** When a command belongs: while the exercise runs, any time between start and FINAL, or after the end. */
const belongs: Readonly<Record<CommandType, 'start' | 'live' | 'any_time' | 'review' | 'revision'>> = {
  start_exercise: 'start',
  pause_exercise: 'live',
  resume_exercise: 'live',
  suspend_exercise: 'live',
  stop_for_real_world: 'live',
  end_exercise: 'live',
  reanchor_clock: 'live',
  release_inject: 'live',
  hold_inject: 'live',
  skip_inject: 'live',
  move_inject: 'live',
  leave_out_injects: 'live',
  improvise_inject: 'live',
  change_room: 'live',
  record_detection: 'live',
  record_action: 'live',
  record_action_not_done: 'live',
  record_question: 'live',
  open_decision: 'live',
  show_decision_options: 'live',
  record_decision: 'live',
  revise_decision: 'live',
  change_severity: 'live',
  change_attendance: 'live',
  recognise_clock: 'live',
  rule_out_clock: 'live',
  file_clock: 'live',
  declare_milestone: 'live',
  undo_last: 'live',
  record_gap: 'any_time',
  record_strength: 'any_time',
  record_observation: 'any_time',
  park_item: 'any_time',
  agree_action: 'any_time',
  propose_runbook_change: 'any_time',
  amend_entry: 'any_time',
  withdraw_entry: 'any_time',
  rate_objective: 'review',
  record_feedback: 'review',
  retest_action: 'review',
  change_action_status: 'review',
  write_if_real: 'review',
  ask_leadership: 'review',
  record_management_response: 'review',
  acknowledge_wording: 'review',
  sign_report: 'review',
  approve_summary: 'review',
  finalise_report: 'review',
  open_revision: 'revision',
};

/** Why the phase forbids this command, or null. Source: definitions.md, "Captures and rules". */
export function refuseInPhase(phase: Phase, command: Command): RefusalCode | null {
  const when = belongs[command.type];
  if (when === 'start') return phase === 'not_started' ? null : 'already_started';
  switch (phase) {
    case 'not_started':
      return 'not_started';
    case 'final':
      return when === 'revision' ? null : 'final';
    case 'ended':
      if (when === 'revision') return 'not_final';
      return when === 'live' ? 'ended' : null;
    default:
      if (when === 'review' || when === 'revision') return 'not_ended';
      return refuseInCourse(phase, command);
  }
}

function refuseInCourse(phase: 'running' | 'paused' | 'suspended' | 'real_world', command: Command) {
  if (phase === 'running') return null;
  if (phase === 'paused') return refuseWhilePaused(command);
  return command.type === 'resume_exercise' || command.type === 'end_exercise' ? null : phase;
}

/** Nothing, or what the room has seen. */
const inPause: ReadonlySet<RoomCard> = new Set<RoomCard>(['break', 'blank', 'artefact']);

/** Everything may be captured except what puts something in front of the room. Source: definitions.md, "While paused". */
function refuseWhilePaused(command: Command): RefusalCode | null {
  switch (command.type) {
    case 'pause_exercise':
      return 'already_paused';
    case 'release_inject':
    case 'improvise_inject':
    case 'open_decision':
    case 'show_decision_options':
    case 'suspend_exercise':
      return 'paused';
    case 'record_question':
      return command.to_room ? 'paused' : null;
    case 'change_room':
      return inPause.has(command.show) ? null : 'paused';
    default:
      return null;
  }
}
