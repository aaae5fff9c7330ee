import type { ExerciseLine } from '#contract/console.ts';
import { isUnderWay } from '#core/plan/programme-cards.ts';
import { listReadiness } from '#core/plan/readiness.ts';
import type { PlanEditing } from './use-plan.ts';

export function readinessOf({ scenario, form }: PlanEditing, exercises: readonly ExerciseLine[]) {
  return listReadiness(scenario, form, exercises.some(isHeld));
}

/** An exercise that was held and whose actions can be tested again. */
export function isHeld({ phase, heldOn }: ExerciseLine): boolean {
  return heldOn !== null && !isUnderWay(phase);
}
