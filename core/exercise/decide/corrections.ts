import type { z } from 'zod';
import { nameEntry } from '../../report/name-entry.ts';
import { lookUp, show } from '../../scenario/finding.ts';
import { plainWords } from '../../scenario/plain-words.ts';
import { applyAmendment } from '../apply-amendment.ts';
import type { CommandOf } from '../commands.ts';
import type { Decided } from '../decided.ts';
import { type ExerciseEvent, eventSchema, type SavedEvent } from '../events.ts';
import { eventAt, listLog } from '../log.ts';
import { refuse } from '../refusals.ts';
import { type ExerciseState, listStanding } from '../state.ts';
import { tellsWhy, whyNeeded } from '../tells-why.ts';
import { isCapture } from '../topics.ts';
import { allow } from './allow.ts';
import { fillForRoom } from './fill-for-room.ts';
import { findReferrer, isGone, refuseReferences } from './references.ts';
import { refuseEarly } from './refuse-early.ts';
import { refuseVerified } from './review.ts';
import { fieldsOfApproval, refuseRunbookChange } from './runbook-change.ts';

export type CorrectionCommand = CommandOf<'amend_entry' | 'withdraw_entry' | 'undo_last'>;

export function decideCorrections(state: ExerciseState, command: CorrectionCommand): Decided {
  switch (command.type) {
    case 'amend_entry':
      return amendEntry(state, command);
    case 'withdraw_entry': {
      const refusal = refuseTarget(state, command.of);
      return refusal ?? allow({ type: 'entry_withdrawn', data: { of: command.of, reason: command.reason } });
    }
    case 'undo_last':
      return undoLast(state);
  }
}

/** Takes back the last live capture, release or running-order change; the course of the exercise is stepped over. */
function undoLast(state: ExerciseState): Decided {
  const last = state.undoable?.event;
  if (!last) return refuse('nothing_to_undo');
  const referrer = findReferrer(state, last);
  if (referrer) return refuse('entry_referred_to', nameEntry(state, referrer));
  if (isEdited(state, last.seq)) return refuse('entry_edited', nameEntry(state, last));
  return allow({ type: 'undone', data: { of: last.seq } });
}

/** Whoever edited it last would expect the edit to be taken back, not the entry. */
function isEdited({ isAmended, log }: ExerciseState, seq: number): boolean {
  return isAmended && listLog(log).some(({ type, data }) => type === 'entry_amended' && data.of === seq);
}

function amendEntry(state: ExerciseState, { of, with: changes }: CommandOf<'amend_entry'>): Decided {
  const refusal = refuseTarget(state, of);
  if (refusal) return refusal;
  const entry = listStanding(state).find(({ seq }) => seq === of);
  if (!entry) return refuse('unknown_entry');
  const kept = Object.keys(changes).find((field) => isProtected(entry, field));
  if (kept !== undefined) return refuse('protected_field', kept);
  const whole = { type: entry.type, data: applyAmendment(entry.data, changes) };
  const amended = eventSchema.safeParse(whole, { error: plainWords });
  if (!amended.success) {
    const [issue] = amended.error.issues;
    return refuse('bad_amendment', issue ? tellFault(issue, whole) : Object.keys(changes).join(', '));
  }
  const { data } = amended.data;
  const { fields, refusal: unknown } = fillForRoom(state, pickRoomWords(amended.data));
  if (unknown) return unknown;
  return (
    refuseAmended(state, amended.data, Object.keys(changes)) ??
    refuseReferences(state, pickReferences(data, changes)) ??
    refuseEarly(state, pickDate(entry, changes)) ??
    allow({ type: 'entry_amended', data: { of, with: { ...changes, ...pickChanged(fields, entry.data) } } })
  );
}

/** What an entry may not say, also once it is corrected. What the correction does not touch stays as it was. */
function refuseAmended(state: ExerciseState, { type, data }: ExerciseEvent, touched: readonly string[]) {
  if (type === 'action_status_changed') return refuseVerified(state, data);
  if (type === 'wording_acknowledged' && !tellsWhy(data.reason)) return refuse('bad_amendment', `reason: ${whyNeeded}`);
  if (type !== 'runbook_change_proposed' || !fieldsOfApproval.some((field) => touched.includes(field))) return null;
  return refuseRunbookChange(state, data);
}

/** What of an entry the room reads word by word, or is about to read by this change. */
function pickRoomWords({ type, data }: ExerciseEvent): Readonly<Record<string, string | undefined>> {
  if (type === 'decision_opened') return { question: data.question };
  return type === 'question_asked' && data.to_room ? { question: data.question, answer: data.answer } : {};
}

function pickChanged(fields: Readonly<Record<string, string | undefined>>, before: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, words]) =>
      words === undefined || words === before[name] ? [] : [[name, words] as const],
    ),
  );
}

function tellFault(issue: z.core.$ZodIssue, whole: unknown): string {
  if (issue.code === 'unrecognized_keys') return `it has no field ${issue.keys.join(', ')}`;
  return `${issue.path.slice(1).join('.')}: found ${show(lookUp(whole, issue.path))}. ${issue.message}`;
}

function refuseTarget(state: ExerciseState, of: number) {
  const target = eventAt(state.log, of);
  if (!target) return refuse('unknown_entry');
  if (!isCapture(target.type)) return refuse('not_a_capture', nameEntry(state, target));
  if (isGone(state, of)) return refuse('entry_gone', nameEntry(state, target));
  const referrer = findReferrer(state, target);
  if (!referrer) return null;
  return refuse('entry_referred_to', `${nameEntry(state, referrer)}, refers to ${nameEntry(state, target)}`);
}

const idFields: ReadonlySet<string> = new Set([
  'seq',
  't',
  'm',
  's',
  'type',
  'at',
  'strength_id',
  'observation',
  'item',
  'action_item',
  'register_id',
  'change',
  'decision',
  'action',
  'clock',
]);

/** A field that says which thing the entry is about; the gap an action belongs to is no such field. */
export function isProtected({ type }: SavedEvent, field: string): boolean {
  if (type === 'wording_acknowledged') return field !== 'reason';
  if (field === 'gap') return type === 'gap_recorded' || type === 'management_response_recorded';
  if (field === 'strength') return type === 'strength_recorded';
  if (field === 'inject') return type === 'detected';
  if (field === 'objective') return type === 'objective_rated';
  if (field === 'decision' && type === 'management_response_recorded') return false;
  if (field === 'change') return type === 'runbook_change_proposed';
  return idFields.has(field);
}

type Amended = ReturnType<typeof eventSchema.parse>['data'];

/** The day on which what the entry stands for is due, signed, answered or over. */
function pickDate({ type }: SavedEvent, changes: Readonly<Record<string, unknown>>): string | undefined {
  const field = dateFields[type];
  const date = field && changes[field];
  return typeof date === 'string' ? date : undefined;
}

const dateFields: Partial<Record<SavedEvent['type'], string>> = {
  action_agreed: 'due_on',
  leadership_asked: 'by',
  management_response_recorded: 'until',
  report_signed: 'on',
  summary_approved: 'on',
};

/** Only references that the amendment touches are looked up again. */
function pickReferences(data: Amended, changes: Readonly<Record<string, unknown>>) {
  const touched = Object.entries(data).filter(([field]) => field in changes);
  const { objective, gap, runbook, evidence } = Object.fromEntries(touched);
  return { objective, gap, runbook, evidence };
}
