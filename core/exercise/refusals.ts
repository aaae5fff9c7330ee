import { fail, type Outcome } from '../outcome.ts';

/** Every reason to refuse a command, in the words the facilitator reads: what is so, and what to do. */
export const refusals = {
  not_started: ['The exercise has not started', 'Start it first.'],
  already_started: ['The exercise has already started', 'Carry on; nothing was changed.'],
  unplayable: ['The exercise cannot start as planned', 'Correct the plan, then start again.'],
  paused: ['The exercise is paused, so the room gets nothing new', 'Resume it, then try again.'],
  already_paused: ['The exercise is already paused', 'Resume it when the room is ready.'],
  not_paused: ['The exercise is running', 'Carry on; nothing was changed.'],
  suspended: ['The sitting has ended', 'Resume with the date of the next sitting, or end the exercise.'],
  real_world: ['The exercise stopped for something real', 'Resume it when that is over, or end the exercise.'],
  ended: ['The exercise has ended', 'Record what is missing in Review.'],
  not_ended: ['The exercise has not ended', 'End it first; this belongs to Review.'],
  final: ['The report is FINAL', 'Open a new revision to change anything.'],
  not_final: ['The report is not FINAL', 'Change what you need; no new revision is necessary.'],
  sitting_needs_date: ['The next sitting needs its date and time', 'Resume with the date and time at which it starts.'],
  sitting_date_unwanted: ['The exercise resumes in the same sitting', 'Leave the date out.'],
  sitting_too_early: ['The next sitting would start before the last one ended', 'Give a later date and time.'],
  unknown_inject: ['The script has no such inject', 'Choose one from the running order or the pocket.'],
  unknown_placeholder: [
    'The story has no such name in braces, and the room would read the braces',
    'Write the words themselves, or a name of the plan, such as {{org.name}}.',
  ],
  not_in_running_order: ['This inject is not part of the running order', 'Choose an inject of the running order.'],
  already_released: ['This inject was already released', 'It can be shown again; its place cannot be changed.'],
  already_held: ['This inject is already held', 'Release it when the room is ready.'],
  already_left_out: ['This inject is already skipped or left out', 'Release it after all if it is needed.'],
  left_out: ['This inject is skipped or left out', 'Release it first if it is needed after all.'],
  no_other_text: ['The script has no other text for this inject', 'Release it without "already done".'],
  no_such_attachment: [
    'The artefact in the room has no such attachment, or its words are not shown',
    'Show the artefact again, then choose one of what is attached to it.',
  ],
  not_comparable: [
    'The room cannot see this beside the artefact',
    'Choose another one that it has read before, while it reads an artefact.',
  ],
  not_released: ['The inject was not released', 'Release it first.'],
  not_detectable: ['This inject is no cue that could be noticed', 'Record an observation instead.'],
  private_inject: ['This inject is for named roles only', 'Record the decision without showing it to the room.'],
  unknown_action: ['The script has no such expected action', 'Choose one from the script, or record an observation.'],
  unknown_decision: ['There is no such decision', 'Choose one of the script, open one of your own, or use "new".'],
  incomplete_decision: [
    'A decision the script does not know needs a question, an owner and a target',
    'Add what is missing.',
  ],
  question_needed: ['A new decision needs its question', 'Add the question.'],
  question_unwanted: ['This decision has its question already', 'Leave the question out.'],
  already_decided: ['This decision is already recorded', 'Revise it instead.'],
  not_decided: ['This decision is not yet recorded', 'Record it first.'],
  no_options: ['This decision has no options to show', 'Record what the room decides.'],
  unknown_clock: ['The script names no such clock', 'Choose one of the clocks of the script.'],
  clock_not_begun: [
    'Nothing has started this legal clock yet',
    'Recognise it once that has happened; what was seen ahead is an observation.',
  ],
  fact_needed: [
    'This legal clock depends on something that was not said of the incident',
    'Say that it holds, or let Legal record that the clock does not apply.',
  ],
  legal_decides: [
    'Legal decides whether a clock applies',
    'Ask Legal and record it as decided by LEGAL; what others say is an observation.',
  ],
  unknown_objective: ['There is no such objective in scope', 'Choose one of the objectives in scope.'],
  unknown_gap: ['There is no such gap', 'Record the gap first.'],
  unknown_evidence: ['There is no such inject or entry', 'Cite an inject of the script or an entry that stands.'],
  unknown_runbook: ['There is no such runbook', 'Use an id of the script or of the plan.'],
  no_such_wording: [
    'Nothing in this entry is found by this rule, or a reason was given already',
    'Look at the wording step: it lists what is left.',
  ],
  unknown_entry: ['There is no such entry', 'Choose an entry that stands.'],
  not_a_capture: [
    'This entry is no capture',
    'Releases, pauses and the end stay as they are; undo takes back the last release.',
  ],
  entry_gone: ['This entry was undone or withdrawn', 'Record it again.'],
  entry_edited: ['The last entry was edited since', 'Edit it again, or withdraw it: both stand beside it in the feed.'],
  entry_referred_to: ['Another entry refers to this one', 'Withdraw the entry that refers to it first.'],
  protected_field: [
    'An entry keeps its kind, its id and its time',
    'Change other fields, or withdraw it and record it again.',
  ],
  bad_amendment: ['The entry would not be complete after this change', 'Correct the fields.'],
  nothing_to_undo: ['There is no release or capture to undo', 'Carry on; nothing was changed.'],
  unknown_previous_action: [
    'The previous exercise has no such action',
    'Choose one of the actions reported at the start.',
  ],
  self_verified: ['An action is verified by someone other than its owner', 'Name another person.'],
  self_proposed: [
    'A runbook change is approved by somebody other than who proposes it',
    'Name another person, or leave it open who approves it.',
  ],
  version_tested: [
    'A change makes a new version, and this is the one that was tested',
    'Give the new version a number of its own, or leave it open.',
  ],
  evidence_needed: ['A verified action needs evidence and who verified it', 'Add both.'],
  too_many_asks: ['A report asks at most three things of leadership', 'Withdraw one of the three first.'],
  response_needs_until: ['A risk is accepted by someone and until a date', 'Add who and until when.'],
  date_before_exercise: ['This date lies before the exercise', 'Give its day or a later one.'],
  blocks_final: ['Something still blocks FINAL', 'Complete what is listed.'],
  number_used: ['Numbers go up and are never used again', 'Leave the number out, or use the next one.'],
} as const;

export type RefusalCode = keyof typeof refusals;

/** `about` names what was found: the id, the value, the list. */
export function refuse(code: RefusalCode, about?: string): Outcome<never> {
  const [what, hint] = refusals[code];
  return fail({ code, message: about === undefined ? `${what}.` : `${what}: ${about.replace(/\.$/, '')}.`, hint });
}
