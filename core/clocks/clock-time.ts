import { Temporal } from 'temporal-polyfill';
import { fail, type Outcome, succeed } from '../outcome.ts';
import { isTimeZone } from '../scenario/calendar.ts';

/** When something happened: the date as it was written where it happened, and the moment, where a time of day was given. */
export type ClockTime = {
  readonly date: string;
  /** UTC: `2026-11-18T22:00:00Z`. */
  readonly instant: string | null;
};

const shapes = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?)?$/i;

/** `2026-10-01`, `2026-11-18T22:00Z`, `2026-11-18T23:00+01:00`, or a local time in the zone that is given with it. */
export function readClockTime(words: string, zone: string | undefined): Outcome<ClockTime> {
  const [, date = '', time, offset] = shapes.exec(words.trim()) ?? [];
  if (zone !== undefined && !isTimeZone(zone))
    return notRead(`"${zone}" is no time zone`, 'Write one such as Europe/Berlin.');
  try {
    const day = Temporal.PlainDate.from(date, { overflow: 'reject' }).toString();
    if (time === undefined) return succeed({ date: day, instant: null });
    if (offset !== undefined)
      return succeed({ date: day, instant: tell(Temporal.Instant.from(`${day}T${time}${offset}`)) });
    if (zone === undefined)
      return notRead(
        `"${words}" does not say in which time zone`,
        'Add Z or an offset such as +01:00, or give the zone.',
      );
    return succeed(inZone(`${day}T${time}`, zone));
  } catch {
    return notRead(
      `"${words}" is no date or time that exists`,
      'Write a date such as 2026-11-18, or a time such as 2026-11-18T22:00Z.',
    );
  }
}

/** A local time of the story. One that the clocks left out in spring is the moment an hour later. */
export function inZone(local: string, zone: string) {
  const instant = Temporal.PlainDateTime.from(local, { overflow: 'reject' }).toZonedDateTime(zone).toInstant();
  return { date: local.slice(0, 10), instant: tell(instant) } satisfies ClockTime;
}

const tell = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'second' });

const notRead = (message: string, hint: string) => fail({ code: 'not_a_time', message: `${message}.`, hint });
