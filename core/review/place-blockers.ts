import type { ExerciseState } from '../exercise/state.ts';
import { type Blocker, listFinalBlockers } from './list-final-blockers.ts';
import type { ReviewStep } from './review-places.ts';

export type PlacedBlocker = Blocker & { readonly step: ReviewStep; readonly name: string };

/** What blocks FINAL, each with the step in which it is settled and the form that stands there. */
export function placeBlockers(state: ExerciseState): readonly PlacedBlocker[] {
  return listFinalBlockers(state).map((blocker) => ({ ...blocker, ...placeOf(blocker) }));
}

function placeOf({ where, what, isWording }: Blocker): { readonly step: ReviewStep; readonly name: string } {
  if (isWording) return { step: 'wording', name: where };
  const isAction = where.startsWith('AI-') || what.endsWith('has no action');
  if (isAction) return { step: 'actions', name: where };
  if (/^G\d+$/.test(where)) return { step: 'gaps', name: where };
  if (/^O\d+$/.test(where)) return { step: 'objectives', name: where };
  if (/^RC-\d+$/.test(where)) return { step: 'runbooks', name: where };
  if (/^S-?\d+$/.test(where)) return { step: 'strengths', name: where };
  return { step: 'timeline', name: where };
}
