import { describe, expect, test } from 'vitest';
import { type Command, commandSchema } from '#core/exercise/commands.ts';
import { type ExerciseState, listStandingOf } from '#core/exercise/state.ts';
import { listNext, listOrder } from '#core/exercise/views/console-view-order.ts';
import { consoleTimes } from '#core/exercise/views/console-view-time.ts';
import { foreseeFinish } from '#core/exercise/views/foresee-finish.ts';
import { describeEvent } from '#core/report/describe-event.ts';
import { minute, pause, played, refusalOf, release, replayed, resume, undo } from '../../support/play.ts';

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

describe('An end that was agreed', () => {
  /** Both released ahead of their time, so seven minutes of the second and two injects are left, due at 20 and 30. */
  const early = [
    [0, release('Q1-010')],
    [1, release('Q1-020')],
  ] as const;
  const agree = (after: ExerciseState, in_min: number): Command => {
    const { due, leavesOut } = foreseeFinish(after, minute(4), in_min);
    return { type: 'leave_out_injects', injects: ids(leavesOut), reason: 'Finish by 12:30', finish: { in_min, due } };
  };
  const in40 = [...early, [4, agree(played(...early), 40)]] as const;
  const dueOf = (after: ExerciseState) => listNext(listOrder(after, minute(4))).map((row) => row.minute);

  test('is what the time left counts to, and what is kept falls due early enough for it, no earlier', () => {
    const after = replayed(played(...in40));
    expect(dueOf(played(...early))).toEqual([20, 30]);
    expect(dueOf(after)).toEqual([14, 24]);
    expect(consoleTimes(after, minute(14))).toMatchObject({ leftMinutes: 30, lengthMinutes: 44, isEndAgreed: true });
  });

  test('moves up what is kept where others are left out', () => {
    const after = played(...early, [4, agree(played(...early), 28)]);
    expect(dueOf(after)).toEqual([20]);
    expect(consoleTimes(after, minute(4)).leftMinutes).toBe(28);
  });

  test('is a time of day, which a pause brings nearer', () => {
    expect(consoleTimes(played(...in40, [6, pause], [16, resume]), minute(16)).leftMinutes).toBe(28);
  });

  test('is taken back as one', () => {
    const after = played(...in40, [5, undo]);
    expect(dueOf(after)).toEqual([20, 30]);
    expect(consoleTimes(after, minute(5))).toMatchObject({ leftMinutes: 55, isEndAgreed: false });
  });

  test('gives way to a later one, and to an inject moved by hand since', () => {
    const after = played(...in40);
    expect(dueOf(played(...in40, [4, agree(after, 56)]))).toEqual([20, 30]);
    expect(dueOf(played(...in40, [4, { type: 'move_inject', inject: 'Q1-050', to_min: 40 }]))).toEqual([14, 40]);
  });

  test('is told in the timeline also where nothing was left out for it', () => {
    const after = played(...in40);
    const told = listStandingOf(after, 'injects_left_out').map((event) => describeEvent(event, after.scenario).text);
    expect(told).toEqual(['Nothing left out: Finish by 12:30']);
  });

  test('moves nothing that cannot move, and says something', () => {
    const due = (inject: string): Command => {
      return { type: 'leave_out_injects', injects: [], finish: { in_min: 9, due: [{ inject, to_min: 3 }] } };
    };
    expect(refusalOf(played(...early), due('Q1-010'))).toBe('already_released');
    expect(refusalOf(played(...early), due('Q1-040'))).toBe('left_out');
    expect(commandSchema.safeParse({ type: 'leave_out_injects', injects: [] }).success).toBe(false);
  });
});
