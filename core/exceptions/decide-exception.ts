import { withoutUndefined } from '../exercise/decide/allow.ts';
import { addDays, longDate } from '../local-time.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import { mayBeSamePerson } from '../same-person.ts';
import { isDay } from '../scenario/calendar.ts';
import type { Exception } from '../scorecard/files/file-kinds.ts';
import { monthWords } from '../scorecard/page/month-words.ts';
import type { Decision, Entry } from './decision.ts';
import { isClosed, listTold, standingOf } from './decision-standing.ts';

/** Beyond so many days an expiry needs a reason. */
export const longestWithoutReason = 365;

type Now = { readonly t: string; readonly today: string };
/** The exceptions as the newest file has them, whatever their status. */
export type NewestFile = { readonly month: string; readonly exceptions: readonly Exception[] };
type KindOf<Is extends Decision['is']> = Extract<Decision, { is: Is }>;
type Why = readonly [code: string, why: string, hint: string];

/** What was decided as the next entry of the register, or why not. */
export function decideException(
  entries: readonly Entry[],
  file: NewestFile | null,
  exception: string,
  decision: Decision,
  now: Now,
): Outcome<Entry> {
  if (file === null) return refuse(exception, needs.file);
  const row = file.exceptions.find(({ exception_id }) => exception_id === exception);
  if (!row) return refuse(exception, needs.known(file.month));
  const said = withoutUndefined(tidy(decision));
  const refused = refuseStatus(row, file.month, now.today) ?? refuseDecision(row, said, now.today);
  if (refused) return refuse(exception, refused);
  return succeed(entryOf(entries, { exception, month: file.month, expires_on: row.expires_on, said }, now));
}

/** Takes back the decision that stands; `number` says which one was looked at. */
export function withdrawDecision(
  entries: readonly Entry[],
  file: NewestFile | null,
  exception: string,
  number: number,
  now: Now,
): Outcome<Entry> {
  const standing = standingOf(listTold(entries, exception));
  if (standing?.number !== number) return refuse(exception, needs.standing);
  const { expires_on } = standing;
  const month = file?.month ?? standing.month;
  return succeed(entryOf(entries, { exception, month, expires_on, said: { is: 'withdraw', number } }, now));
}

function entryOf(entries: readonly Entry[], about: Omit<Entry, 'number' | 't' | 'told_on'>, { t, today }: Now): Entry {
  const number = entries.reduce((most, entry) => Math.max(most, entry.number), 0) + 1;
  return { number, t, told_on: today, ...about };
}

function refuseStatus(row: Exception, month: string, today: string): Why | null {
  if (isClosed(row, today)) return needs.open(month, row.closed_on);
  return row.status === 'rejected' || row.status === 'draft' ? needs.decidable(month, row.status) : null;
}

function refuseDecision(row: Exception, said: Decision, today: string): Why | null {
  switch (said.is) {
    case 'renew':
      return refuseRenewal(row, said, today);
    case 'fix':
      return said.by === '' ? needs.fixer : refuseDay(said.until, today);
    case 'retire':
      return refuseRetirement(row, said);
    case 'escalate':
      return refuseEscalation(row, said, today);
  }
}

function refuseRenewal(row: Exception, said: KindOf<'renew'>, today: string): Why | null {
  const { owner, expires_on: ends, risk } = row;
  if (row.status !== 'approved') return needs.approved;
  const past = refuseDay(said.expires_on, today);
  if (past) return past;
  if (ends !== null && said.expires_on <= ends) return needs.later(ends);
  if (said.approver === '') return needs.approver;
  if (owner === null) return needs.owner;
  if (mayBeSamePerson(owner, said.approver)) return needs.someoneElse(said.approver);
  const isHeavy = risk === 'critical' || risk === 'high';
  if (isHeavy && isEmpty(said.compensating_control) && row.compensating_control === null) return needs.control(risk);
  const isFar = said.expires_on > addDays(today, longestWithoutReason);
  return isFar && isEmpty(said.reason) ? needs.reason : null;
}

/** It may have been closed before today, but not before it began. */
function refuseRetirement({ starts_on }: Exception, { closed_on }: KindOf<'retire'>): Why | null {
  if (!isDay(closed_on)) return needs.day(closed_on);
  return starts_on !== null && closed_on < starts_on ? needs.begun(starts_on) : null;
}

function refuseEscalation({ owner }: Exception, { to, until }: KindOf<'escalate'>, today: string): Why | null {
  if (to === '') return needs.receiver;
  if (owner !== null && mayBeSamePerson(owner, to)) return needs.higher(to);
  return refuseDay(until, today);
}

function refuseDay(day: string, today: string): Why | null {
  if (!isDay(day)) return needs.day(day);
  return day < today ? needs.notPast(day) : null;
}

const isEmpty = (typed: string | undefined) => typed === undefined || typed.trim() === '';

/** Lines without spaces at their ends; a text of nothing is none. */
function tidy<Said extends Decision>(said: Said): Said {
  const parts = Object.entries(said).map(([field, value]) => [field, value?.trim()]);
  const kept = parts.filter(([field, value]) => value !== '' || !optional.includes(String(field)));
  return Object.fromEntries(kept) as Said; // the same fields, trimmed
}
const optional = ['reason', 'compensating_control'];

function refuse(exception: string, [code, why, hint]: Why) {
  return fail({ code, message: `Nothing was decided on ${exception}: ${why}.`, hint });
}

const needs = {
  file: ['no_exceptions', 'no month holds exceptions yet', 'Take the exceptions of a month into the scorecard first.'],
  known: (month: string): Why => [
    'unknown_exception',
    `the exceptions of ${monthWords(month)} do not hold it`,
    'Open the exceptions again: a newer file may have left it out. What was decided before is kept.',
  ],
  open: (month: string, closed: string | null): Why => [
    'closed_meanwhile',
    `the file of ${monthWords(month)} says that it ${closed === null ? 'is closed' : `was closed on ${longDate(closed)}`}`,
    'What the newest file says counts. Correct it there, or leave it closed.',
  ],
  decidable: (month: string, status: string): Why => [
    'not_in_force',
    `the file of ${monthWords(month)} has it as ${status}`,
    'Only what was approved or waits for approval can be decided on.',
  ],
  approved: [
    'not_approved',
    'it waits for approval, so there is nothing to renew',
    'Approve it where it is kept and take the file again, or escalate it.',
  ],
  day: (typed: string): Why =>
    typed === ''
      ? ['no_day', 'it has no day', 'Write a day, such as 2026-11-29.']
      : ['no_day', `${typed} is no day`, 'Write a day, such as 2026-11-29.'],
  notPast: (day: string): Why => ['day_past', `${longDate(day)} is over`, 'Write today or a later day.'],
  later: (ends: string): Why => [
    'not_later',
    `it already runs until ${longDate(ends)}`,
    'A renewal ends later than that. To end it sooner, retire it.',
  ],
  approver: ['no_approver', 'a renewal needs who approves it', 'Write the name of somebody other than the owner.'],
  owner: [
    'no_owner',
    'its file names no owner, so nobody can tell that somebody else approves',
    'Escalate it to whoever names an owner, or name one where it is kept and take the file again.',
  ],
  someoneElse: (name: string): Why => [
    'self_approved',
    `${name} owns it`,
    'Nobody approves an exception of their own. Write who else approves.',
  ],
  control: (risk: string): Why => [
    'no_control',
    `its risk is ${risk} and nothing compensates for it`,
    'Write what makes up for the missing control until then, or fix it, or retire it.',
  ],
  reason: [
    'no_reason',
    `it would end more than ${longestWithoutReason} days from today`,
    'Write why so long, or choose an earlier day.',
  ],
  fixer: ['nobody', 'a fix needs by whom', 'Write one name or function.'],
  begun: (starts: string): Why => [
    'before_start',
    `it began on ${longDate(starts)}`,
    'It cannot be closed before it began. Write a later day.',
  ],
  receiver: ['nobody', 'an escalation needs to whom', 'Write one name or function.'],
  higher: (name: string): Why => ['owner_again', `${name} owns it`, 'Escalate it to somebody other than its owner.'],
  standing: [
    'not_standing',
    'that decision does not stand any more',
    'Somebody has decided anew or taken it back. Open the exceptions again.',
  ],
} as const satisfies Readonly<Record<string, Why | ((word: never, other: never) => Why)>>;
