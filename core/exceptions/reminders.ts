import { foldName } from '../same-person.ts';
import { dayOfDecision } from './decision.ts';
import type { RegisteredException } from './describe-register.ts';
import { decisionNames } from './exception-words.ts';

/** What somebody is to be reminded of, the most urgent first. */
export const reminderKinds = ['expired', 'decision_overdue', 'within_7', 'within_14', 'within_30'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

export type Reminder = {
  readonly kind: ReminderKind;
  readonly id: string;
  readonly title: string;
  /** null: no file names one. */
  readonly owner: string | null;
  /** When it ends, ended or was to be done; days from today, negative where that is over. */
  readonly day: string;
  readonly days: number;
  /** What to do, as a sentence. */
  readonly words: string;
};

export type OwnersReminders = { readonly owner: string | null; readonly reminders: readonly Reminder[] };

/** What is due, by owner: nobody's first, then whoever has the most urgent. */
export function listReminders(
  exceptions: readonly RegisteredException[],
  countDays: (day: string) => number,
): readonly OwnersReminders[] {
  const reminders = exceptions.flatMap((one) => [...remindOfEnd(one), ...remindOfDecision(one, countDays)]);
  const byOwner = Map.groupBy(reminders.toSorted(byUrgency), ({ owner }) => (owner === null ? '' : foldName(owner)));
  return [...byOwner.values()]
    .map((own) => ({ owner: own[0]?.owner ?? null, reminders: own }))
    .toSorted((a, b) => Number(a.owner !== null) - Number(b.owner !== null)); // otherwise as they come, the most urgent first
}

function remindOfEnd({ id, row, state, daysLeft, decision }: RegisteredException): readonly Reminder[] {
  if (row === null || row.expires_on === null || daysLeft === null) return [];
  const kind = state === 'expired_open' ? 'expired' : state === 'active' ? kindOfDays(daysLeft) : null;
  if (kind === null) return [];
  const about = { id, title: row.title, owner: row.owner, day: row.expires_on, days: daysLeft };
  const decided = decision?.mark === 'not_yet' ? decision.entry.said.is : null;
  const open = kind === 'expired' ? 'It has run out and is still open' : 'Decide before it ends';
  const words =
    decided === null
      ? `${open}: renew, fix, retire or escalate.`
      : `“${decisionNames[decided]}” is decided and not yet in the file.`;
  return [{ kind, ...about, words }];
}

function remindOfDecision(
  { id, row, decision }: RegisteredException,
  countDays: (day: string) => number,
): readonly Reminder[] {
  if (row === null || !decision?.isOverdue) return [];
  const { said } = decision.entry;
  const day = dayOfDecision(said);
  const words = `“${decisionNames[said.is]}” was to be done by then, and the file does not say so.`;
  return [{ kind: 'decision_overdue', id, title: row.title, owner: row.owner, day, days: countDays(day), words }];
}

function kindOfDays(days: number): ReminderKind | null {
  if (days <= 7) return 'within_7';
  if (days <= 14) return 'within_14';
  return days <= 30 ? 'within_30' : null;
}

function byUrgency(a: Reminder, b: Reminder): number {
  return reminderKinds.indexOf(a.kind) - reminderKinds.indexOf(b.kind) || a.days - b.days || (a.id < b.id ? -1 : 1);
}

export const reminderNames: Readonly<Record<ReminderKind, string>> = {
  expired: 'Expired, still open',
  decision_overdue: 'Decision overdue',
  within_7: 'Ends within 7 days',
  within_14: 'Ends within 14 days',
  within_30: 'Ends within 30 days',
};
