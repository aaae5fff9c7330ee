import { describe, expect, it } from 'vitest';
import { createClockGap } from '#services/application/clock-gap.ts';
import { createExerciseClock } from '#services/application/exercise-clock.ts';

const minute = 60_000;
const lookEveryMs = 5_000;

/** A machine whose clocks are moved apart by hand. */
function machine(rate = 1) {
  const at = { wall: Date.parse('2026-03-29T00:30:00Z'), steady: 0, real: 0 };
  const clock = { wallMs: () => at.wall, steadyMs: () => at.steady, rate };
  const time = createExerciseClock(clock, { t: new Date(at.wall).toISOString(), m: 10 * minute });
  const gaps = createClockGap({ clock, time, lookEveryMs, realMs: () => at.real });
  const pass = (ms: number) => {
    at.wall += ms * rate;
    at.steady += ms * rate;
    at.real += ms;
  };
  return { at, time, gaps, pass };
}

describe('A clock that is looked at every few seconds', () => {
  it.each([1, 60])('says nothing while all clocks go on together, at rate %i', (rate) => {
    const { gaps, pass } = machine(rate);
    for (let look = 0; look < 100; look += 1) {
      pass(lookEveryMs);
      expect(gaps.look()).toBeNull();
    }
    expect(gaps.get()).toBeNull();
  });

  it('asks about a sleep through which the steady clock stood still, and counts it only when told so', () => {
    const { at, time, gaps, pass } = machine();
    pass(lookEveryMs);
    at.wall += 180 * minute;
    expect(gaps.look()).toBe('asks');
    expect(gaps.get()).toEqual({ after: 'sleep', ms: 180 * minute, isCounted: false });
    expect(time.nowM()).toBe(10 * minute + lookEveryMs);
    gaps.settle({ after: 'sleep', ms: 180 * minute, isCounted: false }, true, 0);
    expect(time.nowM()).toBe(190 * minute + lookEveryMs);
  });

  it('asks about a sleep through which the steady clock went on, and leaves it out when told so', () => {
    const { time, gaps, pass } = machine();
    pass(180 * minute);
    expect(gaps.look()).toBe('asks');
    const gap = { after: 'sleep', ms: 180 * minute, isCounted: true } as const;
    expect(gaps.get()).toEqual(gap);
    const takeBack = gaps.settle(gap, false, 10 * minute);
    expect(time.nowM()).toBe(10 * minute);
    takeBack();
    expect(time.nowM()).toBe(190 * minute);
  });

  it('counts a sleep by the wall clock until it is answered, where the shell knows that it was one', () => {
    const { at, time, gaps } = machine();
    at.wall += 180 * minute;
    expect(gaps.look(true)).toBe('asks');
    expect(gaps.get()).toEqual({ after: 'sleep', ms: 180 * minute, isCounted: true });
    expect(time.nowM()).toBe(190 * minute);
  });

  it.each([
    ['two hours ahead', 120 * minute, 'asks'],
    ['three hours back', -180 * minute, 'set_back'],
    ['to 1970', -Date.parse('2026-03-29T00:30:00Z'), 'set_back'],
    ['by a few seconds', 4_000, null],
  ])('lets the exercise clock be when the wall clock is set %s', (_, ms, news) => {
    const { at, time, gaps, pass } = machine();
    pass(lookEveryMs);
    at.wall += ms;
    expect(gaps.look()).toBe(news);
    expect(time.nowM()).toBe(10 * minute + lookEveryMs);
    pass(lookEveryMs);
    expect(gaps.look()).toBeNull();
  });

  it('makes one question of two sleeps in a row', () => {
    const { at, gaps } = machine();
    at.wall += 60 * minute;
    gaps.look();
    at.wall += 30 * minute;
    gaps.look();
    expect(gaps.get()).toEqual({ after: 'sleep', ms: 90 * minute, isCounted: false });
  });

  it('leaves out no more than what passed since the last entry', () => {
    const { time, gaps, pass } = machine();
    pass(180 * minute);
    gaps.settle({ after: 'sleep', ms: 180 * minute, isCounted: true }, false, 150 * minute);
    expect(time.nowM()).toBe(150 * minute);
  });
});
