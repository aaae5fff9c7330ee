import { inZone } from '../clocks/clock-time.ts';
import { computeDeadline, type Deadline, isInForce } from '../clocks/compute-deadline.ts';
import type { LegalClock } from '../clocks/legal-clock.ts';
import { findLegalClock } from '../clocks/legal-clocks.ts';
import type { Outcome } from '../outcome.ts';
import { listClocks, listClockTriggers } from '../scenario/find-clock.ts';
import { storylineTimeAt } from './clock.ts';
import { type ClockStart, listClockStarts } from './clock-starts.ts';
import { type ClockSpan, minuteOf, spanOf } from './clock-time-left.ts';
import type { SavedEventOf } from './events.ts';
import { appliesByProfile } from './metrics/applies-by-profile.ts';
import { type ExerciseState, findFirst, listStandingOf } from './state.ts';

export type ClockStatus = 'not_recognised' | 'recognised' | 'not_applicable' | 'filed';

type Entry = SavedEventOf<'clock_recognised' | 'clock_not_applicable' | 'clock_filed'>;

/** Everything the exercise holds about one legal clock. */
export type ClockRecord = {
  readonly clock: string;
  readonly status: ClockStatus;
  /** What its recognition is measured from; null where nobody can say. */
  readonly start: ClockStart | null;
  /** Of several recognitions and filings the first counts, of several refusals to apply it the last. */
  readonly recognised: SavedEventOf<'clock_recognised'> | null;
  readonly ruledOut: SavedEventOf<'clock_not_applicable'> | null;
  readonly filed: SavedEventOf<'clock_filed'> | null;
  /** `m` from which its time runs; null while nothing started it. */
  readonly runsFromM: number | null;
  /** null for a clock without a row in the table of law, and while its time does not run. */
  readonly deadline: Outcome<Deadline> | null;
  /** null where there is no deadline. */
  readonly span: ClockSpan | null;
};

const listed = new WeakMap<ExerciseState, readonly ClockRecord[]>();

/** Every clock something in the exercise started, or somebody spoke of; one that does not apply only if somebody did. */
export function listClockRecords(state: ExerciseState): readonly ClockRecord[] {
  const known = listed.get(state) ?? gatherRecords(state);
  listed.set(state, known);
  return known;
}

function gatherRecords(state: ExerciseState): readonly ClockRecord[] {
  const entries = listStandingOf(state, 'clock_recognised', 'clock_not_applicable', 'clock_filed');
  return listClocks(state.scenario).flatMap((clock) => {
    const spoken = entries.filter(({ data }) => data.clock === clock);
    const starts = listClockStarts(state, clock);
    return spoken.length > 0 || isDue(state, clock, starts) ? [recordOf(state, clock, spoken, starts)] : [];
  });
}

function isDue(state: ExerciseState, clock: string, [first]: readonly ClockStart[]): boolean {
  return first !== undefined && mayApply(state, clock, storyTimeOf(state, first.m).date);
}

/** By the profile of the organisation, and in force on that day of the story. */
export function mayApply(state: ExerciseState, clock: string, date: string): boolean {
  const law = findLegalClock(clock);
  return appliesByProfile(clock, state.setup?.organisation.profile) && (law === undefined || isInForce(law, date));
}

function recordOf(
  state: ExerciseState,
  clock: string,
  entries: readonly Entry[],
  starts: readonly ClockStart[],
): ClockRecord {
  const recognised = entries.find((entry) => entry.type === 'clock_recognised') ?? null;
  const start = findStart(state, clock, recognised?.data.inject, starts);
  const runsFromM = findRunsFrom(clock, starts, start, recognised?.m ?? null);
  const law = findLegalClock(clock);
  const deadline = law && runsFromM !== null ? deadlineOf(state, law, runsFromM) : null;
  return {
    clock,
    status: statusOf(entries),
    start,
    recognised,
    ruledOut: entries.findLast((entry) => entry.type === 'clock_not_applicable') ?? null,
    filed: entries.find((entry) => entry.type === 'clock_filed') ?? null,
    runsFromM,
    deadline,
    span:
      deadline?.ok && runsFromM !== null
        ? spanOf(deadline.value, storyMinuteAt(state, runsFromM), zoneOf(state))
        : null,
  };
}

function statusOf(entries: readonly Entry[]): ClockStatus {
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
  starts: readonly ClockStart[],
): ClockStart | null {
  const first = starts[0] ?? null;
  if (cited === undefined) return first;
  const own = starts.find(({ inject }) => inject === cited);
  if (own || listClockTriggers(state.scenario, clock).some(({ inject }) => inject === cited)) return own ?? null;
  const released = findFirst(state, `released:${cited}`) ?? findFirst(state, `improvised:${cited}`);
  return released ? { m: released.m, inject: cited, decision: null, filed: null } : first;
}

/** Whoever recognises a clock is aware, so its time never begins later; of several filings the law says which one counts. */
function findRunsFrom(
  clock: string,
  starts: readonly ClockStart[],
  start: ClockStart | null,
  recognisedM: number | null,
): number | null {
  const lastFiling = starts.findLast(({ filed }) => filed !== null);
  if (lastFiling && findLegalClock(clock)?.follows?.filing === 'last') return lastFiling.m;
  if (start === null || recognisedM === null) return start?.m ?? recognisedM;
  return Math.min(start.m, recognisedM);
}

function deadlineOf(state: ExerciseState, law: LegalClock, fromM: number): Outcome<Deadline> {
  const awareM = law.hours_from_awareness === undefined ? undefined : findAwareM(state);
  const aware = awareM === undefined ? null : storyTimeOf(state, awareM);
  return computeDeadline(law, storyTimeOf(state, fromM), aware);
}

/** The organisation is aware once something was noticed or the incident declared. */
function findAwareM(state: ExerciseState): number | undefined {
  const noticed = listStandingOf(state, 'detected', 'incident_declared').map(({ m }) => m);
  return noticed.length === 0 ? undefined : Math.min(...noticed);
}

/** Of the story, for counting what a clock has used. */
export function storyMinuteAt(state: ExerciseState, m: number): number {
  return minuteOf(storyTimeOf(state, m).instant);
}

/** The story's own time at that moment, in the time zone of the organisation. */
function storyTimeOf(state: ExerciseState, m: number) {
  return inZone(storylineTimeAt(state, m), zoneOf(state));
}

const zoneOf = ({ setup }: ExerciseState): string => setup?.organisation.time_zone ?? 'UTC';
