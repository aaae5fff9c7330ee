import type { Clock } from './shell.ts';

/** When an exercise was last known to go on. */
export type LastSeen = { readonly t: string; readonly m: number };

/**
 * Steady milliseconds since an exercise was first opened. Between two runs of Muster the wall clock counts, until the
 * facilitator says otherwise. Source: definitions.md, "Two times on every event".
 */
export function createExerciseClock(clock: Clock, last: LastSeen | null) {
  const gapMs = last ? Math.max(0, clock.wallMs() - Date.parse(last.t)) : 0;
  const anchor = { m: (last?.m ?? 0) + gapMs, steady: clock.steadyMs() };

  const nowM = () => Math.round(anchor.m + clock.steadyMs() - anchor.steady);
  const timeOf = (m: number) => new Date(clock.wallMs() - (nowM() - m)).toISOString();
  /** Leaves a stretch out of the count, as far back as `notBefore` allows; gives what was left out. */
  function leaveOut(ms: number, notBefore: number): number {
    const left = Math.min(ms, Math.max(0, nowM() - notBefore));
    anchor.m -= left;
    return left;
  }
  const add = (ms: number) => {
    anchor.m += ms;
  };
  return { nowM, timeOf, leaveOut, add, gapMs };
}

export type ExerciseClock = ReturnType<typeof createExerciseClock>;
