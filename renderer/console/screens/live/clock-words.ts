import { basisWords } from '#core/clocks/clock-words.ts';
import type { TimeLeft } from '#core/exercise/clock-time-left.ts';
import type { ClockCard, Mark } from '#core/exercise/views/console-view-clocks.ts';
import { shortDay, storyTime } from '#core/local-time.ts';
import { hoursMinutes } from './words.ts';

export const statusNames: Readonly<Record<ClockCard['status'], string>> = {
  not_recognised: 'Not recognised yet',
  recognised: 'Recognised',
  not_applicable: 'Does not apply',
  filed: 'Filed',
};

/** `Tue 11:20, T+34`: both clocks. */
export const markWords = ({ storylineTime, minute }: Mark): string => `${storyTime(storylineTime)}, T+${minute}`;

/** `Fri 20 Feb, 09:25`, or `the end of Fri 20 Mar`. */
export function deadlineWords(deadline: string): string {
  const day = shortDay(deadline.slice(0, 10));
  return deadline.length === 10 ? `the end of ${day}` : `${day}, ${deadline.slice(11)}`;
}

const weekMinutes = 6 * 24 * 60;

/** `Fri 09:25` while the weekday says enough, else `Fri 20 Mar`. */
export function shortDeadline({ deadline, leftMinutes }: TimeLeft): string {
  const isNear = deadline.length > 10 && Math.abs(leftMinutes) < weekMinutes;
  return isNear ? storyTime(deadline) : shortDay(deadline.slice(0, 10));
}

/** `71 h 50 min left`, `2 h over`; of what was filed how long before or after; without a number since when it is known. */
export function leftWords({ time, status, law, recognised }: ClockCard): string {
  if (!time) {
    if (recognised && status === 'recognised') return `${recognised.agoMinutes} min since known`;
    return (status === 'not_recognised' && law && basisWords[law.unit]) || '';
  }
  const isOver = time.leftMinutes < 0;
  const span = hoursMinutes(Math.abs(time.leftMinutes));
  if (status === 'filed') return isOver ? `filed ${span} late` : `filed with ${span} left`;
  return isOver ? `${span} over` : `${span} left`;
}

export const isOver = ({ time }: ClockCard): boolean => time !== null && time.leftMinutes < 0;
