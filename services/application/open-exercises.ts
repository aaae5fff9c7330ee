import { randomUUID } from 'node:crypto';
import type { GoingOn } from '#contract/console-answers.ts';
import type { ConsoleNotice } from '#contract/console-notices.ts';
import type { ExerciseState, Phase } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { quoted } from '#core/report/term-words.ts';
import { type Continued, continueExercise } from '../exercise/continue-exercise.ts';
import { keepAcknowledged } from '../exercise/keep-acknowledged.ts';
import { createQueue } from '../queue.ts';
import { createNumbersGiven, type NumbersGiven } from '../registers/numbers-given.ts';
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
  readonly #numbersGiven: NumbersGiven;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#numbersGiven = createNumbersGiven(needs.workspace, (exercise) => {
      const open = this.live.get(exercise);
      return open?.readOnly() === null ? open.listAll() : null; // one that is damaged holds more than can be replayed
    });
  }

  /** Nothing is opened or begun meanwhile. */
  alone<Value>(act: () => Promise<Value>): Promise<Value> {
    return this.#oneAtATime(act);
  }

  open(exercise: string): Promise<Outcome<LiveExercise>> {
    return this.alone(() => this.#openInTurn(exercise));
  }

  async #openInTurn(exercise: string): Promise<Outcome<LiveExercise>> {
    const known = this.live.get(exercise);
    if (known) return succeed(known);
    return this.#openNew(exercise);
  }

  async #openNew(exercise: string, before?: ExerciseState): Promise<Outcome<LiveExercise>> {
    const { room, ...needs } = this.#needs;
    const opened = await openLiveExercise({ ...needs, exercise, numbersGiven: this.#numbersGiven, before });
    if (!opened.ok) return opened;
    this.live.set(exercise, opened.value);
    if (room.exercise() === null && isGoingOn(opened.value)) {
      room.show({ exercise, live: opened.value }); // it goes on where it was, in the room too
    }
    return opened;
  }

  /** The one in front of people. */
  going(): GoingOn | null {
    const found = [...this.live].find(([, exercise]) => isGoingOn(exercise));
    return found ? { exercise: found[0], title: found[1].state().scenario.title } : null;
  }

  /** Makes an exercise and opens it in front of the room, unless one goes on; of several asked for at once, the first. */
  begin(make: () => Promise<Outcome<string>>): Promise<Outcome<{ readonly exercise: string }>> {
    return this.alone(async () => {
      const going = this.going();
      if (going !== null) return fail(alreadyGoingOn(going));
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

  /** One that was cut off is opened again, with all that it holds. Where that cannot be, it stays, with what it holds, and says why. */
  async renew(exercise: string): Promise<void> {
    if (this.live.get(exercise)?.isCutOff()) await this.#openAgain(exercise);
  }

  /** What waits is tried again; also that of an exercise that could only be read, and may be whole by now. */
  async retry(exercise: string): Promise<Outcome<{ readonly left: number }>> {
    if (this.live.get(exercise)?.isWaitingToBeWhole()) await this.#openAgain(exercise);
    await this.renew(exercise);
    return this.within(exercise, async (opened) => succeed({ left: await opened.retryUnsaved() }));
  }

  async #openAgain(exercise: string): Promise<void> {
    const known = this.live.get(exercise);
    if (!known) return;
    const isNew = await this.alone(async () => {
      if (this.live.get(exercise) !== known || !(await known.leave())) return false;
      const opened = await this.#openNew(exercise, known.state());
      if (!opened.ok) known.stay(`${opened.problem.message} ${opened.problem.hint}`);
      return opened.ok;
    });
    if (isNew) await this.#showAgain(exercise);
  }

  /** Closed, mended and opened again; nobody is given it meanwhile. */
  async goOn(exercise: string): Promise<Outcome<Continued>> {
    await this.renew(exercise);
    if (this.live.get(exercise)?.isCutOff()) return fail(notOpenedAnew(exercise));
    const continued = await this.alone(async () => {
      await this.live.get(exercise)?.close();
      this.live.delete(exercise);
      return continueExercise(this.#needs.workspace.folder, exercise, randomUUID().slice(0, 8));
    });
    await this.#showAgain(exercise);
    return continued;
  }

  /** In front of the room again where it was, and told to whoever mirrors it, who loads it anew. */
  async #showAgain(exercise: string): Promise<void> {
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

  async closeAll(): Promise<Ended> {
    const ended = { told: [] as string[], isAllKept: true };
    for (const [exercise, live] of this.live) {
      const { isChanged, lost } = await live.close();
      const state = live.state();
      const kept = isChanged
        ? await keepAcknowledged({ workspace: this.#needs.workspace.folder, exercise, state })
        : succeed(null);
      if (!kept.ok) ended.told.push(mayBeGone(exercise, state.position, kept.problem.message));
      else if (kept.value !== null) ended.told.push(`${exercise}: ${kept.value}`);
      if (lost.length > 0) ended.told.push(notKept(exercise, lost));
      ended.isAllKept &&= kept.ok && lost.length === 0;
    }
    this.live.clear();
    return ended;
  }
}

/** `told`: what the user must know before the last window is gone; captures that nothing keeps stand there word by word. */
export type Ended = { readonly told: readonly string[]; readonly isAllKept: boolean };

type Live = Map<string, LiveExercise>;

function alreadyGoingOn({ title }: GoingOn) {
  return {
    code: 'already_going_on',
    message: `Not started: ${quoted(title)} is under way, and only one exercise can be.`,
    hint: 'Open its console, and end it or end its sitting for today; then start this one.',
  };
}

function notOpenedAnew(exercise: string) {
  return {
    code: 'cannot_continue',
    message: `${exercise} cannot be opened anew, and Muster holds entries that may not be on the disk.`,
    hint: 'Save a copy elsewhere, see to the folder, and try again.',
  };
}

function notKept(exercise: string, lost: readonly string[]): string {
  const what = `NOT SAVED, and it could not be kept beside the journal either: what was captured last in ${exercise}. Copy it from here:`;
  return [what, ...lost].join('\n');
}

function mayBeGone(exercise: string, entries: number, why: string): string {
  return `${exercise}: its folder was changed while it was open, and not all of its ${entries} entries may be there any more. ${why}`;
}
