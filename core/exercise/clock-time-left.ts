import { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../clocks/compute-deadline.ts';

/** From when to when a legal clock runs, worked out once; `ClockTime.instant` of the story in minutes since 1970. */
export type ClockSpan = {
  /** The deadline as the organisation's clocks show it: `2026-02-20T09:25`, or a date, at the end of that day. */
  readonly deadline: string;
  readonly from: number;
  readonly until: number;
};

export type TimeLeft = {
  readonly deadline: string;
  /** Whole storyline minutes until then; less than 0 once it has passed. */
  readonly leftMinutes: number;
  readonly usedMinutes: number;
  /** 0 to 1 of the time allowed. */
  readonly used: number;
};

/** null where the law gives no number. */
export function spanOf(deadline: Deadline, from: number, zone: string): ClockSpan | null {
  switch (deadline.is) {
    case 'moment': {
      const end = Temporal.Instant.from(deadline.at).toZonedDateTimeISO(zone);
      return { deadline: end.toString().slice(0, 16), from, until: end.epochMilliseconds / 60_000 };
    }
    case 'day': {
      const end = Temporal.PlainDate.from(deadline.on).add({ days: 1 }).toZonedDateTime(zone);
      return { deadline: deadline.on, from, until: end.epochMilliseconds / 60_000 };
    }
    case 'words':
      return null;
  }
}

export function timeLeft({ deadline, from, until }: ClockSpan, at: number): TimeLeft {
  return {
    deadline,
    leftMinutes: Math.floor(until - at),
    usedMinutes: Math.floor(at - from),
    used: Math.min(1, Math.max(0, (at - from) / (until - from))),
  };
}

/** Minutes since 1970 of a moment in UTC. */
export function minuteOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds / 60_000;
}
