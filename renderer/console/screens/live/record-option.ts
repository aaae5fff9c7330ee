import { listDecisions } from '#core/exercise/views/console-view-decisions.ts';
import { findInject } from '#core/scenario/find-inject.ts';
import type { Live } from './live-context.tsx';

/** Opens the form of the decision on the stage with that option, counted from 1; nothing where there is none to read. */
export function recordOption({ state, nowM, selected, cover, start }: Live, number: number): void {
  const asked = selected === null ? undefined : findInject(state.scenario, selected)?.decision?.id;
  const decision = listDecisions(state, nowM).find(({ id }) => id === asked);
  const choice = cover === 'all' || decision?.made ? undefined : decision?.options[number - 1];
  if (decision && choice !== undefined) start('record-decision', decision.id, { choice });
}
