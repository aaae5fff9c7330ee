import type { Command } from '../commands.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import type { ExerciseState } from '../state.ts';
import { findShown } from './find-shown.ts';
import { type RoomView, roomView } from './room-view.ts';
import { type FoundAttachment, findEnlarged } from './showings.ts';

/** What the room will see once the inject is released, found by releasing it in a copy; null where it sees nothing of it. */
export function previewRelease(
  state: ExerciseState,
  inject: string,
  { alreadyDone, nowM }: { readonly alreadyDone: boolean; readonly nowM: number },
): RoomView | null {
  if (findShown(state, { inject, already_done: alreadyDone })?.audience === 'named') return null;
  const release: Command = { type: 'release_inject', inject, already_done: alreadyDone };
  return previewCommand(state, release, nowM)?.view ?? null;
}

/** What the room will see once this is done, and which attachment of it stands large; null where it would be refused. */
export function previewCommand(
  state: ExerciseState,
  command: Command,
  nowM: number,
): { readonly view: RoomView; readonly enlarged: FoundAttachment | null } | null {
  const log = { ...state.log, items: state.log.items.slice(0, state.log.length) }; // the real log must not grow by a preview
  const running: ExerciseState = { ...state, log, phase: 'running' };
  const decided = decide(running, command);
  if (!decided.ok) return null;
  const after = decided.value.reduce(
    (then, event) =>
      evolve(then, { seq: then.position + 1, t: '1980-01-01T00:00:00Z', m: nowM, s: 'preview', ...event }),
    running,
  );
  return { view: roomView(after, nowM), enlarged: findEnlarged(after) };
}
