import { exerciseMinutesAt } from '#core/exercise/clock.ts';
import type { SavedEvent } from '#core/exercise/events.ts';
import { namesOf } from '#core/review/wording/list-wording.ts';
import { writingKindOf } from '#core/review/wording/written-fields.ts';
import type { Wording } from '../../../parts/form/worded.tsx';
import { useReviewed } from './review-context.tsx';

/** For each field of a form in which people write, how its words are held against the rules; null for any other field. */
export function useWording(form: string, entry: SavedEvent | undefined): (field: string) => Wording | null {
  const { state } = useReviewed();
  const names = namesOf(state);
  const mark = entry ? `T+${Math.floor(exerciseMinutesAt(state, entry.m))}` : 'T+‹minute›';
  return (field) => {
    const kind = writingKindOf(form, field);
    return kind === null ? null : { kind, names, mark };
  };
}
