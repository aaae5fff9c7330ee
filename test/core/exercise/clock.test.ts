import { describe, expect, test } from 'vitest';
import { timesAt, wallMinutesAt } from '#core/exercise/clock.ts';
import type { Command } from '#core/exercise/commands.ts';
import { end, minute, pause, played, release, resume, undo } from '../../support/play.ts';

const first = release('Q1-010'); // 09:05 in the story
const second = release('Q1-020'); // 09:15
const third = release('Q1-030'); // 09:25; 09:35 is left out, 09:45 comes next
const last = release('Q1-050'); // 09:45
const suspend: Command = { type: 'suspend_exercise', reason: 'tomorrow' };
const tomorrow: Command = { type: 'resume_exercise', on: '2026-03-18T09:00:00Z' };
const alarm: Command = { type: 'stop_for_real_world', reason: 'alarm' };
const skip = (inject: string): Command => ({ type: 'skip_inject', inject });

describe('The exercise clock', () => {
  test.each([
    ['counts from the start', played(), 30, 30],
    ['stands still while paused', played([10, pause]), 30, 10],
    ['leaves the pause out once resumed', played([10, pause], [15, resume]), 30, 25],
    ['leaves a REAL WORLD stop out', played([10, alarm], [18, resume]), 30, 22],
    ['leaves out what lies between two sittings', played([10, suspend], [11, tomorrow]), 31, 30],
    ['stops at the end', played([20, end]), 30, 20],
    ['stops at the pause it ended in', played([10, pause], [20, end]), 30, 10],
  ])('%s', (_, state, now, minutes) => expect(timesAt(state, minute(now)).exerciseMinutes).toBe(minutes));
});

test('Wall time counts pauses and not the time between sittings', () => {
  expect(wallMinutesAt(played([10, pause], [15, resume], [20, suspend], [25, tomorrow], [40, end]), minute(60))).toBe(
    35,
  );
});

describe('Storyline time', () => {
  test.each([
    ['is the start of the story until the first release', played(), 8, '09:00'],
    ['runs on from the story time of a release', played([3, first]), 7, '09:09'],
    ['waits for the next inject', played([3, first]), 40, '09:15'],
    ['waits for the one after a skipped inject', played([3, first], [4, skip('Q1-020')]), 40, '09:25'],
    ['waits past an inject that the plan left out', played([3, third]), 60, '09:45'],
    ['stands still while paused', played([3, first], [5, pause]), 9, '09:07'],
    ['runs free after the last inject', played([3, last]), 43, '10:25'],
    ['does not go back for an earlier inject', played([3, second], [9, first]), 10, '09:22'],
    ['is not moved by a second showing', played([3, first], [9, second], [20, second]), 30, '09:25'],
    ['is not moved by an inject from the pocket', played([3, first], [5, release('Q1-C1')]), 6, '09:08'],
    ['goes back when a release is undone', played([3, third], [4, undo]), 5, '09:00'],
  ])('%s', (_, state, now, time) => expect(timesAt(state, minute(now)).storylineTime).toBe(`2026-02-17T${time}`));
});
