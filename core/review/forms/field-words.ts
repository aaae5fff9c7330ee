import { capitalise, plain, ratingWords, responseNames, roleNames, statusNames } from '../../report/term-words.ts';

type Words = readonly [label: string, hint?: string];

/** What a field is called on screen, for one kind of form or for all. */
const words: Readonly<Record<string, Words>> = {
  'action_agreed.description': ['More about it'],
  'action_agreed.type': ['Kind of action'],
  'propose_runbook_change.type': ['Kind of change'],
  'runbook_change_proposed.type': ['Kind of change'],
  'agree_action.description': ['More about it'],
  'agree_action.type': ['Kind of action'],
  'ask_leadership.by': ['Answer needed by'],
  'ask_leadership.cost': ['Cost or effort', 'EUR 12,000, or two days of DevOps.'],
  'ask_leadership.owner': ['Who owns it'],
  'ask_leadership.what': ['What is asked'],
  'change_action_status.reason': ['Reason'],
  'change_action_status.evidence': ['Evidence', 'Needed for verified.'],
  'leadership_asked.by': ['Answer needed by'],
  'leadership_asked.cost': ['Cost or effort'],
  'leadership_asked.owner': ['Who owns it'],
  'leadership_asked.what': ['What is asked'],
  'open_revision.reason': ['Why it is opened again'],
  'observation_recorded.text': ['What was seen or heard'],
  'record_observation.text': ['What was seen or heard'],
  'park_item.text': ['Parked for later'],
  'rate_objective.by': ['Rated by'],
  'rate_objective.reason': ['Reason', 'Needed where the letter differs from the suggestion; both are printed.'],
  'record_feedback.gap': ['Biggest gap'],
  'record_feedback.strength': ['Biggest strength'],
  'feedback_given.gap': ['Biggest gap'],
  'feedback_given.strength': ['Biggest strength'],
  'record_management_response.by': ['Decided by'],
  'record_management_response.decision': ['Decision'],
  'record_management_response.until': ['Until', 'A risk is accepted by someone and until a date.'],
  'management_response_recorded.by': ['Decided by'],
  'management_response_recorded.decision': ['Decision'],
  'management_response_recorded.until': ['Until'],
  'record_gap.by': ['Written by'],
  'record_strength.by': ['Seen by'],
  'record_strength.what': ['What worked'],
  'strength_recorded.what': ['What worked'],
  'sign_report.role': ['Function', 'As it stands under the report: Incident Commander.'],
  'write_if_real.text': ['If this had been real …', 'One sentence; it opens page one.'],
  'write_if_real.by': ['Written by'],
  approver: ['Who approves it'],
  authority: ['Authority used'],
  by: ['By'],
  capability: ['Capability'],
  change_exercise: ['One thing to change in the exercise'],
  change_plan: ['One thing to change in our plan'],
  choice: ['Decided'],
  condition: ['What made it hard'],
  control: ['Control or runbook concerned'],
  csf: ['CSF subcategory'],
  done_test: ['Done when', 'A test somebody can run: “In a drill the shift lead names the authority.”'],
  due_on: ['Due on'],
  effect: ['Effect seen in the exercise', 'With a number if there is one.'],
  effective_on: ['In force from'],
  element: ['Element'],
  evidence: ['Evidence', 'At least one inject or entry.'],
  gap: ['Gap'],
  information: ['Known at that minute'],
  keep: ['What to keep'],
  missing: ['What was missing', 'The document or arrangement, and what it did not provide.'],
  name: ['Name'],
  new: ['New text'],
  new_version: ['New version'],
  note: ['Note'],
  objective: ['Objective'],
  old: ['Old text'],
  on: ['Signed on'],
  options_considered: ['Options considered', 'One a line.'],
  owner_email: ['Owner’s address'],
  owner_name: ['Owner, by name'],
  owner_role: ['Owner’s role'],
  proposer: ['Who proposes it', 'Somebody other than who approves it.'],
  rating: ['Rating'],
  result: ['Re-test'],
  review_by: ['Looked at again by'],
  runbook: ['Runbook'],
  scores: ['Scores, 1 strongly disagree to 5'],
  severity: ['Severity'],
  sponsor: ['Sponsor'],
  stands_in_for: ['Stands in for'],
  strength_of_fix: ['Strength of fix'],
  target_min: ['Target in minutes'],
  to_room: ['Told to the whole room'],
  unsaid: ['Anything they did not want to say aloud'],
  verified_by: ['Verified by', 'Somebody other than the owner.'],
  when: ['When', 'The cue: what happened just before.'],
  workaround: ['Workaround used'],
};

export function labelOf(form: string, name: string): string {
  return (words[`${form}.${name}`] ?? words[name])?.[0] ?? capitalise(name.replaceAll('_', ' '));
}

export function hintOf(form: string, name: string): string | null {
  return (words[`${form}.${name}`] ?? words[name])?.[1] ?? null;
}

const choiceWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  owner_role: roleNames,
  by: roleNames,
  role: roleNames,
  owner: roleNames,
  rating: ratingWords,
  status: statusNames,
  decision: responseNames,
  result: { held: 'it held', not_held: 'it did not hold', not_tested: 'not tested' },
  strength_of_fix: {
    eliminate: 'eliminates the cause',
    automation: 'guard-rail, automation',
    alert: 'alert',
    checklist: 'checklist',
    training: 'training',
  },
};

/** A token of the record as people say it. */
export function choiceOf(name: string, token: string): string {
  return capitalise(choiceWords[name]?.[token] ?? plain(token));
}
