import { Temporal } from 'temporal-polyfill';

/** The story keeps its weekdays and times of day, so it moves by whole weeks. */
export function shiftWeeks(start: string, weeks: number): string {
  return Temporal.PlainDateTime.from(start).add({ weeks }).toString().slice(0, 16);
}

/** Whole weeks from one start of the story to another; rounded where they do not fit. */
export function countWeeks(from: string, to: string): number {
  const { days } = Temporal.PlainDateTime.from(from).until(Temporal.PlainDateTime.from(to), { largestUnit: 'days' });
  return Math.round(days / 7);
}

/** The start with the script's weekday that lies in the week (Monday to Sunday) of a day. */
export function startInWeekOf(start: string, day: string): string {
  const monday = (date: Temporal.PlainDate) => date.subtract({ days: date.dayOfWeek - 1 });
  const from = monday(Temporal.PlainDate.from(start.slice(0, 10)));
  const to = monday(Temporal.PlainDate.from(day.slice(0, 10)));
  return shiftWeeks(start, from.until(to, { largestUnit: 'days' }).days / 7);
}
