import type { ExportFile } from '../actions/exports/export-file.ts';
import { longDate } from '../local-time.ts';
import type { RegisteredException } from './describe-register.ts';
import { decisionWords, inFileWords, stateNames } from './exception-words.ts';
import { type OwnersReminders, reminderNames } from './reminders.ts';

export const reminderColumns = ['owner', 'reminder', 'day', 'days', 'exception_id', 'title', 'to_do'] as const;

/** The reminders for a spreadsheet or a mail merge, as they are listed. */
export function listRemindersFile(reminders: readonly OwnersReminders[]): ExportFile {
  const rows = reminders.flatMap(({ reminders: own }) =>
    own.map(({ owner, kind, day, days, id, title, words }) => [
      ...[owner ?? '', reminderNames[kind], day, String(days), id, title, words],
    ]),
  );
  return { is: 'table', name: 'exception-reminders.csv', header: reminderColumns, rows };
}

/** An all-day entry of a calendar; `key` names the same one in every later file. */
export type ExpiryEvent = {
  readonly key: string;
  readonly day: string;
  readonly summary: string;
  readonly description: string;
};

/** One for each exception that is in force, or will be, and ends today or later: nobody is reminded of a day that is over. */
export function listExpiryEvents(exceptions: readonly RegisteredException[], today: string): readonly ExpiryEvent[] {
  return exceptions.flatMap(({ id, row, state, decision }) => {
    if (row === null || row.expires_on === null || row.expires_on < today || !inForce.includes(state)) return [];
    const { title, risk, owner, scope_ref, control_ref, compensating_control, ticket } = row;
    const decided = decision && `${decisionWords(decision.entry.said)} (${inFileWords[decision.mark]})`;
    const facts: readonly (readonly [string, string | null])[] = [
      ['Owner', owner ?? 'nobody'],
      ['Risk', risk],
      ['Scope', scope_ref],
      ['Control', control_ref],
      ['Compensating control', compensating_control ?? 'none'],
      ['State', stateNames[state]],
      ['Decided', decided],
      ['Ticket', ticket],
    ];
    const told = facts.flatMap(([name, words]) => (words === null ? [] : `${name}: ${words}`));
    const ends = `Ends at the end of ${longDate(row.expires_on)}. Renew, fix, retire or escalate.`;
    return [
      {
        key: id,
        day: row.expires_on,
        summary: `Exception ends: ${id} ${title}`,
        description: [ends, ...told].join('\n'),
      },
    ];
  });
}

const inForce: readonly RegisteredException['state'][] = ['active', 'not_started'];
