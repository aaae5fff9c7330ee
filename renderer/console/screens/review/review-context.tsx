import { createContext, useContext } from 'react';
import type { WindowCommand } from '#core/exercise/commands.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import type { EvidenceRow } from '#core/review/list-feed.ts';
import type { ReviewStep } from '#core/review/review-places.ts';
import type { DraftBook } from '../../../state/draft-book.ts';
import type { ExerciseStore } from '../../../state/exercise-store.ts';

/** Where the eye is: a step and, in it, what it is about (`G3`, `AI-1`, `#41`). */
export type ReviewPlace = { readonly step: ReviewStep; readonly name: string | null };

/** What every part of the review needs. */
export type Reviewed = {
  readonly exercise: string;
  readonly state: ExerciseState;
  readonly give: ExerciseStore['give'];
  readonly giveAll: ExerciseStore['giveAll'];
  readonly nowM: ExerciseStore['nowM'];
  readonly drafts: DraftBook;
  readonly evidence: readonly EvidenceRow[];
  readonly place: ReviewPlace;
  readonly go: (step: ReviewStep, name?: string | null) => void;
  /** Why this cannot be recorded now; null while it can. */
  readonly whyNot: (type: WindowCommand['type']) => string | null;
};

export const ReviewContext = createContext<Reviewed | null>(null);

export function useReviewed(): Reviewed {
  const reviewed = useContext(ReviewContext);
  if (!reviewed) throw new Error('ReviewContext is missing around this part');
  return reviewed;
}
