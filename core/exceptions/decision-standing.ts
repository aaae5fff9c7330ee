import { isSamePerson } from '../same-person.ts';
import type { Exception } from '../scorecard/files/file-kinds.ts';
import { type Decision, type DecisionEntry, dayOfDecision, type Entry } from './decision.ts';

/** `gone`: the newest file does not hold the exception any more. */
export type InFile = 'in_file' | 'not_yet' | 'gone';

export type Told = { readonly entry: DecisionEntry; readonly isWithdrawn: boolean };

/** Decisions on one exception, the oldest first. */
export function listTold(entries: readonly Entry[], exception: string): readonly Told[] {
  const own = entries.filter((entry) => entry.exception === exception);
  const withdrawn = new Set(own.flatMap(({ said }) => (said.is === 'withdraw' ? [said.number] : [])));
  return own.filter(isDecision).map((entry) => ({ entry, isWithdrawn: withdrawn.has(entry.number) }));
}

/** The last one that was not taken back; null: none stands. */
export function standingOf(told: readonly Told[]): DecisionEntry | null {
  return told.findLast(({ isWithdrawn }) => !isWithdrawn)?.entry ?? null;
}

/** Whether the newest file says what was decided. What it says of the exception itself counts, whatever was decided. */
export function markInFile({ said, expires_on }: DecisionEntry, row: Exception | null, today: string): InFile {
  if (row === null) return 'gone';
  if (isClosed(row, today)) return 'in_file';
  return saysSo(said, row, expires_on) ? 'in_file' : 'not_yet';
}

function saysSo(said: Decision, row: Exception, endedOn: string | null): boolean {
  switch (said.is) {
    case 'renew':
      return row.expires_on !== null && row.expires_on >= said.expires_on;
    case 'escalate':
      return isNamed(said.to, row) || (row.expires_on !== null && endedOn !== null && row.expires_on > endedOn);
    case 'fix':
    case 'retire':
      return row.closed_on !== null; // on a later day
  }
}

const isNamed = (name: string, { owner, approver }: Exception) =>
  [owner, approver].some((person) => person !== null && isSamePerson(person, name));

export function isClosed({ status, closed_on }: Exception, today: string): boolean {
  return status === 'closed' || (closed_on !== null && closed_on <= today);
}

/** Its day is over and the newest file does not say so. */
export function isDecisionOverdue(entry: DecisionEntry, mark: InFile, today: string): boolean {
  return mark === 'not_yet' && dayOfDecision(entry.said) < today;
}

function isDecision(entry: Entry): entry is DecisionEntry {
  return entry.said.is !== 'withdraw';
}
