import type { ExerciseLine } from '#contract/programme.ts';
import { isHeld } from '#core/plan/programme-cards.ts';
import { listReadiness } from '#core/plan/readiness.ts';
import type { PlanEditing } from './use-plan.ts';

/** What the programme says beside the plan. */
export type Around = { readonly exercises: readonly ExerciseLine[]; readonly today: string | null };

export function readinessOf({ scenario, form }: PlanEditing, { exercises, today }: Around) {
  return listReadiness(scenario, form, { hasHeldBefore: exercises.some(isHeld), today });
}
