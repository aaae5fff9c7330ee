import { type Outcome, succeed } from '../../outcome.ts';
import type { ExerciseEvent } from '../events.ts';

export function allow(...events: readonly ExerciseEvent[]): Outcome<readonly ExerciseEvent[]> {
  return succeed(events);
}

/** Drops keys without a value, so that an event holds only what was said. */
export function withoutUndefined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
