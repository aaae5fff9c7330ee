import type { z } from 'zod';
import type { ConsoleNotice, ExerciseSnapshot } from '#contract/console.ts';
import type { WindowCommand } from '#core/exercise/commands.ts';
import { listLog } from '#core/exercise/log.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { fail, type Outcome } from '#core/outcome.ts';
import type { openSession, Saved } from '../exercise/exercise-session.ts';
import type { OpenedJournal } from '../saving/journal.ts';
import type { ExerciseClock } from './exercise-clock.ts';
import type { Notes } from './open-notes.ts';
import type { RegisterOf } from './register-of.ts';

/** A shorter stretch between two runs of Muster counts without a question. */
const askFromMs = 30_000;
const seenEveryMs = 5_000;

type Parts = {
  readonly exercise: string;
  readonly opened: OpenedJournal;
  readonly session: ReturnType<typeof openSession>;
  readonly time: ExerciseClock;
  readonly rate: number;
  readonly notes: Notes;
  readonly notices: readonly string[];
  readonly register: RegisterOf;
  readonly tell: (notice: ConsoleNotice) => void;
};

/** One exercise kept open: its journal, its clock, its drafts, and the register its actions go to. */
export class LiveExercise {
  readonly #parts: Parts;
  readonly #timer: NodeJS.Timeout;
  #closedMs: number | null;
  #trouble: string | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#closedMs = this.isRunning() && parts.time.gapMs >= askFromMs ? parts.time.gapMs : null;
    this.#timer = setInterval(() => void this.#keepSeen(), seenEveryMs);
    this.#timer.unref();
  }

  state(): ExerciseState {
    return this.#parts.session.state();
  }

  /** Why it is open for reading only, with file and line; null while it can be written. */
  readOnly(): string | null {
    return this.#parts.opened.readOnly;
  }

  /** Of one that can only be read nobody knows how it went on. */
  isRunning(): boolean {
    return this.readOnly() === null && this.state().phase === 'running';
  }

  nowM(): number {
    return this.#parts.time.nowM();
  }

  /** `pressedM`: the key press, where typing came later; never in the future. */
  async give(command: WindowCommand, pressedM: number | null): Promise<Outcome<Saved>> {
    const readOnly = this.readOnly();
    if (readOnly !== null) return fail(onlyRead(readOnly)); // before a register gives an id for it
    const answer = await this.#take(command, Math.min(pressedM ?? this.nowM(), this.nowM()));
    if (answer.ok) this.#closedMs = null; // what was recorded since counts the stretch
    this.#tellTrouble();
    if (answer.ok) await this.#parts.register.follow(command.type);
    return answer;
  }

  async #take(command: WindowCommand, m: number): Promise<Outcome<Saved>> {
    const { register, session, time } = this.#parts;
    if (command.type === 'reanchor_clock') return this.#reanchor(command);
    const press = { t: time.timeOf(m), m: Math.round(m) };
    if (command.type !== 'agree_action') return session.give(command, press);
    const reserved = await register.reserve();
    return reserved.ok ? session.give({ ...command, register_id: reserved.value }, press) : reserved;
  }

  /** The stretch is the one asked about, whatever the window counted. */
  async #reanchor(command: WindowCommand & { type: 'reanchor_clock' }): Promise<Outcome<Saved>> {
    const { session, time } = this.#parts;
    if (this.#closedMs === null) return fail(nothingToAsk);
    const lastM = listLog(this.state().log).at(-1)?.m ?? 0;
    const left = command.counted ? 0 : time.leaveOut(this.#closedMs, lastM);
    const m = this.nowM();
    const answer = await session.give({ ...command, gap_ms: Math.round(this.#closedMs) }, { t: time.timeOf(m), m });
    if (!answer.ok) time.putBack(left);
    return answer;
  }

  #tellTrouble(): void {
    const { exercise, opened, tell } = this.#parts;
    const trouble = opened.journal.trouble();
    if (trouble !== this.#trouble) tell({ type: 'trouble', exercise, trouble });
    this.#trouble = trouble;
  }

  /** How long Muster was closed is then known to a few seconds; a failure only makes that less exact. */
  async #keepSeen(): Promise<void> {
    const { notes, time } = this.#parts;
    if (!this.isRunning()) return;
    const m = this.nowM();
    const seen = { t: time.timeOf(m), m };
    await notes.change((draft) => void Object.assign(draft, { seen })).catch(() => {});
  }

  snapshot(): ExerciseSnapshot {
    const { exercise, opened, notes, notices, rate } = this.#parts;
    const { source, log } = this.state();
    return {
      exercise,
      source,
      events: listLog(log),
      nowM: this.nowM(),
      rate,
      readOnly: this.readOnly(),
      trouble: opened.journal.trouble(),
      notices,
      drafts: notes.get().drafts,
      closedMs: this.#closedMs,
    };
  }

  /** null forgets it. Rejects where it could not be saved. In a damaged exercise nothing on the disk is touched. */
  async saveDraft(form: string, draft: z.core.util.JSONType): Promise<void> {
    if (this.readOnly() !== null) return;
    await this.#parts.notes.change(({ drafts }) => {
      if (draft === null) delete drafts[form];
      else drafts[form] = draft;
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#keepSeen(); // its turn comes after every draft that is being written
    await this.#parts.opened.journal.close();
  }
}

function onlyRead(message: string) {
  return { code: 'read_only', message, hint: 'Nothing was recorded, and nothing on the disk was changed.' };
}

const nothingToAsk = {
  code: 'nothing_to_reanchor',
  message: 'The exercise clock has gone on without a break, or the break was counted already.',
  hint: 'Carry on; nothing was changed.',
};
