import { listClockTriggers } from '../scenario/find-clock.ts';
import { type ExerciseState, hasStanding, isReleased } from './state.ts';

/** Whether something in the story has started this legal clock; one without a trigger may run from the beginning. */
export function hasClockBegun(state: ExerciseState, clock: string): boolean {
  const triggers = listClockTriggers(state.scenario, clock);
  return (
    triggers.length === 0 ||
    triggers.some(({ inject, decision }) => {
      return decision ? hasStanding(state, `made:${decision}`) : isReleased(state, inject);
    })
  );
}
