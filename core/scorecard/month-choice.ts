import { describePeriod, lastKnownDay, type Period } from './period.ts';
import { type MonthConfig, type Settings, settingsSchema } from './settings.ts';

export const monthPattern = /^\d{4}-(?:0[1-9]|1[0-2])$/;

export type ChosenMonth = { readonly period: Period; readonly settings: Settings } | { readonly problem: string };

/** The period that a month, what is configured of it and the day of today give, or why they do not fit. */
export function chooseMonth(month: string, config: MonthConfig, today: string): ChosenMonth {
  const { as_of, period_start, period_end, source_dates, snapshot_moment, rounding, asks, sentence, ...rest } = config;
  const settings = settingsSchema.parse(rest);
  const whole = describePeriod(month, settings.timezone);
  if (period_start !== undefined && period_start !== whole.start)
    return { problem: `period_start is ${period_start}, but ${month} begins on ${whole.start}. Change one of them.` };
  if (period_end !== undefined && period_end !== whole.end)
    return { problem: `period_end is ${period_end}, but ${month} ends on ${whole.end}. Change one of them.` };
  if (as_of !== undefined && as_of < whole.start)
    return { problem: `as_of is ${as_of}, before ${month} begins. Leave it out, or name a day of the month.` };
  if (as_of === undefined && today < whole.start)
    return { problem: `${month} has not begun: today is ${today}. Choose a month that has.` };
  const seenFrom = as_of ?? lastKnownDay(month, settings.timezone, today);
  return { period: describePeriod(month, settings.timezone, seenFrom), settings };
}
