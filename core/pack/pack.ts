import { findPlanProblem } from '../exercise/decide/plan-problem.ts';
import { evolve } from '../exercise/evolve.ts';
import type { Setup } from '../exercise/setup.ts';
import { type ExerciseState, initialState, listRunningOrder } from '../exercise/state.ts';
import { dueMinutes } from '../exercise/views/console-view-order.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import type { ContingencyInject, Inject, Scenario } from '../scenario/schema.ts';
import { ownMinutes } from '../scenario/select-session.ts';
import { type Card, type Handout, listCards, listHandouts } from './handed-to-all.ts';
import type { ReadTable } from './piece.ts';
import { listSlips, type Slip } from './slips.ts';

export type Played = {
  readonly inject: Inject;
  /** Exercise minute at which it falls due. */
  readonly minute: number;
  readonly ownMinutes: number;
};

/** An exercise as it goes on paper: what is played, and a number for every sheet that is handed out. */
export type Pack = {
  readonly scenario: Scenario;
  readonly setup: Setup;
  /** When the room meets, local; null while that is open. */
  readonly startsAt: string | null;
  /** As it stands at the first minute. */
  readonly state: ExerciseState;
  readonly played: readonly Played[];
  readonly pocket: readonly ContingencyInject[];
  readonly handouts: readonly Handout[];
  readonly slips: readonly Slip[];
  readonly cards: readonly Card[];
};

export type Planned = { readonly setup: Setup; readonly startsAt: string | null };

/** Only what the plan keeps, placeholders filled; refused for the same reasons as a start. */
export function preparePack(source: Scenario, { setup, startsAt }: Planned, readTable: ReadTable): Outcome<Pack> {
  const problem = findPlanProblem(source, setup);
  if (problem !== null) return fail(unplayable(problem));
  const stamp = { seq: 1, t: '1980-01-01T00:00:00Z', m: 0, s: 'pack' }; // the first minute, on no day
  const state = evolve(initialState(source), { ...stamp, type: 'exercise_started', data: setup });
  const order = listRunningOrder(state);
  const due = dueMinutes(state);
  const own = ownMinutes(source);
  const pocket = state.scenario.contingency;
  return succeed({
    scenario: state.scenario,
    setup,
    startsAt,
    state,
    played: order.map((inject) => ({
      inject,
      minute: due.get(inject.id) ?? 0,
      ownMinutes: own.get(inject.id) ?? 0,
    })),
    pocket,
    handouts: listHandouts(order, pocket, readTable),
    slips: listSlips(order, pocket, setup.participants, readTable),
    cards: listCards(order),
  });
}

function unplayable(problem: string) {
  return {
    code: 'unplayable',
    message: `No pack was made, because the exercise cannot be played as planned: ${problem}.`,
    hint: 'Nothing was written. Correct the plan, then try again.',
  };
}
