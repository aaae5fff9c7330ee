import type { Inject, Scenario } from './schema.ts';

/** In the running order only; contingency injects have no expected actions, no decision and no place. */
export function findInject(scenario: Scenario, id: string): Inject | undefined {
  return scenario.injects.find((inject) => inject.id === id);
}

export function findInjectOfDecision(scenario: Scenario, decision: string): Inject | undefined {
  return scenario.injects.find((inject) => inject.decision?.id === decision);
}

export function findInjectOfAction(scenario: Scenario, action: string): Inject | undefined {
  return scenario.injects.find((inject) => inject.expect.some(({ id }) => id === action));
}

export function isActionOfScript(scenario: Scenario, action: string): boolean {
  return findInjectOfAction(scenario, action) !== undefined;
}
