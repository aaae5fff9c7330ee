import type { ExpectedAction, Inject } from '../../scenario/schema.ts';
import { netMinutesBetween } from '../clock.ts';
import { walkChain } from '../log.ts';
import { type ExerciseState, findFirst, findLast } from '../state.ts';

/** Unrounded; `minutes` from the release of the inject, 0 when it was seen before that, null when it was not seen. */
export type ActionMeasure = {
  readonly action: ExpectedAction;
  readonly inject: Inject;
  readonly state: 'on_time' | 'late' | 'not_done' | 'not_seen';
  readonly minutes: number | null;
};

/** Expected actions of released injects. The later of seen and explicitly not done wins; of several sightings the first counts. */
export function measureActions(state: ExerciseState): readonly ActionMeasure[] {
  return state.scenario.injects.flatMap((inject) => {
    const released = findFirst(state, `released:${inject.id}`);
    return released ? inject.expect.map((action) => measureAction(state, inject, action, released.m)) : [];
  });
}

function measureAction(state: ExerciseState, inject: Inject, action: ExpectedAction, releasedM: number): ActionMeasure {
  const last = findLast(state, `action:${action.id}`);
  if (!last) return { action, inject, state: 'not_seen', minutes: null };
  if (last.type === 'action_not_done') return { action, inject, state: 'not_done', minutes: null };
  const [first = last] = [...walkChain(state.standing.get(`action:${action.id}`))]
    .filter(({ type }) => type === 'action_observed')
    .reverse();
  const minutes = first.m < releasedM ? 0 : netMinutesBetween(state, releasedM, first.m);
  return { action, inject, state: minutes <= action.min ? 'on_time' : 'late', minutes };
}
