import { Temporal } from 'temporal-polyfill';
import type { ExerciseState } from '../exercise/state.ts';
import { dayOf, localTimeOf } from '../local-time.ts';

const minuteMs = 60_000;

/** A stretch of wall time, in epoch milliseconds, and the exercise millisecond at which it begins. */
export type Span = { readonly from: number; readonly until: number; readonly m: number };

export type Placed = {
  readonly m: number | null;
  /** Its time is that of the line before. */
  readonly isInherited?: true;
  readonly rest: string;
  readonly taken: readonly string[];
  readonly problem: string | null;
};

/** When a note was taken: its own time, else that of the line before. A minute is as exact as a note is. */
export function placeNote(state: ExerciseState, note: string, spans: readonly Span[], before: number | null): Placed {
  const [mark, minutes] = /^T\s*\+\s*(\d{1,5})\b[\s:–—|-]*/i.exec(note) ?? [];
  const [clock, hour, minute] = /^(\d{1,2})[:.h](\d{2})(?:[:.]\d{2})?(?!\d)[\s:–—|-]*/.exec(note) ?? [];
  if (mark !== undefined) return atMinute(state, { rest: note.slice(mark.length), minutes: Number(minutes), spans });
  if (clock !== undefined) {
    return atClock(state, {
      rest: note.slice(clock.length),
      hour: Number(hour),
      minute: Number(minute),
      spans,
      before,
    });
  }
  if (before === null)
    return none(note, 'No time stands before it, and none in a line above. Write one, such as 09:14.');
  return { m: before, isInherited: true, rest: note, taken: ['No time: that of the line before.'], problem: null };
}

type Marked = { readonly rest: string; readonly minutes: number; readonly spans: readonly Span[] };

/** `T+14`: the moment at which the exercise clock showed it. */
function atMinute({ play }: ExerciseState, { rest, minutes, spans }: Marked): Placed {
  const end = endOf(spans);
  let left = minutes * minuteMs;
  for (const { from, until } of play) {
    const length = (until ?? end) - from;
    if (left <= length) return { m: from + left, rest, taken: [], problem: null };
    left -= length;
  }
  return none(rest, `T+${minutes} lies behind the end of the exercise so far.`);
}

type Timed = Pick<Marked, 'rest' | 'spans'> & {
  readonly hour: number;
  readonly minute: number;
  readonly before: number | null;
};

function atClock(state: ExerciseState, { rest, hour, minute, spans, before }: Timed): Placed {
  if (hour > 23 || minute > 59) return none(rest, `${hour}:${pad(minute)} is no time of day.`);
  const zone = state.setup?.organisation.time_zone ?? 'UTC';
  const days = [...new Set(spans.flatMap(({ from, until }) => [from, until]).map((at) => dayOf(instant(at), zone)))];
  const found = days.flatMap((day) => {
    const at = Temporal.PlainDateTime.from(`${day}T${pad(hour)}:${pad(minute)}`).toZonedDateTime(
      zone,
    ).epochMilliseconds;
    return mAt(spans, at) ?? [];
  });
  const m = found.find((candidate) => before === null || candidate >= before) ?? found.at(-1);
  if (m !== undefined) return { m, rest, taken: [], problem: null };
  const [first, last] = [spans[0]?.from, spans.at(-1)?.until].map((at) =>
    localTimeOf(instant(at ?? 0), zone).slice(11, 16),
  );
  return none(
    rest,
    `${pad(hour)}:${pad(minute)} lies outside the exercise, which went from ${first} to ${last} in ${zone}.`,
  );
}

/** null outside; a note of the very minute of the start or the end belongs to it. */
function mAt(spans: readonly Span[], at: number): number | null {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last || at < first.from - minuteMs || at > last.until + minuteMs) return null;
  const span = spans.findLast(({ from }) => from <= at) ?? first;
  return Math.round(span.m + Math.min(Math.max(0, at - span.from), span.until - span.from));
}

const endOf = (spans: readonly Span[]) => spans.reduce((end, { from, until, m }) => Math.max(end, m + until - from), 0);
const instant = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toString();
const pad = (count: number) => String(count).padStart(2, '0');
const none = (rest: string, problem: string): Placed => ({ m: null, rest, taken: [], problem });
