import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Command, commandSchema } from '#core/exercise/commands.ts';
import { evolve } from '#core/exercise/evolve.ts';
import { roomView } from '#core/exercise/views/room-view.ts';
import { roomCards } from '#core/scenario/vocabulary.ts';
import { canaryCommands, canaryScenario, idOf, playCanary, release, secrets } from '../../support/canary.ts';
import { fill } from '../../support/fill-schema.ts';
import { minute, stamp } from '../../support/play.ts';

/** Each step at once and ten minutes later. */
const states = playCanary(canaryCommands);
const views = states.flatMap((state, at) => [roomView(state, minute(at)), roomView(state, minute(at + 10))]);
const shownToRoom = JSON.stringify(views);
const known = JSON.stringify([canaryScenario, states.at(-1)?.log]);

const lastView = (...commands: readonly Command[]) => {
  const state = playCanary([...canaryCommands.slice(0, 1), ...commands]).at(-1);
  if (!state) throw new Error('Nothing was played.');
  return roomView(state, minute(commands.length));
};
const showWords: Command = { type: 'change_room', show: 'words' };

describe('The room, through an exercise with every kind of command', () => {
  test('is watched through every command there is', () => {
    const given = new Set(canaryCommands.map(({ type }) => type));
    expect(given).toEqual(new Set(commandSchema.options.map(({ shape }) => shape.type.value)));
  });

  test.each([
    ...['from', 'to', 'subject', 'body', 'if_already.body', 'attachments.0.name', 'attachments.0.text'].map(
      (field) => `SHOWN.${field}`,
    ),
    ...['decision.question', 'decision.options.0'].map((field) => `SHOWN.${field}`),
    ...['from', 'to', 'subject', 'body', 'decision.question'].map((field) => `READ-ALOUD.${field}`),
    ...['from', 'to', 'subject', 'body'].flatMap((field) => [`POCKET.${field}`, `AD-HOC.${field}`, `UNDONE.${field}`]),
    ...['LEFT-UNSAID.from', 'asked', 'told', 'new question'],
  ])('sees %s once it was released', (text) => {
    expect(shownToRoom).toContain(`"[room] ${text}"`);
  });

  test.each(secrets)('never sees %s', (text) => {
    expect(shownToRoom).not.toContain(text);
    expect(known).toContain(text);
  });
});

describe('A field of the script', () => {
  test('that stands under no audience is found', () => {
    expect(() => fill(z.strictObject({ note: z.string() }), 'room', 'NEW')).toThrow('NEW has no audience');
  });
});

describe('An inject that is read aloud', () => {
  test('tells the room its channel and who speaks, and nothing more', () => {
    expect(lastView(release('READ-ALOUD')).artefact).toEqual({
      channel: 'siem_alert',
      from: '[room] READ-ALOUD.from',
      to: null,
      subject: null,
      body: null,
      tlp: null,
      attachments: [],
      storylineTime: '2026-02-17T09:00',
    });
    expect(lastView(release('READ-ALOUD')).story).toMatchObject([{ from: '[room] READ-ALOUD.from', subject: null }]);
  });

  test('shows its words once the facilitator shows them', () => {
    const { artefact, story } = lastView(release('READ-ALOUD'), showWords);
    expect(artefact).toMatchObject({ body: '[room] READ-ALOUD.body', subject: '[room] READ-ALOUD.subject' });
    expect(story).toMatchObject([{ subject: '[room] READ-ALOUD.subject' }]);
  });

  test('keeps its words back whatever else is put in front of the room', () => {
    for (const show of roomCards.filter((card) => !['words', 'attachment', 'compare'].includes(card))) {
      const { artefact } = lastView(release('READ-ALOUD'), { type: 'change_room', show });
      expect([show, artefact?.body]).toEqual([show, null]);
    }
  });

  test('keeps its words back when it is shown again', () => {
    const { artefact, story } = lastView(release('READ-ALOUD'), showWords, release('READ-ALOUD'));
    expect(artefact).toMatchObject({ body: null });
    expect(story).toMatchObject([{ subject: '[room] READ-ALOUD.subject' }]);
  });

  test('shows no words that were asked for before it came', () => {
    expect(lastView(showWords, release('READ-ALOUD')).artefact).toMatchObject({ body: null });
  });
});

describe('An inject for named roles', () => {
  const decision = '[facilitator] PRIVATE.decision.id';

  test('leaves the room as it was', () => {
    const before = lastView(release('SHOWN'));
    const after = lastView(release('SHOWN'), release('PRIVATE'), { type: 'open_decision', decision });
    expect({ ...after, times: before.times }).toEqual(before);
  });

  test('does not put its decision before the room when another inject is named with it', () => {
    const opened: Command = { type: 'open_decision', decision, inject: idOf('SHOWN') };
    expect(lastView(release('SHOWN'), release('PRIVATE'), opened).decision).toBeNull();
  });
});

describe('A held-back fact', () => {
  const ask = (place: string): Command => ({
    type: 'record_question',
    question: `[facilitator] ${place}.held_back.0.asked`,
    inject: idOf(place),
    answer: 'held_back',
    to_room: true,
  });

  test('is told to the room when the facilitator says so', () => {
    expect(lastView(release('SHOWN'), ask('SHOWN')).question?.answer).toBe('[facilitator] SHOWN.held_back.0.answer');
  });

  test('of an inject that is still to come is not, nor what the script asks, nor where a journal has it all the same', () => {
    const { answer: _, ...typed } = ask('FUTURE') as Extract<Command, { type: 'record_question' }>;
    for (const asked of [ask('FUTURE'), { ...typed, answer: 'Nobody knows yet' }])
      expect(() => lastView(release('SHOWN'), asked)).toThrow('not released');
    const { type: __, ...data } = ask('FUTURE') as typeof typed & { answer: string };
    const state = playCanary([...canaryCommands.slice(0, 1), release('SHOWN')]).at(-1);
    if (!state) throw new Error('Nothing was played.');
    const told = evolve(state, stamp(state, 3, { type: 'question_asked', data }));
    expect(roomView(told, minute(3)).question).toBeNull();
  });

  test('leaves a question of one’s own about such an inject alone', () => {
    const own: Command = {
      type: 'record_question',
      question: 'Who is on call?',
      inject: idOf('FUTURE'),
      to_room: true,
    };
    expect(lastView(release('SHOWN'), own).question?.question).toBe('Who is on call?');
  });
});

describe('A question about an inject for named roles', () => {
  test('is refused to the room, and not shown where a journal has one all the same', () => {
    const asked = { question: 'Who?', inject: idOf('PRIVATE'), answer: 'Nobody', to_room: true };
    const opening = [...canaryCommands.slice(0, 1), release('PRIVATE')];
    expect(() => playCanary([...opening, { type: 'record_question', ...asked }])).toThrow('for named roles only');
    const state = playCanary(opening).at(-1);
    if (!state) throw new Error('Nothing was played.');
    const told = evolve(state, stamp(state, 3, { type: 'question_asked', data: asked }));
    expect(roomView(told, minute(3)).question).toBeNull();
  });
});
