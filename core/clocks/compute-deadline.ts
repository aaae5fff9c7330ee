import { Temporal } from 'temporal-polyfill';
import { fail, type Outcome, succeed } from '../outcome.ts';
import type { ClockTime } from './clock-time.ts';
import type { ClockUnit, LegalClock } from './legal-clock.ts';
import { addUsBusinessDays, holidayTable } from './us-business-days.ts';

/** A moment in UTC, the end of a day where the law counts days, or no number and what is said in its place. */
export type Deadline =
  | { readonly is: 'moment'; readonly at: string }
  | { readonly is: 'day'; readonly on: string }
  | { readonly is: 'words'; readonly basis: ClockUnit };

/**
 * Hours run on through nights, weekends and holidays, in UTC; days and months count from the date as it was written.
 * A rule that was not yet in force on that date starts nothing. Source: spec.md A.5, "Computation rules".
 */
export function computeDeadline(
  clock: LegalClock,
  trigger: ClockTime,
  aware: ClockTime | null = null,
): Outcome<Deadline> {
  const { offset, unit } = clock;
  if (!isInForce(clock, trigger.date)) return succeed({ is: 'words', basis: 'not_in_force' });
  if (offset === null) return succeed({ is: 'words', basis: unit });
  switch (unit) {
    case 'hours':
      return addHours(clock, offset, trigger, aware);
    case 'calendar_days':
      return succeed({ is: 'day', on: Temporal.PlainDate.from(trigger.date).add({ days: offset }).toString() });
    case 'months': // the same day of the month, else the last one
      return succeed({ is: 'day', on: Temporal.PlainDate.from(trigger.date).add({ months: offset }).toString() });
    case 'us_business_days': {
      const on = addUsBusinessDays(trigger.date, offset);
      return on === null ? beyondHolidays(clock, trigger) : succeed({ is: 'day', on });
    }
    default:
      return succeed({ is: 'words', basis: unit });
  }
}

export function isInForce({ unit, applies_from }: LegalClock, date: string): boolean {
  return unit !== 'not_in_force' && (applies_from === undefined || date >= applies_from);
}

function addHours(clock: LegalClock, hours: number, trigger: ClockTime, aware: ClockTime | null): Outcome<Deadline> {
  const limit = clock.hours_from_awareness;
  if (trigger.instant === null || (limit !== undefined && aware !== null && aware.instant === null))
    return fail({
      code: 'time_of_day_needed',
      message: `${clock.id} counts hours, and ${trigger.instant === null ? trigger.date : aware?.date} has no time of day.`,
      hint: 'Give the time as well, such as 2026-11-18T22:00Z.',
    });
  const own = Temporal.Instant.from(trigger.instant).add({ hours });
  const latest =
    limit === undefined || !aware?.instant ? own : Temporal.Instant.from(aware.instant).add({ hours: limit });
  const at = Temporal.Instant.compare(latest, own) < 0 ? latest : own;
  return succeed({ is: 'moment', at: at.toString({ smallestUnit: 'second' }) });
}

function beyondHolidays({ id }: LegalClock, { date }: ClockTime) {
  return fail({
    code: 'beyond_holidays',
    message: `${id} counts US business days, and from ${date} the count leaves the holidays that are known.`,
    hint: `They are known from ${holidayTable.from} to ${holidayTable.until}; add the missing year to the table of holidays.`,
  });
}
