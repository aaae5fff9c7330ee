import { describe, expect, it } from 'vitest';
import type { Command } from '#core/exercise/commands.ts';
import { decide } from '#core/exercise/decide.ts';
import { evolve } from '#core/exercise/evolve.ts';
import { type ExerciseState, initialState } from '#core/exercise/state.ts';
import { roomView } from '#core/exercise/views/room-view.ts';
import { type Scenario, scenarioSchema } from '#core/scenario/schema.ts';
import { readKeptAttachment } from '#services/exercise/keep-attachments.ts';
import { minute, played, refusalOf, release, sampleSetup, stamp, start } from '../../support/play.ts';
import { sampleScenario } from '../../support/sample-scenario.ts';

const broken =
  '{{org.name}} ok. Unclosed {{org.name and {{{org.name}}}, org.name}}, { { org.name } } and {{nobody}} {{';
const shown = 'Wexcombe Systems ok. Unclosed […] and […], […], […] and […] […]';
const data = '{"a": {"b": {"c": 1}}}';

const first = {
  ...sampleScenario.injects[0],
  from: broken,
  to: broken,
  subject: broken,
  body: `${broken}\n${data}`,
  attachments: [
    { name: broken, kind: 'text', text: `${broken}\n${data}` },
    { name: 'Table', kind: 'csv', text: 'host,{{org.name\nbi-01,{{{' },
  ],
  decision: { id: 'D9', question: broken, owner: 'IC', options: [broken], target_min: 5 },
  held_back: [{ asked: 'Who?', answer: broken }],
};
const source: Scenario = scenarioSchema.parse({
  ...sampleScenario,
  injects: [first, ...sampleScenario.injects.slice(1)],
});

/** As an earlier version saved it, which refused none of this. */
const begun = (...saved: readonly object[]): ExerciseState =>
  [{ type: 'exercise_started', data: sampleSetup }, ...saved].reduce<ExerciseState>(
    (state, event) => evolve(state, stamp(state, state.position, event)),
    initialState(source),
  );
const released = (inject: string) => ({
  type: 'inject_released',
  data: { inject, already_done: false, showing: 1, reinstated: false },
});
const improvised = {
  type: 'inject_improvised',
  data: { inject: 'AH-1', title: broken, channel: 'sms', from: broken, to: broken, body: broken, roles: [] },
};
const given = (state: ExerciseState, command: Command): ExerciseState => {
  const decided = decide(state, command);
  if (!decided.ok) throw new Error(decided.problem.message);
  return decided.value.reduce((then, event) => evolve(then, stamp(then, 5, event)), state);
};
const textOf = (state: ExerciseState) =>
  JSON.stringify(roomView(state, minute(9))).replaceAll(JSON.stringify(data), '');
const doubled = /\{\{|\{ \{|org\.name/;

describe('Broken braces', () => {
  it('keep a script from being played', () => {
    expect(refusalOf(initialState(source), start)).toBe('unplayable');
    expect(refusalOf(initialState(sampleScenario), start)).toBeNull();
  });

  it('of a script never reach the room, and data stays as it is', () => {
    const before = begun(released('Q1-010'));
    const view = roomView(before, minute(9));
    expect(view.artefact).toMatchObject({ body: `${shown}\n${data}`, from: shown, to: shown, subject: shown });
    for (const command of [
      { type: 'open_decision', decision: 'D9' },
      { type: 'show_decision_options', decision: 'D9' },
      { type: 'record_question', question: 'Who?', inject: 'Q1-010', answer: 'held_back', to_room: true },
      { type: 'change_room', show: 'attachment', inject: 'Q1-010', attachment: 1 },
    ] satisfies Command[]) {
      const state = given(before, command);
      expect(JSON.stringify(roomView(state, minute(9)))).not.toBe(JSON.stringify(view));
      expect(textOf(state), command.type).not.toMatch(doubled);
    }
  });

  it('of an improvised inject never reach the room', () => {
    const state = begun(improvised, released('AH-1'));
    expect(roomView(state, minute(9)).artefact?.body).toContain('Unclosed […] and […]');
    expect(textOf(state)).not.toMatch(doubled);
    const { data: written } = improvised;
    const { inject, ...fields } = written;
    const command = { type: 'improvise_inject', ...fields } as Command;
    expect(refusalOf(played([0, release('Q1-010')]), command)).toBe('unknown_placeholder');
  });

  it.each([1, 2])('of an attached text never reach the room: %i', async (attachment) => {
    const { scenario } = begun();
    const { content } = await readKeptAttachment('/nowhere', scenario, { inject: 'Q1-010', attachment });
    expect(JSON.stringify(content)).toContain('[…]');
    expect(JSON.stringify(content)).not.toMatch(doubled);
  });
});
