import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import type { ExerciseState } from '../state.ts';
import { findShown } from './find-shown.ts';
import { type RoomView, roomView } from './room-view.ts';

/** What the room will see once the inject is released, found by releasing it in a copy; null where it sees nothing of it. */
export function previewRelease(
  state: ExerciseState,
  inject: string,
  { alreadyDone, nowM }: { readonly alreadyDone: boolean; readonly nowM: number },
): RoomView | null {
  if (findShown(state, { inject, already_done: alreadyDone })?.audience === 'named') return null;
  const log = { ...state.log, items: state.log.items.slice(0, state.log.length) }; // the real log must not grow by a preview
  const running: ExerciseState = { ...state, log, phase: 'running' };
  const decided = decide(running, { type: 'release_inject', inject, already_done: alreadyDone });
  if (!decided.ok) return null;
  const after = decided.value.reduce(
    (then, event) =>
      evolve(then, { seq: then.position + 1, t: '1980-01-01T00:00:00Z', m: nowM, s: 'preview', ...event }),
    running,
  );
  return roomView(after, nowM);
}
