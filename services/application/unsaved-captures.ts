import type { Unsaved } from '#contract/console-answers.ts';
import { exerciseMinutesAt } from '#core/exercise/clock.ts';
import type { WindowCommand } from '#core/exercise/commands.ts';
import type { SavedEvent } from '#core/exercise/events.ts';
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
  let held = before.length === 0 ? before : findMissing(before, listLog(state().log));

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
  async function save({ command, t, m, s, text }: HeldCapture): Promise<Problem | null> {
    const answer = await give(command, { t, m, s });
    if (answer.ok) return null;
    if (isPassing(answer.problem)) return answer.problem;
    const words = `Could not be saved as it was captured (${answer.problem.message}): ${tellWhole(text, command)}`;
    const again = await give({ type: 'record_observation', kind: 'fact', text: words }, { t, m, s });
    return again.ok ? null : again.problem;
  }

  const list = (): readonly Unsaved[] =>
    held.map(({ type, text, m, why, command }) => {
      const minute = Math.floor(exerciseMinutesAt(state(), m));
      return { type, text, minute, why, whole: tellWhole(text, command) };
    });
  return { hold, retry, list, held: () => held, isEmpty: () => held.length === 0 };
}

/**
 * Those that are in no entry. The disk may hold one that it answered with an error, and a crash may have come between it and the
 * note that it was saved. Several may have one time and even the same words, so an entry carries the mark of its capture.
 */
export function findMissing(held: readonly HeldCapture[], events: readonly SavedEvent[]): readonly HeldCapture[] {
  const saved = new Set(events.map(({ s }) => s));
  return held.filter((capture) => (capture.s === undefined ? !isTold(capture, events) : !saved.has(capture.s)));
}

/** Kept before captures had marks: known by its time, its kind and every word of it. */
function isTold({ t, m, type, command: { type: _, ...filled } }: HeldCapture, events: readonly SavedEvent[]): boolean {
  const words = listWords(filled).map((word) => JSON.stringify(word).slice(1, -1));
  return events.some((event) => {
    if (event.t !== t || event.m !== m || ![type, 'observation_recorded'].includes(event.type)) return false;
    const told = JSON.stringify(event);
    return words.every((word) => told.includes(word));
  });
}

function listWords(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listWords) : [];
}

export type UnsavedCaptures = ReturnType<typeof createUnsavedCaptures>;
