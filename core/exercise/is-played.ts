import { type ExerciseState, listStanding } from './state.ts';
import { isCapture } from './topics.ts';

/** Something reached the room, or was written down. */
export function isPlayed(state: ExerciseState): boolean {
  return listStanding(state).some(({ type }) => type === 'inject_released' || isCapture(type));
}
