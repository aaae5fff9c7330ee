import type { Outcome } from '../outcome.ts';
import type { ExerciseEvent } from './events.ts';

/** What happens, or why not. */
export type Decided = Outcome<readonly ExerciseEvent[]>;
