import type { ExerciseLine } from '#contract/programme.ts';
import { isHeld } from '#core/plan/programme-cards.ts';
import { listReadiness } from '#core/plan/readiness.ts';
import type { PlanEditing } from './use-plan.ts';

export function readinessOf({ scenario, form }: PlanEditing, exercises: readonly ExerciseLine[]) {
  return listReadiness(scenario, form, exercises.some(isHeld));
}
