import { findLegalClock } from '../clocks/legal-clocks.ts';
import { type ClockTrigger, listClockTriggers } from '../scenario/find-clock.ts';
import type { Decision } from '../scenario/schema.ts';
import type { SavedEventOf } from './events.ts';
import { type ExerciseState, findFirst, listStandingOf } from './state.ts';

/** What started a legal clock: the release of an inject, a decision an inject carries, or the filing of another clock. */
export type ClockStart = {
  readonly m: number;
  readonly inject: string | null;
  readonly decision: string | null;
  readonly filed: string | null;
};

type Choice = SavedEventOf<'decision_made' | 'decision_revised'>;

/** Everything in the exercise that started this clock, earliest first. */
export function listClockStarts(state: ExerciseState, clock: string): readonly ClockStart[] {
  const fromStory = listClockTriggers(state.scenario, clock).flatMap((trigger) => {
    const m = startOf(state, trigger);
    return m === undefined ? [] : [{ m, ...trigger, filed: null }];
  });
  return [...fromStory, ...listFilings(state, clock)].toSorted((a, b) => a.m - b.m);
}

/**
 * Whether the clock may be recognised: something started it, or only people can say whether it has. The latter where neither
 * script nor law names a start, and where a decision was made in words that are none of its options.
 */
export function hasClockBegun(state: ExerciseState, clock: string): boolean {
  if (!hasStart(state, clock)) return true;
  const triggers = listClockTriggers(state.scenario, clock);
  return listClockStarts(state, clock).length > 0 || triggers.some((trigger) => isDecidedFreely(state, trigger));
}

/** Whether script or law names what starts it; else recognising it does. */
export function hasStart(state: ExerciseState, clock: string): boolean {
  return listClockTriggers(state.scenario, clock).length > 0 || followed(clock) !== undefined;
}

/** `release Q1-070, or decide D7`: what still has to happen. */
export function tellTriggers(state: ExerciseState, clock: string): string {
  const triggers = listClockTriggers(state.scenario, clock).map(({ inject, decision }) =>
    decision === null ? `release ${inject}` : `decide ${decision} so that it starts`,
  );
  const first = followed(clock);
  return [...triggers, ...(first === undefined ? [] : [`file ${first}`])].join(', or ');
}

const followed = (clock: string) => findLegalClock(clock)?.follows?.clock;

function listFilings(state: ExerciseState, clock: string): readonly ClockStart[] {
  const first = followed(clock);
  if (first === undefined) return [];
  return listStandingOf(state, 'clock_filed')
    .filter(({ data }) => data.clock === first)
    .map(({ m }) => ({ m, inject: null, decision: null, filed: first }));
}

function startOf(state: ExerciseState, { inject, decision }: ClockTrigger): number | undefined {
  if (decision === null) return findFirst(state, `released:${inject}`)?.m;
  const scripted = scriptedAt(state, inject);
  return listChoices(state, decision).find(({ data }) => scripted && startsClock(scripted, data.choice))?.m;
}

/** Without a list any choice starts the clock; with one, only a choice that equals an option of it. */
function startsClock({ starts_clock_when }: Decision, choice: string): boolean {
  return starts_clock_when === undefined || starts_clock_when.includes(choice);
}

function isDecidedFreely(state: ExerciseState, { inject, decision }: ClockTrigger): boolean {
  const options = scriptedAt(state, inject)?.options ?? [];
  return decision !== null && listChoices(state, decision).some(({ data }) => !options.includes(data.choice));
}

function listChoices(state: ExerciseState, decision: string): readonly Choice[] {
  return listStandingOf(state, 'decision_made', 'decision_revised').filter(({ data }) => data.decision === decision);
}

const scriptedAt = (state: ExerciseState, inject: string) =>
  state.scenario.injects.find(({ id }) => id === inject)?.decision;
