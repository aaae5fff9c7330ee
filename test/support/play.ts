import type { Command } from '#core/exercise/commands.ts';
import { decide } from '#core/exercise/decide.ts';
import type { SavedEvent } from '#core/exercise/events.ts';
import { evolve, replay } from '#core/exercise/evolve.ts';
import type { Setup } from '#core/exercise/setup.ts';
import { type ExerciseState, initialState } from '#core/exercise/state.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { sampleScenario } from './sample-scenario.ts';

const minuteMs = 60_000;
export const minute = (count: number): number => count * minuteMs;

export const sampleSetup: Setup = {
  exercise: '2026-q1-sample',
  sample: true,
  scenario: { id: 'Q1-SAMPLE', version: '1.0', sha256: 'none' },
  organisation: { name: 'Wexcombe Systems', time_zone: 'Europe/Berlin' },
  placeholders: {},
  plan: {
    seat: 'someone_else',
    length_min: 60,
    objectives: ['O1', 'O2'],
    storyline_start: '2026-02-17T09:00',
    tlp: 'TLP:AMBER+STRICT',
    runbooks: [],
  },
  participants: [{ name: 'Dana Ortiz', role: 'IC' }],
  left_out: [{ inject: 'Q1-040', because: 'length' }],
  previous_actions: [
    { id: '2025-q4-x/AI-1', register_id: 'AI-2025Q4-001', title: 'Write the card', status: 'open', owner_name: 'Jo' },
  ],
};

export const start: Command = { type: 'start_exercise', setup: sampleSetup };

export type Step = readonly [at: number, command: Command];

/** Gives commands at minutes and fails on the first refusal: `played([5, release('Q1-010')])`. */
export function played(...steps: readonly Step[]): ExerciseState {
  return playedWith(sampleSetup, ...steps);
}

/** The same under a plan of its own. */
export function playedWith(setup: Setup, ...steps: readonly Step[]): ExerciseState {
  return playedOf(sampleScenario, setup, ...steps);
}

/** The same from a script of its own. */
export function playedOf(scenario: Scenario, setup: Setup, ...steps: readonly Step[]): ExerciseState {
  let state = initialState(scenario);
  for (const [at, command] of [[0, { type: 'start_exercise', setup }] as const, ...steps]) {
    const decided = decide(state, command);
    if (!decided.ok) throw new Error(`${command.type} at ${at}: ${decided.problem.message}`);
    for (const event of decided.value) state = evolve(state, stamp(state, at, event));
  }
  return state;
}

export function stamp(state: ExerciseState, at: number, event: object): SavedEvent {
  const t = new Date(Date.UTC(2026, 2, 17, 9) + minute(at)).toISOString();
  return { seq: state.position + 1, t, m: minute(at), s: 'test', ...event } as SavedEvent;
}

export function refusalOf(state: ExerciseState, command: Command): string | null {
  const decided = decide(state, command);
  return decided.ok ? null : decided.problem.code;
}

export function replayed(state: ExerciseState): ExerciseState {
  const events = JSON.parse(JSON.stringify(state.log.items.slice(0, state.log.length))) as SavedEvent[];
  return replay(sampleScenario, events);
}

export const release = (inject: string): Command => ({ type: 'release_inject', inject, already_done: false });
export const pause: Command = { type: 'pause_exercise', reason: 'projector failure' };
export const resume: Command = { type: 'resume_exercise' };
export const end: Command = { type: 'end_exercise' };
export const undo: Command = { type: 'undo_last' };
export const gap = (fields: object = {}): Command => ({
  type: 'record_gap',
  title: 'No list of notices',
  evidence: ['Q1-010'],
  ...fields,
});
export const decision = (id: string, fields: object = {}): Command => ({
  type: 'record_decision',
  decision: id,
  by: 'IC',
  choice: 'Wait',
  ...fields,
});
