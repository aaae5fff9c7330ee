import type { Command } from '#core/exercise/commands.ts';
import { decide } from '#core/exercise/decide.ts';
import type { SavedEvent } from '#core/exercise/events.ts';
import { evolve } from '#core/exercise/evolve.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { fail, type Outcome, type Problem, succeed } from '#core/outcome.ts';
import { createQueue } from '../queue.ts';
import type { Journal } from '../saving/journal.ts';

/**
 * Both times of a key press: wall clock for people, steady milliseconds for every measure. `s`: of a capture its own, which its
 * entry carries, so that it is known again whatever the disk answered; of all else the run's.
 */
export type Press = { readonly t: string; readonly m: number; readonly s?: string | undefined };

/** `position`: `seq` of the last entry. */
export type Saved = { readonly position: number };

type Needs = {
  readonly state: ExerciseState;
  readonly journal: Pick<Journal, 'append'>;
  readonly run: string;
  readonly tell: (events: readonly SavedEvent[]) => void;
};

/** One queue for one exercise: decide, save, then tell. What is not on the disk is not in the state. */
export function openSession({ state: opened, journal, run, tell }: Needs) {
  const enqueue = createQueue();
  let state = opened;

  function give(command: Command, press: Press): Promise<Outcome<Saved>> {
    return enqueue(() => take(command, press));
  }

  async function take(command: Command, { t, m, s = run }: Press): Promise<Outcome<Saved>> {
    const decided = decide(state, command);
    if (!decided.ok) return decided;
    const events = decided.value.map(
      (event, index): SavedEvent => ({ seq: state.position + 1 + index, t, m, s, ...event }),
    );
    try {
      await journal.append(events);
    } catch (failure) {
      return fail(notSaved(failure));
    }
    state = events.reduce(evolve, state);
    tell(events);
    return succeed({ position: state.position });
  }

  return { give, state: () => state };
}

function notSaved(failure: unknown): Problem {
  const reason = failure instanceof Error ? failure.message : String(failure);
  return {
    code: 'not_saved',
    message: `Not saved. ${reason}`,
    hint: 'What you typed stays in its form. Once the disk or the folder can be written again, save it again.',
  };
}
