import { useEffect, useRef, useState } from 'react';
import { type ReviewStep, reviewSteps } from '#core/review/review-places.ts';
import type { DraftBook } from '../../../state/draft-book.ts';
import type { ReviewPlace } from './review-context.tsx';

const draft = 'review_place';

/** The step that is open, the same after a reload; going somewhere takes the focus along. */
export function useReviewPlace(drafts: DraftBook, first: ReviewPlace) {
  const [place, setPlace] = useState(() => readPlace(drafts.read(draft)) ?? first);
  const went = useRef(false);
  useEffect(() => {
    if (!went.current) return;
    const target = place.name && document.getElementById(`at-${place.name}`);
    const there = target || document.getElementById('step-title');
    there?.focus({ preventScroll: true });
    there?.scrollIntoView({ block: target ? 'start' : 'nearest' });
  }, [place]);

  function go(step: ReviewStep, name: string | null = null) {
    went.current = true;
    setPlace({ step, name });
    drafts.write(draft, { step, name });
  }
  return { place, go };
}

function readPlace(kept: unknown): ReviewPlace | null {
  if (typeof kept !== 'object' || kept === null || !('step' in kept)) return null;
  const found = reviewSteps.find(({ step }) => step === kept.step);
  if (!found) return null;
  return { step: found.step, name: 'name' in kept && typeof kept.name === 'string' ? kept.name : null };
}
