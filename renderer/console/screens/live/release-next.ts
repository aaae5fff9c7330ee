import { listNext, listOrder } from '#core/exercise/views/console-view-order.ts';
import type { Live } from './live-context.tsx';

export function nextInject(live: Live): string {
  return listNext(listOrder(live.state, live.pressM())).find(({ state }) => state !== 'held')?.inject ?? '';
}

/** What is due goes out at once; what is not due yet is looked at first. */
export function releaseNext(live: Live) {
  const pressedM = live.pressM();
  const next = listNext(listOrder(live.state, pressedM))[0];
  if (live.state.phase !== 'running' || !next) return live.start('release');
  if (next.state !== 'due') return live.open({ kind: 'preview', inject: next.inject, isAlreadyDone: false });
  release(live, next.inject, false);
}

type Releasing = Pick<Live, 'close' | 'give' | 'pressM' | 'select'>;

export function release(live: Releasing, inject: string, isAlreadyDone: boolean) {
  const command = { type: 'release_inject', inject, already_done: isAlreadyDone } as const;
  void live.give(command, live.pressM()).then((isSaved) => isSaved && live.select(null));
  live.close();
}
