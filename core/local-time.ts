import { Temporal } from 'temporal-polyfill';
import { remember } from './remember.ts';

/** `2026-03-17`: the day in the organisation's time zone, never the machine's. */
export function dayOf(t: string, zone: string): string {
  return zonedOf(t, zone).toPlainDate().toString();
}

/** `2026-03-17T10:05:00+01:00`. */
export function localTimeOf(t: string, zone: string): string {
  return zonedOf(t, zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** `10:05`: what the clock on the wall says then. */
export function clockTimeOf(t: string, zone: string): string {
  return localTimeOf(t, zone).slice(11, 16);
}

/** The same day so many months later, or the last one there is. */
export function addMonths(date: string, count: number): string {
  return Temporal.PlainDate.from(date).add({ months: count }).toString();
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** From one day to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1970. */
const dayNumber = remember(
  (day: string) => Temporal.PlainDate.from('1970-01-01').until(day, { largestUnit: 'days' }).days,
);

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `17 March 2026`. */
export function longDate(date: string): string {
  const { day, month, year } = Temporal.PlainDate.from(date);
  return `${day} ${monthNames[month - 1]} ${year}`;
}

/** `17 Mar 2026`, with no-break spaces so that a narrow column keeps it together. */
export const shortDate = remember((date: string) => {
  const { day, month, year } = Temporal.PlainDate.from(date);
  return `${day}\u00A0${monthNames[month - 1]?.slice(0, 3)}\u00A0${year}`;
});

/** `Tuesday 17 March 2026`. */
export function longDay(date: string): string {
  return `${weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1]} ${longDate(date)}`;
}

/** `Tue 17 Mar`. */
export function shortDay(date: string): string {
  const { day, month, dayOfWeek } = Temporal.PlainDate.from(date);
  return `${weekdays[dayOfWeek - 1]?.slice(0, 3)} ${day} ${monthNames[month - 1]?.slice(0, 3)}`;
}

/** `Tue 17 Mar 2026`. */
export function shortDayOfYear(date: string): string {
  return `${shortDay(date)} ${Temporal.PlainDate.from(date).year}`;
}

/** `Tue 09:20` of a local date-time in the story. */
export function storyTime(time: string): string {
  return `${weekdays[Temporal.PlainDateTime.from(time).dayOfWeek - 1]?.slice(0, 3)} ${time.slice(11, 16)}`;
}

function zonedOf(t: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(t).toZonedDateTimeISO(zone);
}
