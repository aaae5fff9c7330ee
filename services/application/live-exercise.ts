import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { eventsAtOnce } from '#contract/console.ts';
import type { ExerciseSnapshot } from '#contract/console-answers.ts';
import type { ConsoleNotice } from '#contract/console-notices.ts';
import type { WindowCommand } from '#core/exercise/commands.ts';
import type { SavedEvent } from '#core/exercise/events.ts';
import { listLog } from '#core/exercise/log.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { fail, type Outcome } from '#core/outcome.ts';
import type { openSession, Saved } from '../exercise/exercise-session.ts';
import type { OpenedJournal } from '../saving/journal.ts';
import { type ClockGaps, createClockGap } from './clock-gap.ts';
import type { ExerciseClock } from './exercise-clock.ts';
import { countSalvaged, keptHint, onlyRead, openedAnew, setBack } from './live-problems.ts';
import type { Notes } from './open-notes.ts';
import type { RegisterOf } from './register-of.ts';
import type { Clock } from './shell.ts';
import { createTake, type Take } from './take-command.ts';
import { createUnsavedCaptures, isPassing, type UnsavedCaptures } from './unsaved-captures.ts';

const lookEveryMs = 5_000;

type Parts = {
  readonly exercise: string;
  readonly opened: OpenedJournal;
  readonly session: ReturnType<typeof openSession>;
  readonly clock: Clock;
  readonly time: ExerciseClock;
  readonly notes: Notes;
  readonly notices: readonly string[];
  readonly register: RegisterOf;
  readonly tell: (notice: ConsoleNotice) => void;
};

/** `isChanged`: another program wrote in its journal, and what was shown as saved may be gone. `lost`: captures that nothing keeps. */
export type Closed = { readonly isChanged: boolean; readonly lost: readonly string[] };

/** One exercise kept open: its journal, its clock, its drafts, and the register its actions go to. */
export class LiveExercise {
  readonly #parts: Parts;
  #timer: NodeJS.Timeout;
  readonly #gap: ClockGaps;
  readonly #save: Take;
  readonly #unsaved: UnsavedCaptures;
  /** As the windows want them kept; what the disk did not take is in the next note that it takes. */
  readonly #drafts: Map<string, z.core.util.JSONType>;
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #notices: string[];
  readonly #run = randomUUID().slice(0, 8);
  #given = 0;
  #isLeaving = false;
  #told = JSON.stringify({ trouble: null, unsaved: [] });

  constructor(parts: Parts) {
    this.#parts = parts;
    const { clock, time, notes, session, register } = parts;
    this.#notices = [...parts.notices];
    this.#gap = createClockGap({ clock, time, lookEveryMs });
    if (!this.isRunning()) this.#gap.forget();
    this.#save = createTake({ session, register, time, gap: this.#gap });
    const { drafts, unsaved } = notes.get();
    this.#drafts = new Map(Object.entries(drafts));
    this.#unsaved = createUnsavedCaptures({
      held: unsaved,
      state: session.state,
      give: this.#save,
      changed: () => void this.#keepNotes().catch(() => {}), // kept in memory all the same, and told
    });
    this.#timer = this.#lookOften();
  }

  state(): ExerciseState {
    return this.#parts.session.state();
  }

  /** Why it is open for reading only, with file and line; null while it can be written. */
  readOnly(): string | null {
    return this.#parts.opened.readOnly;
  }

  /** Another program wrote in its journal while it was open: only opening it anew tells what is there now. */
  isCutOff(): boolean {
    return this.readOnly() === null && this.#parts.opened.journal.isCutOff();
  }

  /** It can only be read while captures wait, and may be whole again. */
  isWaitingToBeWhole(): boolean {
    return this.readOnly() !== null && !this.#unsaved.isEmpty();
  }

  /** Of one that can only be read nobody knows how it went on. */
  isRunning(): boolean {
    return this.readOnly() === null && this.state().phase === 'running';
  }

  nowM(): number {
    return this.#parts.time.nowM();
  }

  /**
   * `pressedM`: the key press, where typing came later; never in the future. What waits for the disk goes first. A capture the
   * disk does not take is kept with its time (`kept_unsaved`) and tried again; all else is refused (`not_saved`).
   */
  async give(command: WindowCommand, pressedM: number | null): Promise<Outcome<Saved>> {
    if (this.#isLeaving) return fail(openedAnew); // what is kept here from now on, nobody would find
    const given = this.#give(command, pressedM);
    this.#underWay.add(given);
    return given.finally(() => this.#underWay.delete(given));
  }

  async #give(command: WindowCommand, pressedM: number | null): Promise<Outcome<Saved>> {
    const readOnly = this.readOnly();
    if (readOnly !== null) return fail(onlyRead(readOnly)); // before a register gives an id for it
    const m = Math.min(pressedM ?? this.nowM(), this.nowM());
    const press = { t: this.#parts.time.timeOf(m), m: Math.round(m), s: this.#nameNext() };
    const waiting = await this.#unsaved.retry();
    const answer = waiting ? fail(waiting) : await this.#save(command, press);
    const isKept =
      !answer.ok && isPassing(answer.problem) && this.#unsaved.hold(command, press, answer.problem.message);
    this.#tellTrouble();
    return isKept ? fail({ ...answer.problem, code: 'kept_unsaved', hint: keptHint }) : answer;
  }

  #nameNext(): string {
    this.#given += 1;
    return `${this.#run}-${this.#given}`;
  }

  /** How many captures the disk still does not take. */
  async retryUnsaved(): Promise<number> {
    if (this.readOnly() === null) await this.#unsaved.retry();
    this.#tellTrouble();
    return this.#unsaved.list().length;
  }

  #tellTrouble(): void {
    const { exercise, opened, tell } = this.#parts;
    const about = { trouble: opened.journal.trouble(), unsaved: this.#unsaved.list() };
    const told = JSON.stringify(about);
    if (told !== this.#told) tell({ type: 'trouble', exercise, ...about });
    this.#told = told;
  }

  #lookOften(): NodeJS.Timeout {
    return setInterval(() => void this.#look(), lookEveryMs).unref();
  }

  async #look(): Promise<void> {
    this.lookAtClock(false);
    if (!this.#unsaved.isEmpty()) await this.retryUnsaved();
    if (this.isRunning()) await this.#keepNotes().catch(() => {}); // how long Muster was closed is then less exact
  }

  /** `hasSlept`: the shell knows that the machine has just woken up. */
  lookAtClock(hasSlept: boolean): void {
    const { exercise, tell } = this.#parts;
    const news = this.#gap.look(hasSlept);
    if (!this.isRunning()) this.#gap.forget();
    else if (news === 'asks') tell({ type: 'clock', exercise, gap: this.#gap.get() });
    else if (news === 'set_back') tell({ type: 'notice', exercise, text: setBack });
  }

  /** What a crash must not take along, and is no part of the record. */
  async #keepNotes(): Promise<void> {
    if (this.readOnly() !== null) return; // nothing on the disk is touched
    const { notes, time } = this.#parts;
    const m = this.nowM();
    const seen = this.isRunning() ? { seen: { t: time.timeOf(m), m } } : {};
    const kept = { ...seen, drafts: Object.fromEntries(this.#drafts), unsaved: [...this.#unsaved.held()] };
    await notes.change((draft) => void Object.assign(draft, kept));
  }

  #areNotesKept(): Promise<boolean> {
    return this.#keepNotes().then(
      () => true,
      () => false,
    );
  }

  snapshot(): ExerciseSnapshot {
    const { exercise, opened, clock } = this.#parts;
    const { source, position } = this.state();
    return {
      exercise,
      source,
      ...this.listEvents(0),
      position,
      nowM: this.nowM(),
      rate: clock.rate,
      readOnly: this.readOnly(),
      trouble: opened.journal.trouble(),
      notices: this.#notices,
      drafts: Object.fromEntries(this.#drafts),
      salvaged: countSalvaged(opened),
      gap: this.#gap.get(),
      unsaved: this.#unsaved.list(),
    };
  }

  listAll(): readonly SavedEvent[] {
    return listLog(this.state().log);
  }

  listEvents(after: number): Pick<ExerciseSnapshot, 'events'> {
    return { events: this.listAll().slice(after, after + eventsAtOnce) };
  }

  /** null forgets it. Rejects where it could not be saved. In a damaged exercise nothing on the disk is touched. */
  async saveDraft(form: string, draft: z.core.util.JSONType): Promise<void> {
    if (draft === null) this.#drafts.delete(form);
    else this.#drafts.set(form, draft);
    await this.#keepNotes();
  }

  /** Closes it with all that waits kept beside the journal; false where that cannot be, and it goes on. */
  async leave(): Promise<boolean> {
    this.#isLeaving = true;
    await Promise.allSettled(this.#underWay);
    this.#isLeaving = await this.#areNotesKept();
    if (!this.#isLeaving) return false;
    clearInterval(this.#timer);
    await this.#parts.opened.journal.close();
    return true;
  }

  /** It could not be opened anew: it holds what it held, and takes captures to keep them. */
  stay(why: string): void {
    this.#isLeaving = false;
    this.#timer = this.#lookOften();
    if (!this.#notices.includes(why)) this.#notices.push(why);
    this.#parts.tell({ type: 'notice', exercise: this.#parts.exercise, text: why });
  }

  /** Gives what is on no disk then, in words. */
  async close(): Promise<Closed> {
    const { journal } = this.#parts.opened;
    clearInterval(this.#timer);
    if (!this.#unsaved.isEmpty()) await this.retryUnsaved();
    const hasNews = this.isRunning() || !this.#unsaved.isEmpty();
    const isKept = !hasNews || (await this.#areNotesKept()); // its turn comes after every draft that is being written
    const isChanged = this.readOnly() === null && (await journal.isChanged());
    await journal.close();
    return { isChanged, lost: isKept ? [] : this.#unsaved.list().map(({ minute, whole }) => `T+${minute}  ${whole}`) };
  }
}
