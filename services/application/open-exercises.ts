import { randomUUID } from 'node:crypto';
import type { ConsoleNotice } from '#contract/console.ts';
import type { Phase } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
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
export class OpenExercises {
  readonly live: Live = new Map();
  readonly #needs: Needs;
  readonly #oneAtATime = createQueue();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Nothing is opened or begun meanwhile. */
  alone<Value>(act: () => Promise<Value>): Promise<Value> {
    return this.#oneAtATime(act);
  }

  open(exercise: string): Promise<Outcome<LiveExercise>> {
    return this.alone(() => this.#openInTurn(exercise));
  }

  async #openInTurn(exercise: string): Promise<Outcome<LiveExercise>> {
    const { room, ...needs } = this.#needs;
    const known = this.live.get(exercise);
    if (known) return succeed(known);
    const opened = await openLiveExercise({ ...needs, exercise });
    if (!opened.ok) return opened;
    this.live.set(exercise, opened.value);
    if (room.exercise() === null && isGoingOn(opened.value)) {
      room.show({ exercise, live: opened.value }); // it goes on where it was, in the room too
    }
    return opened;
  }

  /** Makes an exercise and opens it in front of the room, unless one goes on; of several asked for at once, the first. */
  begin(make: () => Promise<Outcome<string>>): Promise<Outcome<{ readonly exercise: string }>> {
    return this.alone(async () => {
      const going = [...this.live].find(([, exercise]) => isGoingOn(exercise))?.[0];
      if (going !== undefined) return fail(alreadyGoingOn(going));
      const made = await make();
      if (!made.ok) return made;
      const opened = await this.#openInTurn(made.value);
      if (!opened.ok) return opened;
      this.#needs.room.show({ exercise: made.value, live: opened.value });
      return succeed({ exercise: made.value });
    });
  }

  /** Does something with an open exercise; what it changed is in front of the room before the answer goes out. */
  async within<Value>(exercise: string, act: (open: LiveExercise) => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    const opened = await this.open(exercise);
    if (!opened.ok) return opened;
    const answer = await act(opened.value);
    this.#needs.room.refresh();
    return answer;
  }

  /** One that was cut off is closed and opened again, with all that waits to be saved; any other stays as it is. */
  async renew(exercise: string): Promise<void> {
    const known = this.live.get(exercise);
    if (!known?.isCutOff()) return;
    const isClosed = await this.alone(
      async () => this.live.get(exercise) === known && (await known.closeForAnother()) && this.live.delete(exercise),
    );
    if (isClosed) await this.#reopen(exercise);
  }

  /** Closed, mended and opened again; nobody is given it meanwhile. */
  async goOn(exercise: string): Promise<Outcome<Continued>> {
    const continued = await this.alone(async () => {
      await this.live.get(exercise)?.close();
      this.live.delete(exercise);
      return continueExercise(this.#needs.workspace.folder, exercise, randomUUID().slice(0, 8));
    });
    await this.#reopen(exercise);
    return continued;
  }

  /** In front of the room again where it was, and told to whoever mirrors it, who loads it anew. */
  async #reopen(exercise: string): Promise<void> {
    const { room, tell } = this.#needs;
    const opened = await this.open(exercise);
    if (room.exercise() === exercise) room.show(opened.ok ? { exercise, live: opened.value } : null);
    tell({ type: 'clock', exercise, gap: null });
  }

  isRunning(): boolean {
    return [...this.live.values()].some((exercise) => exercise.isRunning());
  }

  woke(): void {
    for (const exercise of this.live.values()) exercise.lookAtClock(true);
    this.#needs.room.refresh();
  }

  async closeAll(): Promise<void> {
    for (const exercise of this.live.values()) await exercise.close();
    this.live.clear();
  }
}

type Live = Map<string, LiveExercise>;

function alreadyGoingOn(exercise: string) {
  return {
    code: 'already_going_on',
    message: `The exercise ${exercise} is still going on.`,
    hint: 'End it first, or end its sitting; then start this one.',
  };
}
