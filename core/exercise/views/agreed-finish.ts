import { exerciseMinutesAt, wallMinutesAt } from '../clock.ts';
import type { Finish } from '../finish.ts';
import { type ExerciseState, findLast } from '../state.ts';

export type AgreedFinish = Finish & { readonly seq: number; readonly m: number };

/** What was agreed last in Finish by and stands; null where the planned length holds. */
export function findFinish(state: ExerciseState): AgreedFinish | null {
  const event = findLast(state, 'finish');
  if (event?.type !== 'injects_left_out' || !event.data.finish) return null;
  return { ...event.data.finish, seq: event.seq, m: event.m };
}

/** Minutes until play is to end, not rounded. A pause uses up an agreed time of day, but none of a length of play. */
export function minutesLeft(state: ExerciseState, nowM: number): number {
  const finish = findFinish(state);
  if (finish) return finish.in_min - (wallMinutesAt(state, nowM) - wallMinutesAt(state, finish.m));
  return plannedLength(state) - exerciseMinutesAt(state, nowM);
}

/** Exercise minute at which play ends as agreed, else as planned, were there no more pauses. */
export function lengthFrom(state: ExerciseState): number {
  const finish = findFinish(state);
  return finish ? Math.round(exerciseMinutesAt(state, finish.m) + finish.in_min) : plannedLength(state);
}

const plannedLength = (state: ExerciseState) => state.setup?.plan.length_min ?? state.scenario.duration_min;
