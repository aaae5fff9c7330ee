import { longDate, monthNames } from '../local-time.ts';
import { isDay } from '../scenario/calendar.ts';
import type { ExceptionFlag } from '../scorecard/figures/exception-flags.ts';
import type { Decision, DecisionKind } from './decision.ts';
import type { InFile } from './decision-standing.ts';
import type { RegisterState } from './describe-register.ts';

/** `October 2026`. */
export function monthWords(month: string): string {
  const name = monthNames[Number(month.slice(5, 7)) - 1];
  return name === undefined ? month : `${name} ${month.slice(0, 4)}`;
}

export const stateNames: Readonly<Record<RegisterState, string>> = {
  expired_open: 'Expired, still open',
  active: 'Active',
  not_started: 'Approved, not begun',
  pending: 'Waits for approval',
  closed: 'Closed or rejected in the file',
  gone: 'Not in the file any more',
};

export function flagWords(flag: ExceptionFlag, expiringWithinDays: number): string {
  switch (flag) {
    case 'EXPIRED':
      return 'Expired';
    case 'NO_OWNER':
      return 'No owner';
    case 'NO_COMPENSATING_CONTROL':
      return 'No compensating control';
    case 'NO_APPROVER':
      return 'No approver';
    case 'EXPIRES≤30':
      return `Expires within ${expiringWithinDays} days`;
    case 'NO_EXPIRY':
      return 'No expiry';
    case 'SELF_APPROVED':
      return 'Approved by its owner';
    case 'RENEWED≥2':
      return 'Renewed twice or more';
    case 'OVER_365_DAYS':
      return 'Over 365 days';
    case 'ORPHAN_SCOPE':
      return 'Scope unknown or decommissioned';
    case 'OWNER_LEFT':
      return 'Owner has left';
  }
}

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
