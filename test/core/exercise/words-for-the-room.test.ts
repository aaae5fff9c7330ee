import { describe, expect, it } from 'vitest';
import type { Command } from '#core/exercise/commands.ts';
import { decide } from '#core/exercise/decide.ts';
import { roomView } from '#core/exercise/views/room-view.ts';
import { minute, played, release, type Step } from '../../support/play.ts';

const improvise = (body: string): Command => ({
  type: 'improvise_inject',
  title: 'A call',
  channel: 'phone_call',
  from: '{{org.name}}',
  to: 'Everybody',
  body,
  roles: [],
});
const opened = (question: string): Command => ({
  type: 'open_decision',
  decision: 'NEW-1',
  question,
  owner: 'IC',
  target_min: 10,
});
const asked = (answer: string, to_room: boolean): Command => {
  return { type: 'record_question', question: 'Who?', inject: 'Q1-010', answer, to_room };
};

describe('What is written for the room during play', () => {
  it('has the names of the story filled in, as the script has', () => {
    const state = played([0, release('Q1-010')], [1, improvise('{{ org.name }} calls.')]);
    const { name } = state.setup?.organisation ?? {};
    expect(name).toBeTruthy();
    expect(roomView(state, minute(2)).artefact).toMatchObject({ from: name, body: `${name} calls.` });
  });

  it.each([
    ['an ad-hoc inject', improvise('{{org.nmae}} calls.'), '{{org.nmae}}, in body'],
    ['an ad-hoc inject with half a name', improvise('Hello {{ org.name and {{{'), '{{ org.name, in body'],
    ['an ad-hoc inject with a name closed alone', improvise('Hello org.name}}'), 'org.name}}, in body'],
    ['a decision of the facilitator’s own', opened('Tell {{nobody}}?'), '{{nobody}}, in question'],
    ['an answer to the room', asked('Ask {{nobody}}', true), '{{nobody}}, in answer'],
  ])('is refused where %s names somebody the story does not know', (_, command, told) => {
    const decided = decide(played([0, release('Q1-010')]), command);
    expect(decided).toMatchObject({ ok: false, problem: { code: 'unknown_placeholder' } });
    if (!decided.ok) expect(decided.problem.message).toContain(told);
  });

  const answered: Step = [1, asked('Nobody', true)];
  const answeredAside: Step = [1, asked('Ask {{nobody}}', false)];
  const bannered: Step = [1, opened('Tell them?')];

  it.each([
    ['an answer that the room has', answered, { answer: 'Ask {{nobody}}' }, '{{nobody}}, in answer'],
    ['a question that the room has', answered, { question: '{{nobody}}?' }, '{{nobody}}, in question'],
    ['an answer that goes to the room only now', answeredAside, { to_room: true }, '{{nobody}}, in answer'],
    ['the question of the decision’s banner', bannered, { question: 'Tell {{nobody}}?' }, '{{nobody}}, in question'],
  ])('is refused the same way where %s is corrected', (_, step, changes, told) => {
    const decided = decide(played([0, release('Q1-010')], step), { type: 'amend_entry', of: 3, with: changes });
    expect(decided).toMatchObject({ ok: false, problem: { code: 'unknown_placeholder' } });
    if (!decided.ok) expect(decided.problem.message).toContain(told);
  });

  it('has the names filled in where it is corrected', () => {
    const correct: Command = { type: 'amend_entry', of: 3, with: { answer: '{{org.name}} does.' } };
    const state = played([0, release('Q1-010')], answered, [2, correct]);
    expect(roomView(state, minute(3)).question?.answer).toBe(`${state.setup?.organisation.name} does.`);
  });

  it('keeps the braces of data', () => {
    const body = '{"a": {"b": 1}} $USER';
    const state = played([0, release('Q1-010')], [1, improvise(body)]);
    expect(roomView(state, minute(2)).artefact?.body).toBe(body);
  });

  it('is corrected as it was typed where the room does not see it', () => {
    const correct: Command = { type: 'amend_entry', of: 3, with: { answer: 'Ask {{somebody}}' } };
    expect(decide(played([0, release('Q1-010')], answeredAside), correct).ok).toBe(true);
  });

  it('is kept as it was typed where the room does not see it', () => {
    expect(decide(played([0, release('Q1-010')]), asked('Ask {{nobody}}', false)).ok).toBe(true);
  });
});
