import { readDay } from '../day.ts';
import { localDateTime } from '../scenario/schema.ts';
import { readTimeOfDay } from '../time-of-day.ts';

/** A date and time that can be planned. */
export function isMoment(starts: string): boolean {
  return /^2[01]/.test(starts) && localDateTime.safeParse(starts).success;
}

/** null while none is set that a calendar has. */
export function dayOfStart(starts: string | null): string | null {
  return starts !== null && isMoment(starts) ? starts.slice(0, 10) : null;
}

/** Day and time of a start as far as they are typed. */
export function splitStart(starts: string | null): { readonly day: string; readonly time: string } {
  const [day = '', ...time] = (starts ?? '').split('T');
  return { day, time: time.join('T') };
}

/** Nothing in both is no start yet. */
export function joinStart(day: string, time: string): string | null {
  return day === '' && time === '' ? null : `${day}T${time}`;
}

export type StartFault = { readonly at: 'day' | 'time'; readonly message: string };

/** What is wrong with a start, at the half where it can be put right. */
export function findStartFault(starts: string | null): StartFault | null {
  if (starts === null || isMoment(starts)) return null;
  const { day, time } = splitStart(starts);
  if (day === '')
    return { at: 'day', message: 'Write the day as well, such as 29 Nov 2026. Until then the date stays as it was.' };
  if (!isMoment(`${day}T00:00`))
    return { at: 'day', message: readDay(day).problem ?? 'Write a date from 2000 to 2199.' };
  if (time === '')
    return { at: 'time', message: 'Write the time as well, such as 9:30. Until then the date stays as it was.' };
  return { at: 'time', message: readTimeOfDay(time).problem ?? 'Write the time with 24 hours, such as 21:30.' };
}
