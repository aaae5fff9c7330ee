import { describe, expect, test } from 'vitest';
import { type Command, commandSchema } from '#core/exercise/commands.ts';
import { roomView } from '#core/exercise/views/room-view.ts';
import { decision, minute, pause, played, release, resume, type Step } from '../../support/play.ts';

const suspend: Command = { type: 'suspend_exercise', reason: 'tomorrow' };
const tomorrow: Command = { type: 'resume_exercise', on: '2026-03-18T09:00:00Z' };
const takeBreak: Command = { type: 'change_room', show: 'break', minutes: 15 };

describe('The minutes of a card in the room', () => {
  test.each([
    ['count while play runs', played([10, takeBreak]), 14, 4],
    ['count while play is paused', played([8, pause], [10, takeBreak]), 14, 4],
    ['count on when play goes on', played([8, pause], [10, takeBreak], [12, resume]), 14, 4],
    ['wait between two sittings', played([10, takeBreak], [12, suspend], [20, tomorrow]), 22, 4],
  ])('%s', (_, state, now, sinceMinutes) => {
    expect(roomView(state, minute(now)).card).toMatchObject({ show: 'break', minutes: 15, sinceMinutes });
  });
});

describe('The clock on the wall', () => {
  test.each([
    ['says when a break is over, in the organisation’s time zone', played([10, takeBreak]), 14, '10:25'],
    ['is not moved by a pause', played([8, pause], [10, takeBreak], [12, resume]), 14, '10:25'],
    ['is not known between two sittings', played([10, takeBreak], [12, suspend]), 14, null],
    ['is told anew in another sitting', played([10, takeBreak], [12, suspend], [20, tomorrow]), 22, '10:33'],
    ['is to the nearest minute', played([10.6, takeBreak]), 14, '10:26'],
    ['is not said of a card without minutes', played([10, { type: 'change_room', show: 'break' }]), 14, null],
  ])('%s', (_, state, now, until) => {
    expect(roomView(state, minute(now)).card).toMatchObject({ show: 'break', until });
  });

  test('says when something real stopped the exercise, for as long as it does', () => {
    const stop: Command = { type: 'stop_for_real_world', reason: 'a fire alarm' };
    expect(roomView(played([7.9, stop]), minute(12)).stoppedAt).toBe('10:07');
    expect(roomView(played([8, stop], [12, resume]), minute(12)).stoppedAt).toBeNull();
    expect(roomView(played([8, pause]), minute(12)).stoppedAt).toBeNull();
  });
});

describe('A countdown', () => {
  test('is of a day at most: more is a slip', () => {
    const timer = (minutes: number) => commandSchema.safeParse({ type: 'change_room', show: 'timer', minutes }).success;
    expect([timer(1_440), timer(1_441)]).toEqual([true, false]);
  });
});

describe('The options of a decision in front of the room', () => {
  const open: Command = { type: 'open_decision', decision: 'D1' };
  const options: Command = { type: 'show_decision_options', decision: 'D1' };
  const change = (show: 'artefact' | 'blank' | 'discuss'): Command => ({ type: 'change_room', show });
  const cardAt = (...acts: readonly Command[]) => {
    const state = played([10, release('Q1-010')], ...acts.map((command, at): Step => [11 + at, command]));
    return roomView(state, minute(30)).card?.show ?? null;
  };

  test.each([
    ['have the card, over the artefact', [open, options], 'decision'],
    ['give way to the artefact when that is asked for', [open, options, change('artefact')], null],
    ['come again when they are asked for again', [open, options, change('artefact'), options], 'decision'],
    ['give way to another card', [open, options, change('discuss')], 'discuss'],
    ['take the place of another card', [open, change('discuss'), options], 'decision'],
    ['do not lift a blank', [open, change('blank'), options], 'blank'],
    ['give way when it is decided', [open, options, decision('D1')], null],
  ])('%s', (_, acts, card) => {
    expect(cardAt(...acts)).toBe(card);
  });
});
