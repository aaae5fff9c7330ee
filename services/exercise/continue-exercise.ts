import { decide } from '#core/exercise/decide.ts';
import type { SavedEvent } from '#core/exercise/events.ts';
import { evolve } from '#core/exercise/evolve.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { isCapture } from '#core/exercise/topics.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { describeEvent } from '#core/report/describe-event.ts';
import { tellWhole } from '#core/report/tell-whole.ts';
import { canContinue, continueJournal } from '../saving/continue-journal.ts';
import { formatDamage } from '../saving/damage.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import { readExercise } from './open-exercise.ts';

/** `recovered`: captures behind the damage that are whole in themselves, and stand now as observations with their own time. */
export type Continued = { readonly recovered: number; readonly kept: readonly string[] };

/** Lets a damaged exercise go on from its last whole entry. What was damaged is kept beside, and recorded as having been. */
export async function continueExercise(workspace: string, exercise: string, run: string): Promise<Outcome<Continued>> {
  const found = await readExercise(workspace, exercise);
  if (!found.ok) return found;
  const { folder, state, damage, scriptSha256, journal: read } = found.value;
  if (!canContinue(read, damage)) return fail(nothingWhole(exercise));
  const lost = read.salvaged.filter(({ type }) => isCapture(type));
  const last = read.events.at(-1);
  const told = damage.map((found) => formatDamage(exercise, found)).join('; ');
  const notes = [
    {
      t: last?.t ?? '',
      m: last?.m ?? 0,
      s: run,
      text: `The record was damaged and goes on after entry ${read.events.length}: ${told}`,
    },
    ...lost.map((event) => ({
      t: event.t,
      m: event.m,
      s: event.s, // one that waits to be saved knows it by that, and is not saved twice
      text: `Recovered: ${tellWhole(describeEvent(event, state.scenario).text, event.data)}`,
    })),
  ];
  const events = observe(state, notes);
  if (events === null) return fail(cannotTake(exercise));
  try {
    const kept = await continueJournal({ folder, exercise, scriptSha256, read, damage, events });
    return succeed({ recovered: lost.length, kept });
  } catch (problem) {
    const message = `${exercise} could not go on: ${explainFailure(problem)}.`;
    return fail({
      code: 'not_continued',
      message,
      hint: 'What it held before is intact. Free the disk, then try again.',
    });
  }
}

type Note = { readonly t: string; readonly m: number; readonly s: string; readonly text: string };

/** null where the rules take no observation any more. */
function observe(begun: ExerciseState, notes: readonly Note[]): readonly SavedEvent[] | null {
  const events: SavedEvent[] = [];
  let state = begun;
  for (const { t, m, s, text } of notes) {
    const decided = decide(state, { type: 'record_observation', kind: 'fact', text });
    if (!decided.ok) return null;
    for (const event of decided.value) {
      const saved: SavedEvent = { seq: state.position + 1, t, m, s, ...event };
      state = evolve(state, saved);
      events.push(saved);
    }
  }
  return events;
}

const nothingWhole = (exercise: string) => ({
  code: 'cannot_continue',
  message: `${exercise} cannot go on: it is whole, or nothing of it is, or another version or exercise wrote it.`,
  hint: 'Nothing was changed. Restore the exercise from a backup.',
});

const cannotTake = (exercise: string) => ({
  code: 'cannot_continue',
  message: `${exercise} takes no more entries: its report is final.`,
  hint: 'Nothing was changed. Restore the exercise from a backup.',
});
