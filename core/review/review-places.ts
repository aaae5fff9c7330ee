import type { WindowCommand } from '../exercise/commands.ts';

/** One step of the review, in the order in which they are best done. */
export const reviewSteps = [
  { step: 'hot_wash', name: 'Hot wash' },
  { step: 'timeline', name: 'Timeline' },
  { step: 'gaps', name: 'Gaps' },
  { step: 'objectives', name: 'Objectives and ratings' },
  { step: 'decisions', name: 'Decisions' },
  { step: 'actions', name: 'Actions' },
  { step: 'runbooks', name: 'Runbook changes' },
  { step: 'strengths', name: 'Strengths and observations' },
  { step: 'open_items', name: 'Parked and promised' },
  { step: 'previous', name: 'Previous actions' },
  { step: 'feedback', name: 'Feedback forms' },
  { step: 'leadership', name: 'For leadership' },
  { step: 'wording', name: 'Wording' },
  { step: 'sign_off', name: 'Sign-off' },
] as const;

export type ReviewStep = (typeof reviewSteps)[number]['step'];

type ReviewVerb = Extract<
  WindowCommand['type'],
  | 'record_gap'
  | 'record_strength'
  | 'record_observation'
  | 'park_item'
  | 'agree_action'
  | 'propose_runbook_change'
  | 'amend_entry'
  | 'withdraw_entry'
  | 'rate_objective'
  | 'record_feedback'
  | 'retest_action'
  | 'change_action_status'
  | 'write_if_real'
  | 'ask_leadership'
  | 'record_management_response'
  | 'acknowledge_wording'
  | 'sign_report'
  | 'approve_summary'
  | 'finalise_report'
  | 'open_revision'
>;

/** Where each thing that can be recorded after the end is recorded. The screen's forms are taken from here. */
export const reviewPlaces: Readonly<Record<ReviewVerb, { readonly step: ReviewStep; readonly does: string }>> = {
  amend_entry: { step: 'timeline', does: 'Change an entry' },
  withdraw_entry: { step: 'timeline', does: 'Withdraw an entry' },
  record_gap: { step: 'gaps', does: 'Record another gap' },
  rate_objective: { step: 'objectives', does: 'Rate an objective' },
  agree_action: { step: 'actions', does: 'Agree an action' },
  propose_runbook_change: { step: 'runbooks', does: 'Propose a runbook change' },
  record_strength: { step: 'strengths', does: 'Record a strength' },
  record_observation: { step: 'strengths', does: 'Record an observation' },
  park_item: { step: 'open_items', does: 'Park an item' },
  retest_action: { step: 'previous', does: 'Record a re-test' },
  change_action_status: { step: 'previous', does: 'Change the status' },
  record_feedback: { step: 'feedback', does: 'Enter a form' },
  write_if_real: { step: 'leadership', does: 'Write “if this had been real”' },
  ask_leadership: { step: 'leadership', does: 'Ask leadership for something' },
  record_management_response: { step: 'leadership', does: 'Record a management response' },
  acknowledge_wording: { step: 'wording', does: 'Keep words as they are' },
  sign_report: { step: 'sign_off', does: 'Sign' },
  approve_summary: { step: 'sign_off', does: 'Approve the summary for customers' },
  finalise_report: { step: 'sign_off', does: 'Make final' },
  open_revision: { step: 'sign_off', does: 'Open a new revision' },
};

export type FormVerb = keyof typeof reviewPlaces;

/** The verbs that stand in one step, in order. */
export function verbsOf(step: ReviewStep): readonly FormVerb[] {
  return (Object.keys(reviewPlaces) as FormVerb[]).filter((verb) => reviewPlaces[verb].step === step); // keys of a closed record
}
