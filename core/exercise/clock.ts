import { Temporal } from 'temporal-polyfill';
import type { SavedEvent } from './events.ts';
import { listLog } from './log.ts';
import { type ExerciseState, findFirst, isLeftOut, type Stretch } from './state.ts';

const minuteMs = 60_000;

export type Times = { readonly exerciseMinutes: number; readonly storylineTime: string };

/** Both clocks, always together: whoever shows one shows the other. Whole minutes, as a clock on a wall. */
export function timesAt(state: ExerciseState, nowM: number): Times {
  return { exerciseMinutes: Math.floor(exerciseMinutesAt(state, nowM)), storylineTime: storylineTimeAt(state, nowM) };
}

/** Unrounded minutes of play in [from, to]: wall less paused time. Source: spec.md B.7, `elapsed(a, b)`. */
export function netMinutesBetween(state: ExerciseState, from: number, to: number): number {
  return overlapMs(state.play, from, to) / minuteMs;
}

/** Net minutes since the start: the exercise clock. */
export function exerciseMinutesAt(state: ExerciseState, m: number): number {
  return netMinutesBetween(state, 0, m);
}

/** Wall minutes of all sittings until `m`; time between sittings counts as neither wall nor pause. */
export function wallMinutesAt(state: ExerciseState, m: number): number {
  return overlapMs(state.sittings, 0, m) / minuteMs;
}

/**
 * The UTC moment, to the nearest minute, at which so many wall minutes since an event will have passed; null between two sittings,
 * when nobody knows. It stays what it was once told, until another sitting begins.
 */
export function wallEndOf(state: ExerciseState, event: SavedEvent, minutes: number): string | null {
  const sitting = state.sittings.at(-1);
  if (!sitting || sitting.until !== null) return null;
  const since = sitting.from > event.m ? listLog(state.log).find(({ m }) => m >= sitting.from) : event;
  if (!since) return null;
  const left = minutes - wallMinutesAt(state, since.m) + wallMinutesAt(state, event.m);
  const end = Temporal.Instant.from(since.t).add({ milliseconds: Math.round(left * minuteMs) });
  return end.round('minute').toString();
}

function overlapMs(stretches: readonly Stretch[], from: number, to: number): number {
  return stretches.reduce((sum, { from: start, until }) => {
    return sum + Math.max(0, Math.min(to, until ?? to) - Math.max(from, start));
  }, 0);
}

/**
 * Local date-time in the story. The anchor is the furthest first release of the running order, at the later of its own
 * storyline time and the clock at that moment; then net minutes, held at the next inject that is still to come.
 * Source: definitions.md, "Storyline time".
 */
export function storylineTimeAt(state: ExerciseState, m: number): string {
  const { injects, storyline_start } = state.scenario;
  let anchor = { time: storyline_start, m: Number.POSITIVE_INFINITY, index: -1 };
  for (const release of listFirstReleases(state, m)) {
    if (release.index <= anchor.index) continue;
    const own = injects[release.index]?.storyline_time ?? storyline_start;
    const running = runFrom(state, anchor, release.m);
    anchor = { time: own > running ? own : running, m: release.m, index: release.index };
  }
  return runFrom(state, anchor, m);
}

type Anchor = { readonly time: string; readonly m: number; readonly index: number };

function runFrom(state: ExerciseState, anchor: Anchor, m: number): string {
  if (anchor.index < 0) return anchor.time;
  const minutes = Math.floor(netMinutesBetween(state, anchor.m, m));
  const running = Temporal.PlainDateTime.from(anchor.time).add({ minutes }).toString().slice(0, 16);
  const next = state.scenario.injects.slice(anchor.index + 1).find(({ id }) => !isLeftOut(state, id));
  if (!next || running <= next.storyline_time) return running;
  return next.storyline_time > anchor.time ? next.storyline_time : anchor.time;
}

function listFirstReleases(state: ExerciseState, untilM: number) {
  return state.scenario.injects
    .flatMap(({ id }, index) => {
      const first = findFirst(state, `released:${id}`);
      return first && first.m <= untilM ? [{ index, m: first.m, seq: first.seq }] : [];
    })
    .sort((a, b) => a.seq - b.seq);
}
