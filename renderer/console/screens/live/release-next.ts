import { findLastReleased, listNext, listOrder } from '#core/exercise/views/console-view-order.ts';
import type { Live } from './live-context.tsx';

export function nextInject(live: Live): string {
  return listNext(listOrder(live.state, live.pressM())).find(({ state }) => state !== 'held')?.inject ?? '';
}

/**
 * What is due goes out at once. What is not due yet is looked at first, and so is whatever was put on the stage: held, from the
 * pocket, out of turn, or released earlier.
 */
export function releaseNext(live: Live) {
  const next = listNext(listOrder(live.state, live.pressM()))[0];
  if (live.state.phase !== 'running') return live.start('release');
  const staged = stagedInject(live);
  if (staged === null && !next) return live.start('release');
  if (next?.state === 'due' && (staged ?? next.inject) === next.inject) return release(live, next.inject, false);
  live.open({ kind: 'preview', inject: staged ?? next?.inject ?? '', isAlreadyDone: false });
}

/** On the stage instead of what was released last: R is for it, wherever the next one stands. One the room had is shown again. */
export function stagedInject({ state, selected }: Pick<Live, 'state' | 'selected'>): string | null {
  return selected !== null && selected !== findLastReleased(state) ? selected : null;
}

type Releasing = Pick<Live, 'close' | 'give' | 'pressM' | 'select'>;

export function release(live: Releasing, inject: string, isAlreadyDone: boolean) {
  const command = { type: 'release_inject', inject, already_done: isAlreadyDone } as const;
  void live.give(command, live.pressM()).then((isSaved) => isSaved && live.select(null));
  live.close();
}
