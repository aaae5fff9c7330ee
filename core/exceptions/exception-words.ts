import { longDate } from '../local-time.ts';
import { isDay } from '../scenario/calendar.ts';
import { stateWords } from '../scorecard/page/flag-words.ts';
import type { Decision, DecisionKind } from './decision.ts';
import type { InFile } from './decision-standing.ts';
import type { RegisterState } from './describe-register.ts';

export const stateNames: Readonly<Record<RegisterState, string>> = {
  ...stateWords,
  closed: 'closed or rejected in the file',
  gone: 'not in the file any more',
};

export const decisionNames: Readonly<Record<DecisionKind, string>> = {
  renew: 'Renew',
  fix: 'Fix',
  retire: 'Retire',
  escalate: 'Escalate',
};

/** What was decided, as a sentence without its end. */
export function decisionWords(said: Decision): string {
  switch (said.is) {
    case 'renew':
      return `Renewed until ${dayWords(said.expires_on)}, approved by ${said.approver}`;
    case 'fix':
      return `To be fixed by ${said.by} until ${dayWords(said.until)}`;
    case 'retire':
      return `Retired on ${dayWords(said.closed_on)}`;
    case 'escalate':
      return `Escalated to ${said.to}, answer until ${dayWords(said.until)}`;
  }
}

export const inFileWords: Readonly<Record<InFile, string>> = {
  in_file: 'in the file',
  not_yet: 'not yet in the file',
  gone: 'not in the file any more',
};

/** `15 days left`, `ends today`, `16 days ago`. */
export function daysLeftWords(days: number | null): string {
  if (days === null) return 'No expiry';
  if (days === 0) return 'Ends today';
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days > 0 ? `${count} left` : `${count} ago`;
}

const dayWords = (day: string) => (isDay(day) ? longDate(day) : day);
