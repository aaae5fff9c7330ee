import { describe, expect, test } from 'vitest';
import { bringBack } from '#core/exercise/bring-back.ts';
import type { Command } from '#core/exercise/commands.ts';
import { roomView } from '#core/exercise/views/room-view.ts';
import { decision, end, gap, minute, pause, played, release, type Step } from '../../support/play.ts';

const change = (show: 'artefact' | 'blank' | 'discuss' | 'timer', minutes?: number): Command =>
  minutes === undefined ? { type: 'change_room', show } : { type: 'change_room', show, minutes };
const open: Command = { type: 'open_decision', decision: 'D1' };
const options: Command = { type: 'show_decision_options', decision: 'D1' };
const at = (...acts: readonly Command[]) =>
  played([10, release('Q1-010')], ...acts.map((command, after): Step => [11 + after, command]));
const blank = change('blank');

describe('What stood in front of the room before it was blanked', () => {
  test.each<[string, readonly Command[], Command]>([
    ['a card', [change('discuss'), blank, gap()], change('discuss')],
    ['the options of a decision', [open, options, blank, gap()], options],
    ['not those of one that is decided since', [open, options, blank, decision('D1')], change('artefact')],
    ['the artefact, after two blanks', [change('artefact'), blank, blank], change('artefact')],
    ['the artefact where nothing lay over it', [blank], change('artefact')],
    ['a countdown with the minutes it has left', [change('timer', 10), blank], change('timer', 1)],
    ['not a countdown that is over', [change('timer', 5), blank], change('artefact')],
  ])('%s', (_, acts, command) => {
    expect(bringBack(at(...acts), minute(20))).toEqual(command);
  });

  test('the end of play and a stop for today lift a blank that was recorded; a pause lets the artefact back', () => {
    const ended = at(blank, end);
    expect(roomView(ended, minute(20)).card).toBeNull();
    expect(roomView(at(blank, { type: 'suspend_exercise', reason: 'tomorrow' }), minute(20)).card).toBeNull();
    const paused = at(blank, pause, change('artefact'));
    expect(roomView(paused, minute(20)).card).toBeNull();
  });
});
