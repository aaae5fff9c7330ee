import { Temporal } from 'temporal-polyfill';
import type { Command } from '../exercise/commands.ts';
import { decide } from '../exercise/decide.ts';
import type { SavedEvent } from '../exercise/events.ts';
import { evolve } from '../exercise/evolve.ts';
import type { Setup } from '../exercise/setup.ts';
import { type ExerciseState, initialState } from '../exercise/state.ts';
import { lookUp, shorten } from '../scenario/finding.ts';
import type { Scenario } from '../scenario/schema.ts';
import { findUnknownPlaceholder } from './check-plan.ts';
import { type CapturesEntry, type CapturesFile, type CapturesProblem, verbs } from './parse-captures.ts';
import { type References, UnknownReference } from './verb.ts';

const minuteMs = 60_000;

/** One step of a play: what is asked for and when; both times come from `at`. */
export type PlayStep = { readonly command: Command; readonly t: string; readonly m: number };

export type Play = { readonly steps: readonly PlayStep[]; readonly state: ExerciseState };

type Needs = {
  readonly file: CapturesFile;
  readonly scenario: Scenario;
  readonly setup: Setup;
  readonly run: string;
  readonly reserveActionId: () => string;
};

/** Plays a whole file in memory through the real rules. Stops at the first entry they refuse, and says why. */
export function playCaptures(needs: Needs): { play: Play } | { problem: CapturesProblem } {
  const { file, scenario, setup, run, reserveActionId } = needs;
  const seqByPlace = new Map<number, number>();
  const references: References = {
    seqOf: (place) => seqByPlace.get(place),
    verbOf: (place) => file.entries[place - 1]?.verb,
    reserveActionId,
  };
  const steps: PlayStep[] = [];
  let state = initialState(scenario);
  let sitting = { startT: file.started, startAt: 0 };

  function take(command: Command, at: number): string | null {
    if (command.type === 'resume_exercise' && command.on !== undefined) sitting = { startT: command.on, startAt: at };
    const step = { command, t: addMinutes(sitting.startT, at - sitting.startAt), m: Math.round(at * minuteMs) };
    const decided = decide(state, command);
    if (!decided.ok) return `${decided.problem.message} ${decided.problem.hint}`;
    for (const event of decided.value) {
      state = evolve(state, { seq: state.position + 1, t: step.t, m: step.m, s: run, ...event } as SavedEvent); // the event's own type and data
    }
    steps.push(step);
    return null;
  }

  const unknown = findUnknownPlaceholder(file, scenario);
  if (unknown) return { problem: unknown };
  const refused = take({ type: 'start_exercise', setup }, 0);
  if (refused !== null) return { problem: { path: ['plan'], message: refused } };
  for (const entry of file.entries) {
    const command = toCommand(entry, references);
    if (typeof command === 'string') return { problem: tell(entry, command) };
    const position = state.position + 1;
    const reason = take(command, entry.at);
    if (reason !== null) return { problem: tell(entry, reason) };
    seqByPlace.set(entry.place, position);
  }
  return { play: { steps, state } };
}

function toCommand(entry: CapturesEntry, references: References): Command | string {
  try {
    return verbs[entry.verb].toCommand(entry.fields, references);
  } catch (problem) {
    if (problem instanceof UnknownReference) return `Refers to something unknown: ${problem.message}.`;
    throw problem;
  }
}

/** Names what the entry is about where the reason does not. */
function tell({ place, verb, fields }: CapturesEntry, reason: string): CapturesProblem {
  const about = lookUp(fields, [verb]);
  const found = typeof about === 'object' && about !== null ? Object.values(about)[0] : about;
  const isNamed = typeof found !== 'string' && typeof found !== 'number';
  const words = reason.split(/[\s,;:]+|\.(?:\s|$)/);
  const named = isNamed || words.includes(String(found)) ? '' : `${shorten(String(found))}: `;
  return { path: ['captures', place - 1, verb], message: `${verb}: ${named}${reason}` };
}

/** UTC, to the millisecond: `2026-03-17T09:05:00.000Z`. */
function addMinutes(start: string, minutes: number): string {
  const milliseconds = Math.round(minutes * minuteMs);
  return Temporal.Instant.from(start).add({ milliseconds }).toString({ fractionalSecondDigits: 3 });
}
