import { exerciseMinutesAt } from '../exercise/clock.ts';
import { type ExerciseState, listStandingOf } from '../exercise/state.ts';
import { roundHalfUp } from '../round.ts';
import { roleNames } from './term-words.ts';

export const attendanceColumns = [
  'name',
  'role',
  'function',
  'stands_in_for',
  'part',
  'exercise_time',
  'wall_time_utc',
] as const;

/** Who took part from the start in which role, then who came and left, in the order in which it was recorded. */
export function listAttendance(state: ExerciseState): readonly (readonly string[])[] {
  const started = listStandingOf(state, 'exercise_started')[0]?.t ?? '';
  const planned = (state.setup?.participants ?? []).map((person) => [
    person.name,
    person.role,
    person.function ?? roleNames[person.role],
    person.stands_in_for ?? '',
    'from the start',
    '0.0',
    started,
  ]);
  const changes = listStandingOf(state, 'attendance_changed').map(({ t, m, data }) => [
    data.name ?? '',
    data.role,
    roleNames[data.role],
    data.stands_in_for ?? '',
    data.change,
    roundHalfUp(exerciseMinutesAt(state, m)).toFixed(1),
    t,
  ]);
  return [...planned, ...changes];
}
