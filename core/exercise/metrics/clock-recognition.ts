import { type ClockTrigger, listClocks, listClockTriggers } from '../../scenario/find-clock.ts';
import type { Decision } from '../../scenario/schema.ts';
import { netMinutesBetween } from '../clock.ts';
import type { SavedEventOf } from '../events.ts';
import { type ExerciseState, findFirst, listStandingOf } from '../state.ts';
import { appliesByProfile } from './applies-by-profile.ts';

export type ClockMeasure = {
  readonly clock: string;
  readonly status: 'not_recognised' | 'recognised' | 'not_applicable' | 'filed';
  /** Net minutes from what started the clock to its recognition, unrounded. */
  readonly minutes: number | null;
  readonly inject: string | null;
  readonly reason: string | null;
  readonly by: string | null;
  /** Why there is no figure although the clock was recognised. */
  readonly note: string | null;
};

type Entry = SavedEventOf<'clock_recognised' | 'clock_not_applicable' | 'clock_filed'>;
type Choice = SavedEventOf<'decision_made' | 'decision_revised'>;
type Start = { readonly m: number; readonly inject: string };

/**
 * Every clock something in the exercise started, or somebody spoke of; a clock the profile excludes only if somebody did.
 * Source: spec.md B.7, "Clock recognition".
 */
export function measureClocks(state: ExerciseState): readonly ClockMeasure[] {
  const entries = listStandingOf(state, 'clock_recognised', 'clock_not_applicable', 'clock_filed');
  const choices = listStandingOf(state, 'decision_made', 'decision_revised');
  const profile = state.setup?.organisation.profile;
  return listClocks(state.scenario).flatMap((clock) => {
    const spoken = entries.filter(({ data }) => data.clock === clock);
    const starts = listStarts(state, clock, choices);
    const isDue = starts.length > 0 && appliesByProfile(clock, profile);
    return isDue || spoken.length > 0 ? [measureClock(state, clock, spoken, starts)] : [];
  });
}

/** Of several recognitions the first counts. */
function measureClock(
  state: ExerciseState,
  clock: string,
  entries: readonly Entry[],
  starts: readonly Start[],
): ClockMeasure {
  const recognised = entries.find((entry) => entry.type === 'clock_recognised');
  const ruledOut = entries.findLast((entry) => entry.type === 'clock_not_applicable');
  const cited = recognised?.data.inject;
  const start = findStart(state, clock, cited, starts);
  const isEarly = recognised !== undefined && start !== undefined && recognised.m < start.m;
  const isMeasured = recognised !== undefined && start !== undefined && !isEarly;
  return {
    clock,
    status: statusOf(entries),
    minutes: isMeasured ? netMinutesBetween(state, start.m, recognised.m) : null,
    inject: cited ?? start?.inject ?? null,
    reason: ruledOut?.data.reason ?? null,
    by: recognised?.data.by ?? null,
    note: isEarly ? `${clock}: it was recognised before it had started` : null,
  };
}

function statusOf(entries: readonly Entry[]): ClockMeasure['status'] {
  if (entries.some(({ type }) => type === 'clock_filed')) return 'filed';
  const last = entries.at(-1)?.type;
  if (last === 'clock_not_applicable') return 'not_applicable';
  return last === 'clock_recognised' ? 'recognised' : 'not_recognised';
}

/** The inject cited with the recognition wins over what the script says; if its decision starts the clock, that decision. */
function findStart(
  state: ExerciseState,
  clock: string,
  cited: string | undefined,
  starts: readonly Start[],
): Start | undefined {
  if (cited === undefined) return starts[0];
  const own = starts.find(({ inject }) => inject === cited);
  if (own || listClockTriggers(state.scenario, clock).some(({ inject }) => inject === cited)) return own;
  const released = findFirst(state, `released:${cited}`) ?? findFirst(state, `improvised:${cited}`);
  return released ? { m: released.m, inject: cited } : starts[0];
}

/** Earliest first. */
function listStarts(state: ExerciseState, clock: string, choices: readonly Choice[]): readonly Start[] {
  return listClockTriggers(state.scenario, clock)
    .flatMap((trigger) => {
      const m = startOf(state, trigger, choices);
      return m === undefined ? [] : [{ m, inject: trigger.inject }];
    })
    .toSorted((a, b) => a.m - b.m);
}

function startOf(state: ExerciseState, trigger: ClockTrigger, choices: readonly Choice[]): number | undefined {
  if (trigger.decision === null) return findFirst(state, `released:${trigger.inject}`)?.m;
  const scripted = state.scenario.injects.find(({ id }) => id === trigger.inject)?.decision;
  return choices.find(
    ({ data }) => data.decision === trigger.decision && scripted && startsClock(scripted, data.choice),
  )?.m;
}

/** Without a list any choice starts the clock; with one, only a choice that equals an option of it. */
function startsClock({ starts_clock_when }: Decision, choice: string): boolean {
  return starts_clock_when === undefined || starts_clock_when.includes(choice);
}
