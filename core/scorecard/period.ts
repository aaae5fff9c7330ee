import { Temporal } from 'temporal-polyfill';
import { addDays } from '../local-time.ts';
import { startOfDay } from './files/read-cell.ts';

/** A calendar month in one time zone, looked at from the end of a day in it. Days are inclusive; milliseconds since 1970. */
export type Period = {
  readonly month: string;
  readonly zone: string;
  readonly start: string;
  /** The last day that counts: of the month, or `asOf` where the month is not over. */
  readonly end: string;
  readonly asOf: string;
  readonly startMs: number;
  /** The first moment that no longer counts. */
  readonly endMs: number;
  readonly asOfEndMs: number;
};

/** `asOf` null: the last day of the month. Throws where the month, the day or the zone is none: they come checked. */
export function describePeriod(month: string, zone: string, asOf: string | null = null): Period {
  const calendar = Temporal.PlainYearMonth.from(month);
  const start = calendar.toPlainDate({ day: 1 }).toString();
  const last = calendar.toPlainDate({ day: calendar.daysInMonth }).toString();
  const seenFrom = asOf ?? last;
  const end = seenFrom < last ? seenFrom : last;
  return {
    month,
    zone,
    start,
    end,
    asOf: seenFrom,
    startMs: startOfDay(start, zone),
    endMs: startOfDay(addDays(end, 1), zone),
    asOfEndMs: startOfDay(addDays(seenFrom, 1), zone),
  };
}

export function previousMonth(month: string): string {
  return Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString();
}

/** From which a month is looked at unless somebody says so: its last day, or today while it is not over. */
export function lastKnownDay(month: string, zone: string, today: string): string {
  const { start, end } = describePeriod(month, zone);
  return today >= start && today < end ? today : end;
}
