import { shortDate } from '../local-time.ts';
import { profileWords } from '../plan/profile-words.ts';
import { plural } from '../report/term-words.ts';
import type { IncidentFact } from '../scenario/vocabulary.ts';
import type { Deadline } from './compute-deadline.ts';
import type { ClockUnit, LegalClock } from './legal-clock.ts';
import { legalClockTable } from './legal-clocks.ts';

const countedUnits: Readonly<Partial<Record<ClockUnit, string>>> = {
  hours: 'hour',
  calendar_days: 'calendar day',
  months: 'month',
  us_business_days: 'US business day',
};

export const basisWords: Readonly<Partial<Record<ClockUnit, string>>> = {
  without_undue_delay: 'without undue delay, no number of hours',
  see_table: 'differs from state to state',
  not_in_force: 'not in force',
  before_payment: 'before any payment',
  policy: 'as the policy says',
  immediately: 'at once',
};

/** `72 hours`, `1 month`, `without undue delay, no number of hours`. */
export function timeAllowed({ offset, unit, hours_from_awareness }: LegalClock): string {
  const counted = countedUnits[unit];
  if (offset === null || counted === undefined) return basisWords[unit] ?? unit.replaceAll('_', ' ');
  const limit =
    hours_from_awareness === undefined ? '' : `, at most ${plural(hours_from_awareness, 'hour')} from awareness`;
  return `${plural(offset, counted)}${limit}`;
}

/** `72 hours from: controller aware …`; without a number `at once; starts with: …`. */
export function tellBasis(clock: LegalClock): string {
  return `${timeAllowed(clock)}${clock.offset === null ? '; starts with' : ' from'}: ${clock.trigger}`;
}

/** As other programs read it: UTC to the second, or a date; null where the law gives no number. */
export function writeDeadline(deadline: Deadline): string | null {
  if (deadline.is === 'words') return null;
  return deadline.is === 'moment' ? deadline.at : deadline.on;
}

/** `grade A, text or several concordant sources, checked on 23 Nov 2026`: how well the row was verified. Grade C was not checked on any day. */
export function gradeWords({ verified }: LegalClock): string {
  const words = `grade ${verified}, ${legalClockTable.verification_key[verified]}`;
  return verified === 'C' ? words : `${words}, checked on ${shortDate(legalClockTable.checked_on)}`;
}

/** What has to hold of the incident, as a sentence to agree with. */
export const factWords: Readonly<Record<IncidentFact, string>> = {
  high_risk: 'A high risk to people is likely',
  significant_incident: 'The incident is significant',
  major_incident: 'The incident is classified as major',
  over_500: 'More than 500 people are concerned',
  payment_made: 'A ransom was paid',
  payment_considered: 'A payment is considered',
};

/** What has to hold of organisation or incident, as a sentence to agree with. */
export const conditionWords: Readonly<Record<LegalClock['applies_when'][number], string>> = {
  ...profileWords,
  ...factWords,
  always: 'Always',
};
