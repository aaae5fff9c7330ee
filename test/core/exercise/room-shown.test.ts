import { describe, expect, test } from 'vitest';
import type { Command } from '#core/exercise/commands.ts';
import { decide } from '#core/exercise/decide.ts';
import { roomView } from '#core/exercise/views/room-view.ts';
import { describeEvent } from '#core/report/describe-event.ts';
import { canaryCommands, canaryScenario, idOf, playCanary, release } from '../../support/canary.ts';
import { minute } from '../../support/play.ts';

const last = (...commands: readonly Command[]) => {
  const state = playCanary([...canaryCommands.slice(0, 1), ...commands]).at(-1);
  if (!state) throw new Error('Nothing was played.');
  return state;
};
const view = (...commands: readonly Command[]) => roomView(last(...commands), minute(commands.length));
const large = (place: string, attachment = 1): Command => ({
  type: 'change_room',
  show: 'attachment',
  inject: idOf(place),
  attachment,
});
const words: Command = { type: 'change_room', show: 'words' };
const artefact: Command = { type: 'change_room', show: 'artefact' };
const undo: Command = { type: 'undo_last' };
const codeOf = (command: Command, ...before: readonly Command[]) => {
  const decided = decide(last(...before), command);
  return decided.ok ? 'taken' : decided.problem.code;
};

describe('An attachment large in the room', () => {
  const shown = { name: '[room] SHOWN.attachments.0.name', kind: 'text', content: null };

  test('stands in the place of its artefact until the artefact, a card or another inject is shown', () => {
    const before = [release('UNOPENED'), release('SHOWN'), large('SHOWN')] as const;
    expect(view(...before)).toMatchObject({ enlarged: shown, card: null });
    expect(view(...before).artefact?.body).toBe('[room] SHOWN.body');
    expect(view(...before, artefact).enlarged).toBeNull();
    expect(view(...before, { type: 'change_room', show: 'discuss' })).toMatchObject({ enlarged: null });
    expect(view(...before, release('UNOPENED')).enlarged).toBeNull();
  });

  test('stays while a private inject goes out, and is taken back as what it covered comes again', () => {
    expect(view(release('SHOWN'), large('SHOWN'), release('PRIVATE')).enlarged).toEqual(shown);
    expect(view(release('SHOWN'), large('SHOWN'), undo).enlarged).toBeNull();
    expect(view(release('SHOWN'), large('SHOWN'), artefact, undo).enlarged).toEqual(shown);
  });

  test.each([
    ['of an inject that is still to come', large('FUTURE'), [release('SHOWN')]],
    ['of one that was shown before', large('UNOPENED'), [release('UNOPENED'), release('SHOWN')]],
    ['of one for named roles', large('PRIVATE'), [release('SHOWN'), release('PRIVATE')]],
    ['of words that are read aloud', large('READ-ALOUD'), [release('READ-ALOUD')]],
    ['that there is not', large('SHOWN', 3), [release('SHOWN')]],
    ['before anything is shown', large('SHOWN'), []],
    ['without saying of what', { type: 'change_room', show: 'attachment' } satisfies Command, [release('SHOWN')]],
  ])('is refused %s', (_, command, before) => {
    expect(codeOf(command, ...before)).toBe('no_such_attachment');
  });

  test('of words that are read aloud comes once they are shown', () => {
    const read = view(release('READ-ALOUD'), words, large('READ-ALOUD'));
    expect(read.enlarged?.name).toBe('[room] READ-ALOUD.attachments.0.name');
  });

  test('is told in the record by its name', () => {
    const event = last(release('SHOWN'), large('SHOWN')).log.items.at(-1);
    expect(event && describeEvent(event, canaryScenario).text).toBe(
      'The room was shown “[room] SHOWN.attachments.0.name” large',
    );
  });
});

describe('Two artefacts side by side', () => {
  const beside = (place: string): Command => ({ type: 'change_room', show: 'compare', inject: idOf(place) });

  test('are the one in the room and the one chosen, as it was shown last, until something else is shown', () => {
    const other: Command = { type: 'release_inject', inject: idOf('SHOWN'), already_done: true };
    const before = [release('SHOWN'), other, release('UNOPENED'), beside('SHOWN')] as const;
    expect(view(...before)).toMatchObject({
      artefact: { body: '[room] UNOPENED.body' },
      beside: { body: '[room] SHOWN.if_already.body' },
      card: null,
    });
    expect(view(...before, artefact).beside).toBeNull();
    expect(view(...before, undo).beside).toBeNull();
    expect(view(...before, release('DUE')).beside).toBeNull();
  });

  test.each([
    ['with an inject that is still to come', beside('FUTURE'), [release('SHOWN')]],
    ['with itself', beside('SHOWN'), [release('SHOWN')]],
    ['with one for named roles', beside('PRIVATE'), [release('PRIVATE'), release('SHOWN')]],
    ['with words that were only read aloud', beside('READ-ALOUD'), [release('READ-ALOUD'), release('SHOWN')]],
    ['while words are read aloud', beside('SHOWN'), [release('SHOWN'), release('READ-ALOUD')]],
    ['with a release that was taken back', beside('UNDONE'), [release('SHOWN'), release('UNDONE'), undo]],
  ])('are refused %s', (_, command, before) => {
    expect(codeOf(command, ...before)).toBe('not_comparable');
  });
});
