import { describe, expect, test } from 'vitest';
import { foreseeFinish } from '#core/exercise/views/foresee-finish.ts';
import { minute, played, release } from '../../support/play.ts';

/** Four minutes into the first inject, which keeps ten. */
const state = played([0, release('Q1-010')]);
const foresee = (minutes: number) => foreseeFinish(state, minute(4), minutes);
const ids = (lines: readonly { readonly inject: string }[]) => lines.map(({ inject }) => inject);

describe('Finish by', () => {
  test('keeps what fits after the rest of the inject in the room, in running order, never squeezed', () => {
    const { keeps, leavesOut, neededMinutes, lost } = foresee(20);
    expect(ids(keeps)).toEqual(['Q1-020']);
    expect(ids(leavesOut)).toEqual(['Q1-030', 'Q1-050']);
    expect(neededMinutes).toBe(16);
    expect(lost).toEqual([]);
  });

  test('names the objectives of which nothing would be played any more', () => {
    expect(foresee(8).lost).toEqual([{ id: 'O2', text: 'Contain in time.' }]);
  });

  test('loses no objective that was played already, and leaves nothing out where there is time', () => {
    expect(foresee(0).lost.map(({ id }) => id)).not.toContain('O1');
    expect(foresee(46).leavesOut).toEqual([]);
  });

  test('keeps a must before a should, and does not offer again what was left out', () => {
    const [first, second, ...rest] = state.scenario.injects;
    const injects = [first, { ...second, priority: 'should' as const }, ...rest] as typeof state.scenario.injects;
    const softer = { ...state, scenario: { ...state.scenario, injects } };
    const { keeps, leavesOut } = foreseeFinish(softer, minute(4), 16);
    expect(ids(keeps)).toEqual(['Q1-030']);
    expect(ids(leavesOut)).not.toContain('Q1-040');
  });
});
