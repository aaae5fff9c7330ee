import { randomUUID } from 'node:crypto';
import type { ConsoleNotice } from '#contract/console.ts';
import type { Phase } from '#core/exercise/state.ts';
import { type Outcome, succeed } from '#core/outcome.ts';
import { type Continued, continueExercise } from '../exercise/continue-exercise.ts';
import { createQueue } from '../queue.ts';
import type { Workspace } from '../saving/workspace.ts';
import type { LiveExercise } from './live-exercise.ts';
import { openLiveExercise } from './open-live-exercise.ts';
import type { RoomShow } from './room-show.ts';
import type { Clock } from './shell.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly room: RoomShow;
  readonly tell: (notice: ConsoleNotice) => void;
};

/** In one of these phases an exercise is in front of people. */
export const goingOn: ReadonlySet<Phase> = new Set(['running', 'paused', 'real_world']);

/** One that is open for reading only can neither go on nor be ended, so it stands in nobody's way. */
const isGoingOn = (exercise: LiveExercise) => exercise.readOnly() === null && goingOn.has(exercise.state().phase);

/** The exercises that are open, each once, however many windows ask for it. */
export function createOpenExercises({ workspace, clock, room, tell }: Needs) {
  const live = new Map<string, LiveExercise>();
  const oneAtATime = createQueue();

  function open(exercise: string): Promise<Outcome<LiveExercise>> {
    return oneAtATime(async () => {
      const known = live.get(exercise);
      if (known) return succeed(known);
      const opened = await openLiveExercise({ workspace, exercise, clock, tell });
      if (!opened.ok) return opened;
      live.set(exercise, opened.value);
      if (room.exercise() === null && isGoingOn(opened.value)) {
        room.show({ exercise, live: opened.value }); // it goes on where it was, in the room too
      }
      return opened;
    });
  }

  /** Does something with an open exercise; what it changed is in front of the room before the answer goes out. */
  async function within<Value>(
    exercise: string,
    act: (open: LiveExercise) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> {
    const opened = await open(exercise);
    if (!opened.ok) return opened;
    const answer = await act(opened.value);
    room.refresh();
    return answer;
  }

  /** Closed, mended and opened again; nobody is given it meanwhile. */
  async function goOn(exercise: string): Promise<Outcome<Continued>> {
    const continued = await oneAtATime(async () => {
      await live.get(exercise)?.close();
      live.delete(exercise);
      return continueExercise(workspace.folder, exercise, randomUUID().slice(0, 8));
    });
    const opened = await open(exercise);
    if (room.exercise() === exercise) room.show(opened.ok ? { exercise, live: opened.value } : null);
    if (continued.ok) tell({ type: 'clock', exercise, gap: null }); // whoever mirrors it loads it anew
    return continued;
  }

  return {
    live,
    goOn,
    open,
    within,
    /** Nothing is opened or begun meanwhile. */
    alone: oneAtATime,
    findGoingOn: () => [...live].find(([, exercise]) => isGoingOn(exercise))?.[0] ?? null,
    isRunning: () => [...live.values()].some((exercise) => exercise.isRunning()),
    woke: () => {
      for (const exercise of live.values()) exercise.lookAtClock(true);
      room.refresh();
    },
    closeAll: async () => {
      for (const exercise of live.values()) await exercise.close();
      live.clear();
    },
  };
}

export type OpenExercises = ReturnType<typeof createOpenExercises>;
