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
    expect(roomView(state, minute(now)).card).toEqual({ show: 'break', minutes: 15, sinceMinutes });
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
