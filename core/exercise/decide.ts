import type { Command, CommandOf, CommandType } from './commands.ts';
import { decideAnyTime } from './decide/any-time.ts';
import { decideClocks } from './decide/clocks.ts';
import { decideCorrections } from './decide/corrections.ts';
import { decideCourse } from './decide/course.ts';
import { decideDecisions } from './decide/decisions.ts';
import { decideLive } from './decide/live.ts';
import { decideReview } from './decide/review.ts';
import { decideRunningOrder } from './decide/running-order.ts';
import type { Decided } from './decided.ts';
import { refuseInPhase } from './phase-rules.ts';
import { refuse } from './refusals.ts';
import type { ExerciseState } from './state.ts';

/** The only place that says what is allowed: first the phase, then the thing the command is about. */
export function decide(state: ExerciseState, command: Command): Decided {
  const refusal = refuseInPhase(state.phase, command);
  if (refusal) return refuse(refusal);
  const rule = rules[command.type] as (state: ExerciseState, command: Command) => Decided; // found by this command's own type
  return rule(state, command);
}

type Rules = { readonly [Type in CommandType]: (state: ExerciseState, command: CommandOf<Type>) => Decided };

/** A command without its rule does not compile. */
const rules: Rules = {
  start_exercise: decideCourse,
  pause_exercise: decideCourse,
  resume_exercise: decideCourse,
  suspend_exercise: decideCourse,
  stop_for_real_world: decideCourse,
  end_exercise: decideCourse,
  reanchor_clock: decideCourse,
  release_inject: decideRunningOrder,
  hold_inject: decideRunningOrder,
  skip_inject: decideRunningOrder,
  move_inject: decideRunningOrder,
  leave_out_injects: decideRunningOrder,
  improvise_inject: decideRunningOrder,
  change_room: decideRunningOrder,
  record_detection: decideLive,
  record_action: decideLive,
  record_action_not_done: decideLive,
  record_question: decideLive,
  change_severity: decideLive,
  change_attendance: decideLive,
  declare_milestone: decideLive,
  open_decision: decideDecisions,
  show_decision_options: decideDecisions,
  record_decision: decideDecisions,
  revise_decision: decideDecisions,
  recognise_clock: decideClocks,
  rule_out_clock: decideClocks,
  file_clock: decideClocks,
  record_gap: decideAnyTime,
  record_strength: decideAnyTime,
  record_observation: decideAnyTime,
  park_item: decideAnyTime,
  agree_action: decideAnyTime,
  propose_runbook_change: decideAnyTime,
  amend_entry: decideCorrections,
  withdraw_entry: decideCorrections,
  undo_last: decideCorrections,
  rate_objective: decideReview,
  record_feedback: decideReview,
  retest_action: decideReview,
  change_action_status: decideReview,
  write_if_real: decideReview,
  ask_leadership: decideReview,
  record_management_response: decideReview,
  acknowledge_wording: decideReview,
  sign_report: decideReview,
  approve_summary: decideReview,
  finalise_report: decideReview,
  open_revision: decideReview,
};
