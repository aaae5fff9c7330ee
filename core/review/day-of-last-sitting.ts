import { listLog } from '../exercise/log.ts';
import type { ExerciseState } from '../exercise/state.ts';
import { dayOf } from '../local-time.ts';

/** The local day on which the last sitting began: what is overdue is counted on it. Null before the start. */
export function dayOfLastSitting(state: ExerciseState): string | null {
  let opened: string | null = null;
  let isBetweenSittings = true;
  for (const { type, t } of listLog(state.log)) {
    if (type === 'exercise_suspended') isBetweenSittings = true;
    else if (isBetweenSittings && (type === 'exercise_started' || type === 'exercise_resumed')) {
      opened = t;
      isBetweenSittings = false;
    }
  }
  return opened === null ? null : dayOf(opened, state.setup?.organisation.time_zone ?? 'UTC');
}
