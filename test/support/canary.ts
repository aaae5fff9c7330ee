import { z } from 'zod';
import { type Command, type CommandOf, type CommandType, commandSchema } from '#core/exercise/commands.ts';
import { decide } from '#core/exercise/decide.ts';
import { evolve } from '#core/exercise/evolve.ts';
import { setupSchema } from '#core/exercise/setup.ts';
import { type ExerciseState, initialState } from '#core/exercise/state.ts';
import { type Inject, type Scenario, scenarioSchema } from '#core/scenario/schema.ts';
import { roomCards } from '#core/scenario/vocabulary.ts';
import { fill, fillFields } from './fill-schema.ts';
import { stamp } from './play.ts';

const storylineTime = '2026-02-17T09:00';

const places: Readonly<Record<string, Inject['audience']>> = {
  UNOPENED: 'room',
  SHOWN: 'room',
  PRIVATE: 'named',
  'READ-ALOUD': 'facilitator_reads',
  'LEFT-UNSAID': 'facilitator_reads',
  UNDONE: 'room',
  SKIPPED: 'room',
  'LEFT-OUT': 'room',
  FUTURE: 'room',
  DUE: 'room',
};
const pocket: Readonly<Record<string, Inject['audience']>> = {
  POCKET: 'room',
  'POCKET-PRIVATE': 'named',
  'POCKET-FUTURE': 'room',
};

/** The id a place has in the script: a facilitator's text like any other. */
export const idOf = (place: string): string => `[facilitator] ${place}.id`;
const decisionOf = (place: string): string => `[facilitator] ${place}.decision.id`;

/** Beside what the schema fills in, a picture in a file. */
function withPicture(inject: Record<string, unknown>, place: string): Record<string, unknown> {
  const picture = {
    name: `[room] ${place}.attachments.1.name`,
    kind: 'image',
    file: `[facilitator] ${place}.attachments.1.file.png`,
  };
  return { ...inject, attachments: [...z.array(z.unknown()).parse(inject.attachments), picture] };
}

/** A script made from the schema: each text says who may read it and where it stands, as `[room] SHOWN.body`. */
export const canaryScenario: Scenario = scenarioSchema.parse({
  ...fillFields(scenarioSchema, 'room', 'SCRIPT'),
  storyline_start: storylineTime,
  injects: Object.entries(places).map(([place, audience]) => ({
    ...withPicture(fillFields(scenarioSchema.shape.injects.element, 'room', place), place),
    storyline_time: storylineTime,
    audience,
  })),
  contingency: Object.entries(pocket).map(([place, audience]) => ({
    ...fillFields(scenarioSchema.shape.contingency.element, 'room', place),
    audience,
  })),
});

/** A command whose every text is the facilitator's, but for the fields given. */
function command<Type extends CommandType>(type: Type, fields: Partial<CommandOf<Type>> = {}): Command {
  const shape = commandSchema.options.find((option) => option.shape.type.value === type);
  if (!shape) throw new Error(`There is no command ${type}.`);
  return commandSchema.parse({ ...fillFields(shape, 'facilitator', type), ...fields });
}

const setup = setupSchema.parse(fill(setupSchema, 'facilitator', 'setup'));
export const release = (place: string) => command('release_inject', { inject: idOf(place), already_done: false });
const clock = '[facilitator] SHOWN.clock_trigger.0';
const objective = '[facilitator] SCRIPT.objectives.0.id';
const told = { evidence: [idOf('SHOWN')], objective };
const previous = '[facilitator] setup.previous_actions.0.id';

/** These are of an inject, and stand where it can be seen. */
const needsInject: ReadonlySet<string> = new Set(['words', 'attachment', 'compare']);

/** One after another, a minute each: every command there is, and every card the room can show. */
export const canaryCommands: readonly Command[] = [
  command('start_exercise', {
    setup: {
      ...setup,
      organisation: { name: '[facilitator] organisation', time_zone: 'UTC' },
      plan: { ...setup.plan, length_min: 600, storyline_start: storylineTime, objectives: [objective] },
      left_out: [{ inject: idOf('LEFT-OUT'), because: 'length' }],
    },
  }),
  command('record_observation'),
  command('record_observation'),
  command('amend_entry', { of: 2, with: { text: '[facilitator] amended, luckily' } }),
  command('withdraw_entry', { of: 3 }),
  release('UNOPENED'),
  release('SHOWN'),
  command('record_detection', { inject: idOf('SHOWN') }),
  command('record_action', { action: '[facilitator] SHOWN.expect.0.id' }),
  command('record_action_not_done', { action: '[facilitator] UNOPENED.expect.0.id' }),
  command('open_decision', { decision: decisionOf('SHOWN'), inject: idOf('SHOWN') }),
  command('show_decision_options', { decision: decisionOf('SHOWN') }),
  command('record_question', { inject: idOf('SHOWN'), to_room: false }),
  command('record_question', { question: '[room] asked', inject: idOf('SHOWN'), answer: '[room] told', to_room: true }),
  command('record_question', {
    question: '[room] asked',
    inject: idOf('FUTURE'),
    answer: '[room] told',
    to_room: true,
  }),
  command('record_decision', { decision: decisionOf('SHOWN'), question: undefined }),
  command('revise_decision', { decision: decisionOf('SHOWN') }),
  command('record_decision', { decision: 'new' }),
  command('open_decision', { question: '[room] new question', inject: idOf('SHOWN') }),
  command('change_severity'),
  command('change_attendance'),
  command('recognise_clock', { clock, inject: idOf('SHOWN') }),
  command('rule_out_clock', { clock, by: 'LEGAL' }),
  command('file_clock', { clock }),
  command('declare_milestone'),
  command('improvise_inject', {
    from: '[room] AD-HOC.from',
    to: '[room] AD-HOC.to',
    subject: '[room] AD-HOC.subject',
    body: '[room] AD-HOC.body',
  }),
  command('hold_inject', { inject: idOf('FUTURE') }),
  command('move_inject', { inject: idOf('FUTURE') }),
  command('skip_inject', { inject: idOf('SKIPPED') }),
  release('PRIVATE'),
  command('open_decision', { decision: decisionOf('PRIVATE'), inject: idOf('PRIVATE') }),
  command('open_decision', { decision: 'of a private inject', inject: idOf('PRIVATE') }),
  command('change_room', { show: 'words' }),
  command('record_decision', { decision: decisionOf('PRIVATE'), question: undefined }),
  release('READ-ALOUD'),
  command('open_decision', { decision: decisionOf('READ-ALOUD'), inject: idOf('READ-ALOUD') }),
  command('change_room', { show: 'words' }),
  release('POCKET'),
  release('POCKET-PRIVATE'),
  release('LEFT-UNSAID'),
  command('release_inject', { inject: idOf('SHOWN'), already_done: true }),
  release('UNDONE'),
  command('undo_last'),
  command('change_room', { show: 'attachment', inject: idOf('SHOWN'), attachment: 1 }),
  command('change_room', { show: 'attachment', inject: idOf('SHOWN'), attachment: 2 }),
  command('change_room', { show: 'compare', inject: idOf('READ-ALOUD') }),
  ...roomCards.filter((show) => !needsInject.has(show)).map((show) => command('change_room', { show })),
  command('record_gap', told),
  command('record_strength', told),
  command('record_observation'),
  command('park_item'),
  command('agree_action', { gap: 'G1' }),
  command('propose_runbook_change', {
    gap: 'G1',
    change: { runbook: 'RB-04', type: 'add', new: '[facilitator] step' },
  }),
  command('leave_out_injects', {
    injects: [idOf('FUTURE')],
    finish: { in_min: 30, due: [{ inject: idOf('DUE'), to_min: 20 }] },
  }),
  command('reanchor_clock'),
  command('pause_exercise'),
  command('resume_exercise', { on: undefined }),
  command('suspend_exercise'),
  command('resume_exercise', { on: '2026-03-18T09:00:00Z' }),
  command('stop_for_real_world'),
  command('end_exercise'),
  command('rate_objective', { objective }),
  command('record_feedback', { scores: [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2] }),
  command('retest_action', { action: previous }),
  command('change_action_status', { action: previous }),
  command('write_if_real'),
  command('ask_leadership'),
  command('record_management_response', { gap: 'G1' }),
  command('acknowledge_wording', { of: 2, rule: 'BL-19' }),
  command('sign_report'),
  command('approve_summary'),
  command('finalise_report'),
  command('open_revision'),
];

/** Every state on the way; fails on the first refusal. */
export function playCanary(commands: readonly Command[]): readonly ExerciseState[] {
  let state = initialState(canaryScenario);
  return commands.flatMap((command, at) => {
    const decided = decide(state, command);
    if (!decided.ok) throw new Error(`${command.type}, command ${at}: ${decided.problem.message}`);
    return decided.value.map((event) => {
      state = evolve(state, stamp(state, at, event));
      return state;
    });
  });
}

/** Words that no picture of the room, and nothing its window holds, may ever have. */
export const secrets: readonly string[] = [
  '[facilitator]',
  ...['FUTURE', 'SKIPPED', 'LEFT-OUT', 'PRIVATE', 'POCKET-PRIVATE', 'POCKET-FUTURE', 'UNOPENED.decision'],
  'READ-ALOUD.decision.options',
  ...['to', 'subject', 'body', 'attachments'].map((field) => `LEFT-UNSAID.${field}`),
];

export const findSecrets = (text: string): readonly string[] => secrets.filter((word) => text.includes(word));
