import type { ClockGap } from '#contract/console-answers.ts';
import type { ExerciseClock } from './exercise-clock.ts';
import type { Clock } from './shell.ts';

/** A shorter stretch counts without a question. */
const askFromMs = 30_000;

type Needs = {
  readonly clock: Clock;
  readonly time: ExerciseClock;
  /** How often `look` is called. */
  readonly lookEveryMs: number;
  /** Real milliseconds, at whatever rate the exercise is rehearsed: `look` called much too late tells of a machine that stood still. */
  readonly realMs?: () => number;
};

export type ClockNews = 'asks' | 'set_back' | null;

/**
 * Stretches in which nobody can say whether the room went on: Muster was closed, the machine slept, or somebody set its clock.
 * The steady clock stands still while Linux sleeps, and goes on while Windows and macOS do. Source: definitions.md, "Two times on
 * every event": what the facilitator answers counts, else the wall clock; a jump of the wall clock alone changes nothing.
 */
export function createClockGap({ clock, time, lookEveryMs, realMs = () => performance.now() }: Needs) {
  const least = askFromMs * clock.rate;
  let gap: ClockGap | null = time.gapMs >= least ? { after: 'restart', ms: time.gapMs, isCounted: true } : null;
  let last = read();

  /** `hasSlept`: the shell knows that the machine slept, so the wall clock tells how long. */
  function look(hasSlept = false): ClockNews {
    const now = read();
    const passed = { wall: now.wall - last.wall, steady: now.steady - last.steady };
    const stoodStill = now.real - last.real - lookEveryMs >= askFromMs;
    last = now;
    const unseen = passed.wall - passed.steady;
    if (unseen <= -least) return 'set_back';
    if (unseen < least && !stoodStill) return null;
    if (hasSlept) time.add(Math.max(0, unseen));
    const isCounted = hasSlept || unseen < least;
    open({ after: 'sleep', ms: Math.round(unseen < least ? passed.steady : unseen), isCounted });
    return 'asks';
  }

  function read() {
    return { wall: clock.wallMs(), steady: clock.steadyMs(), real: realMs() };
  }

  /** Two in a row are one question, as long as one answer fits both. */
  function open(next: ClockGap): void {
    gap = gap !== null && gap.isCounted === next.isCounted ? { ...next, ms: gap.ms + next.ms } : next;
  }

  /** Lets the stretch count or not, as far back as `notBefore` allows. Gives how to take that back. */
  function settle({ ms, isCounted }: ClockGap, counted: boolean, notBefore: number): () => void {
    if (counted === isCounted) return () => {};
    if (counted) {
      time.add(ms);
      return () => void time.leaveOut(ms, 0);
    }
    const left = time.leaveOut(ms, notBefore);
    return () => time.add(left);
  }

  const forget = () => {
    gap = null;
  };
  return { get: () => gap, look, settle, forget };
}

export type ClockGaps = ReturnType<typeof createClockGap>;
