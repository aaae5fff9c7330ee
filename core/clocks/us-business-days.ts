import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import table from './us-federal-holidays.json' with { type: 'json' };

const { from, until, days } = z
  .strictObject({ from: z.iso.date(), until: z.iso.date(), days: z.array(z.iso.date()) })
  .parse(table);
const holidays: ReadonlySet<string> = new Set(days);

/** The first and the last day whose holidays are known. */
export const holidayTable = { from, until } as const;

/**
 * The day itself is not counted, so a day on which offices are closed makes the next business day day 1. null where the
 * count leaves the holidays that are known: a guess would be a wrong deadline. Source: spec.md A.5, "Computation rules".
 */
export function addUsBusinessDays(date: string, count: number): string | null {
  let day = Temporal.PlainDate.from(date);
  if (day.toString() < from) return null;
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.toString() > until) return null;
    if (day.dayOfWeek <= 5 && !holidays.has(day.toString())) left -= 1;
  }
  return day.toString();
}
