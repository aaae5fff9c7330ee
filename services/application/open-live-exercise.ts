import { randomUUID } from 'node:crypto';
import type { ConsoleNotice } from '#contract/console-notices.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { type Outcome, succeed } from '#core/outcome.ts';
import { openSession } from '../exercise/exercise-session.ts';
import { keepAcknowledged } from '../exercise/keep-acknowledged.ts';
import { readExercise } from '../exercise/open-exercise.ts';
import type { NumbersGiven } from '../registers/numbers-given.ts';
import { openJournal } from '../saving/journal.ts';
import type { Workspace } from '../saving/workspace.ts';
import { createExerciseClock } from './exercise-clock.ts';
import { LiveExercise } from './live-exercise.ts';
import { openNotes } from './open-notes.ts';
import { createRegisterOf } from './register-of.ts';
import type { Clock } from './shell.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly exercise: string;
  readonly clock: Clock;
  readonly tell: (notice: ConsoleNotice) => void;
  readonly numbersGiven: NumbersGiven;
  /** Where it is opened anew: what it held until now, which may be gone from the disk. */
  readonly before?: ExerciseState | undefined;
};

/** Opens an exercise for writing, or for reading only where its journal is damaged. */
export async function openLiveExercise(needs: Needs): Promise<Outcome<LiveExercise>> {
  const { workspace, exercise, clock, tell, numbersGiven, before } = needs;
  const kept = before
    ? await keepAcknowledged({ workspace: workspace.folder, exercise, state: before })
    : succeed(null);
  if (!kept.ok) return kept;
  const read = await readExercise(workspace.folder, exercise);
  if (!read.ok) return read;
  const { folder, state, journal, damage, scriptSha256 } = read.value;
  const tellText = (text: string) => tell({ type: 'notice', exercise, text });
  const opened = await openJournal({ folder, exercise, scriptSha256, read: journal, damage, tell: tellText });
  const notices = [...(kept.value === null ? [] : [kept.value]), ...read.value.notices, ...opened.notices];
  const notes = await openNotes(folder, (text) => notices.push(text));
  const time = createExerciseClock(clock, lastSeen(opened.events.at(-1), notes.get().seen));
  const run = randomUUID().slice(0, 8);
  const session = openSession({
    state,
    journal: opened.journal,
    run,
    tell: (events) => tell({ type: 'saved', exercise, events }),
  });
  const register = createRegisterOf({ workspace, exercise, state: session.state, tell: tellText, numbersGiven });
  if (opened.readOnly === null) await register.follow('end_exercise'); // what a crash kept from the register
  const parts = { exercise, opened, session, clock, time, notes, notices, register, tell };
  return succeed(new LiveExercise(parts));
}

type Seen = { readonly t: string; readonly m: number };

function lastSeen(event: Seen | undefined, seen: Seen | null): Seen | null {
  if (!event) return seen;
  return seen && seen.m > event.m ? seen : event;
}
