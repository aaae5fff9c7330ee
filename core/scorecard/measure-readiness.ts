import { measureClosure } from '../actions/register-figures.ts';
import type { RegisteredAction } from '../actions/registered-action.ts';
import { findReturnedGaps, type HeldGaps } from '../plan/returned-gaps.ts';
import type { Readiness } from './snapshot.ts';

type Parts = {
  /** One's own exercises that were held, samples left out. */
  readonly held: readonly HeldGaps[];
  readonly actions: readonly RegisteredAction[];
  readonly asOf: string;
};

/** What exercises say at the end of the month; it stands beside the figures, never in them. Source: spec.md §0, finding 4. */
export function measureReadiness({ held, actions, asOf }: Parts): Readiness {
  const before = held.filter(({ heldOn }) => heldOn !== '' && heldOn <= asOf);
  const last = before.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt)).at(-1);
  const quarter = quarterOf(asOf);
  const { due, onTime } = measureClosure(actions, asOf);
  return {
    last_exercise: last ? { id: last.exercise, title: last.title, held_on: last.heldOn } : null,
    quarter,
    quarter_held: before.some(({ heldOn }) => quarterOf(heldOn) === quarter),
    actions_due: due,
    actions_on_time: onTime,
    repeat_gaps: findReturnedGaps(before, actions, asOf).gaps.length,
  };
}

/** `Q4 2026`. */
export function quarterOf(day: string): string {
  return `Q${Math.ceil(Number(day.slice(5, 7)) / 3)} ${day.slice(0, 4)}`;
}
