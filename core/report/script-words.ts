import { findLegalClock } from '../clocks/legal-clocks.ts';
import type { Scenario } from '../scenario/schema.ts';

export function titleOf(scenario: Scenario, inject: string): string {
  return [...scenario.injects, ...scenario.contingency].find(({ id }) => id === inject)?.title ?? inject;
}

/** What the room was told, where the script has it. */
export function answerOf(scenario: Scenario, question: string, answer: string): string {
  if (answer === 'unknown') return 'nobody knows yet';
  if (answer !== 'held_back') return answer;
  const held = scenario.injects.flatMap(({ held_back }) => held_back).find(({ asked }) => asked === question);
  return held?.answer ?? 'given from the script';
}

export function actionOf(scenario: Scenario, action: string): string {
  return scenario.injects.flatMap(({ expect }) => expect).find(({ id }) => id === action)?.do ?? action;
}

export function questionOf(scenario: Scenario, decision: string): string {
  return scenario.injects.find((inject) => inject.decision?.id === decision)?.decision?.question ?? decision;
}

/** The question of a decision for which nobody gave one. */
export const unasked = 'Decided without being asked';

/** By its short name; a clock that the table of law does not know, by its id. */
export function clockOf(clock: string): string {
  return findLegalClock(clock)?.short_name ?? clock;
}
