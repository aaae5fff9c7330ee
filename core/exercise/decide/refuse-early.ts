import { dayOfLastSitting } from '../../review/day-of-last-sitting.ts';
import { refuse } from '../refusals.ts';
import type { ExerciseState } from '../state.ts';

/** Nothing that came out of an exercise was due, signed or accepted before its day. */
export function refuseEarly(state: ExerciseState, date: string | undefined) {
  const day = dayOfLastSitting(state);
  return date !== undefined && day !== null && date < day
    ? refuse('date_before_exercise', `${date}, and it was held on ${day}`)
    : null;
}
