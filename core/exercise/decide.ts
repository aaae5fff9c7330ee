import type { Command, CommandType } from './commands.ts';
import { decideAnyTime } from './decide/any-time.ts';
import { decideClocks } from './decide/clocks.ts';
import { decideCorrections } from './decide/corrections.ts';
import { decideCourse } from './decide/course.ts';
import { decideDecisions } from './decide/decisions.ts';
import { decideLive } from './decide/live.ts';
import { decideReview } from './decide/review.ts';
import { decideRunningOrder } from './decide/running-order.ts';
import type { Decided } from './decided.ts';
import { type RefusalCode, refuse } from './refusals.ts';
import type { ExerciseState, Phase } from './state.ts';

/** The only place that says what is allowed. Phase first, then the thing the command is about; a command without a case does not compile. */
export function decide(state: ExerciseState, command: Command): Decided {
  const refusal = refuseInPhase(state.phase, command);
  if (refusal) return refuse(refusal);
  switch (command.type) {
    case 'start_exercise':
    case 'pause_exercise':
    case 'resume_exercise':
    case 'suspend_exercise':
    case 'stop_for_real_world':
    case 'end_exercise':
    case 'reanchor_clock':
      return decideCourse(state, command);
    case 'release_inject':
    case 'hold_inject':
    case 'skip_inject':
    case 'move_inject':
    case 'leave_out_injects':
    case 'improvise_inject':
    case 'change_room':
      return decideRunningOrder(state, command);
    case 'record_detection':
    case 'record_action':
    case 'record_action_not_done':
    case 'record_question':
    case 'change_severity':
    case 'change_attendance':
    case 'declare_milestone':
      return decideLive(state, command);
    case 'open_decision':
    case 'show_decision_options':
    case 'record_decision':
    case 'revise_decision':
      return decideDecisions(state, command);
    case 'recognise_clock':
    case 'rule_out_clock':
    case 'file_clock':
      return decideClocks(state, command);
    case 'record_gap':
    case 'record_strength':
    case 'record_observation':
    case 'park_item':
    case 'agree_action':
    case 'propose_runbook_change':
      return decideAnyTime(state, command);
    case 'amend_entry':
    case 'withdraw_entry':
    case 'undo_last':
      return decideCorrections(state, command);
    case 'rate_objective':
    case 'record_feedback':
    case 'retest_action':
    case 'change_action_status':
    case 'write_if_real':
    case 'ask_leadership':
    case 'record_management_response':
    case 'sign_report':
    case 'finalise_report':
    case 'open_revision':
      return decideReview(state, command);
  }
}

const anyTime: ReadonlySet<CommandType> = new Set<CommandType>([
  'record_gap',
  'record_strength',
  'record_observation',
  'park_item',
  'agree_action',
  'propose_runbook_change',
  'amend_entry',
  'withdraw_entry',
]);

const review: ReadonlySet<CommandType> = new Set<CommandType>([
  'rate_objective',
  'record_feedback',
  'retest_action',
  'change_action_status',
  'write_if_real',
  'ask_leadership',
  'record_management_response',
  'sign_report',
  'finalise_report',
  'open_revision',
]);

function refuseInPhase(phase: Phase, command: Command): RefusalCode | null {
  const { type } = command;
  if (type === 'start_exercise') return phase === 'not_started' ? null : 'already_started';
  switch (phase) {
    case 'not_started':
      return 'not_started';
    case 'running':
      return review.has(type) ? 'not_ended' : null;
    case 'paused':
      return review.has(type) ? 'not_ended' : refuseWhilePaused(command);
    case 'suspended':
    case 'real_world':
      return type === 'resume_exercise' || type === 'end_exercise' ? null : phase;
    case 'ended':
      if (type === 'open_revision') return 'not_final';
      return anyTime.has(type) || review.has(type) ? null : 'ended';
    case 'final':
      return type === 'open_revision' ? null : 'final';
  }
}

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
      return command.show === 'break' || command.show === 'blank' ? null : 'paused';
    default:
      return null;
  }
}
