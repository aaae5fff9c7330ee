import { describe, expect, test } from 'vitest';
import type { Command } from '#core/exercise/commands.ts';
import { roomView } from '#core/exercise/views/room-view.ts';
import { minute, pause, played, resume } from '../../support/play.ts';

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
