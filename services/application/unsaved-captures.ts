import type { Unsaved } from '#contract/console.ts';
import { exerciseMinutesAt } from '#core/exercise/clock.ts';
import type { WindowCommand } from '#core/exercise/commands.ts';
import type { EventType } from '#core/exercise/events.ts';
import { foreseeCapture } from '#core/exercise/foresee-capture.ts';
import { listLog } from '#core/exercise/log.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import type { Outcome, Problem } from '#core/outcome.ts';
import { tellWhole } from '#core/report/tell-whole.ts';
import type { Press, Saved } from '../exercise/exercise-session.ts';
import { createQueue } from '../queue.ts';
import { registerUnusable } from './register-of.ts';

/** `type` and `text`: the entry it was to be, should the rules no longer take it as what it was. */
export type HeldCapture = Press & Omit<Unsaved, 'minute' | 'whole'> & { readonly command: WindowCommand };

type Needs = {
  /** Of an earlier run. */
  readonly held: readonly HeldCapture[];
  readonly state: () => ExerciseState;
  readonly give: (command: WindowCommand, press: Press) => Promise<Outcome<Saved>>;
  readonly changed: () => void;
};

/** Whether a capture that was answered so is kept and tried again: the disk or the register did not take it. */
export const isPassing = ({ code }: Problem): boolean => code === 'not_saved' || code === registerUnusable;

/** Captures the disk did not take, with their first time and in their order, until it takes them. */
export function createUnsavedCaptures({ held: before, state, give, changed }: Needs) {
  const enqueue = createQueue();
  let held = before.filter((capture) => !isSaved(state(), capture));

  /** true: it is kept here, and need not be kept by whoever captured it. */
  function hold(command: WindowCommand, press: Press, why: string): boolean {
    const foreseen = foreseeCapture(state(), command, press.m);
    if (foreseen === null) return false;
    held = [...held, { ...press, command, type: foreseen.type, text: foreseen.text, why }];
    changed();
    return true;
  }

  /** Why the disk still does not take the oldest; null once none waits for it. One at a time: nothing is saved twice. */
  function retry(): Promise<Problem | null> {
    return enqueue(async () => {
      let stuck = 0;
      for (let next = held[stuck]; next; next = held[stuck]) {
        const saved = next;
        const problem = await save(saved);
        if (problem?.code === 'not_saved') return problem;
        if (problem !== null) {
          // The register gives it no number, or the rules take it in no form any more: it stays, and keeps nothing else waiting.
          held = held.map((capture) => (capture === saved ? { ...saved, why: problem.message } : capture));
          stuck += 1;
          continue;
        }
        held = held.filter((capture) => capture !== saved);
        changed();
      }
      return null;
    });
  }

  /** What the rules no longer take is saved as an observation in its own words. */
  async function save({ command, t, m, text }: HeldCapture): Promise<Problem | null> {
    const answer = await give(command, { t, m });
    if (answer.ok) return null;
    if (isPassing(answer.problem)) return answer.problem;
    const words = `Could not be saved as it was captured (${answer.problem.message}): ${tellWhole(text, command)}`;
    const again = await give({ type: 'record_observation', kind: 'fact', text: words }, { t, m });
    return again.ok ? null : again.problem;
  }

  const list = (): readonly Unsaved[] =>
    held.map(({ type, text, m, why, command }) => {
      const minute = Math.floor(exerciseMinutesAt(state(), m));
      return { type, text, minute, why, whole: tellWhole(text, command) };
    });
  return { hold, retry, list, held: () => held, isEmpty: () => held.length === 0 };
}

/** A crash may have come between the disk and the note that it was saved. */
function isSaved({ log }: ExerciseState, { t, m, type }: HeldCapture): boolean {
  const types: ReadonlySet<EventType> = new Set([type, 'observation_recorded']);
  return listLog(log).some((event) => event.t === t && event.m === m && types.has(event.type));
}

export type UnsavedCaptures = ReturnType<typeof createUnsavedCaptures>;
