import type { LegalClock } from '../../clocks/legal-clock.ts';
import { findLegalClock } from '../../clocks/legal-clocks.ts';
import { roundHalfUp } from '../../round.ts';
import { listClocks } from '../../scenario/find-clock.ts';
import { type IncidentFact, incidentFacts } from '../../scenario/vocabulary.ts';
import { exerciseMinutesAt, netMinutesBetween, storylineTimeAt } from '../clock.ts';
import { type ClockRecord, type ClockStatus, listClockRecords, mayApply, storyMinuteAt } from '../clock-records.ts';
import { hasClockBegun, hasStart } from '../clock-starts.ts';
import { type TimeLeft, timeLeft } from '../clock-time-left.ts';
import { type ExerciseState, findFirst, listStandingOf } from '../state.ts';

/** Both clocks at one moment: minutes of the exercise to one place, local date-time of the story. */
export type Mark = { readonly minute: number; readonly storylineTime: string };

/** All that is shown of one legal clock. Source: spec.md A.5, "A clock card shows". */
export type ClockCard = {
  readonly clock: string;
  readonly name: string;
  readonly shortName: string;
  readonly status: ClockStatus;
  /** null for a clock the table of law does not know. */
  readonly law: LegalClock | null;
  /** What started it, in words; null where it runs from its recognition, and while nothing started it. */
  readonly startedBy: string | null;
  /** Since when its time runs. */
  readonly runsFrom: Mark | null;
  readonly recognised: (Mark & { readonly by: string | null; readonly agoMinutes: number }) | null;
  readonly ruledOut: (Mark & { readonly by: string; readonly reason: string }) | null;
  readonly filed: (Mark & { readonly by: string | null; readonly reference: string | null }) | null;
  /** Now, and of what was filed at its filing; null where the law gives no number. */
  readonly time: TimeLeft | null;
  /** Why there is no deadline although the law gives a number. */
  readonly problem: string | null;
};

type Still = Omit<ClockCard, 'time' | 'recognised'> & {
  readonly record: ClockRecord;
  readonly recognised: Omit<NonNullable<ClockCard['recognised']>, 'agoMinutes'> | null;
  /** Of the story, when it was filed. */
  readonly filedAt: number | null;
};

const listed = new WeakMap<ExerciseState, readonly Still[]>();

/** What runs and ends soonest first, then what nobody recognised yet, then what is settled. Asked every second: only the time is new. */
export function listClockCards(state: ExerciseState, nowM: number): readonly ClockCard[] {
  const rank = { recognised: 0, not_recognised: 1, filed: 2, not_applicable: 3 } as const;
  const left = ({ time }: ClockCard) => time?.leftMinutes ?? Number.POSITIVE_INFINITY;
  const ends = (a: ClockCard, b: ClockCard) => (left(a) === left(b) ? 0 : left(a) - left(b));
  const still = listed.get(state) ?? listClockRecords(state).map((record) => describeRecord(state, record));
  listed.set(state, still);
  if (still.length === 0) return [];
  const now = { m: nowM, minute: storyMinuteAt(state, nowM) };
  return still
    .map((card) => cardAt(state, card, now))
    .toSorted((a, b) => rank[a.status] - rank[b.status] || ends(a, b));
}

type Now = { readonly m: number; readonly minute: number };

function cardAt(state: ExerciseState, { record, filedAt, recognised, ...card }: Still, now: Now): ClockCard {
  const { span, status } = record;
  const agoMinutes = record.recognised ? Math.floor(netMinutesBetween(state, record.recognised.m, now.m)) : 0;
  return {
    ...card,
    recognised: recognised && { ...recognised, agoMinutes },
    time: span === null || status === 'not_applicable' ? null : timeLeft(span, filedAt ?? now.minute),
  };
}

function describeRecord(state: ExerciseState, record: ClockRecord): Still {
  const { clock, status, recognised, ruledOut, filed, runsFromM, deadline } = record;
  const law = findLegalClock(clock) ?? null;
  return {
    record,
    clock,
    name: law?.name ?? clock,
    shortName: law?.short_name ?? clock,
    status,
    law,
    startedBy: tellStart(state, record),
    runsFrom: runsFromM === null ? null : markOf(state, runsFromM),
    recognised: recognised && { ...markOf(state, recognised.m), by: recognised.data.by ?? null },
    ruledOut: ruledOut && { ...markOf(state, ruledOut.m), by: ruledOut.data.by, reason: ruledOut.data.reason },
    filed: filed && {
      ...markOf(state, filed.m),
      by: filed.data.by ?? null,
      reference: filed.data.reference ?? null,
    },
    filedAt: filed && storyMinuteAt(state, filed.m),
    problem: deadline && !deadline.ok ? `${deadline.problem.message} ${deadline.problem.hint}` : null,
  };
}

const markOf = (state: ExerciseState, m: number): Mark => ({
  minute: roundHalfUp(exerciseMinutesAt(state, m)),
  storylineTime: storylineTimeAt(state, m),
});

function tellStart(state: ExerciseState, { start, runsFromM }: ClockRecord): string | null {
  if (start === null || (runsFromM !== null && runsFromM < start.m)) return null;
  if (start.filed !== null) return `${start.filed} was filed`;
  if (start.decision !== null) return `Decision ${start.decision} was made`;
  const { scenario } = state;
  const improvised = findFirst(state, `improvised:${start.inject}`);
  const scripted = [...scenario.injects, ...scenario.contingency].find(({ id }) => id === start.inject);
  const title = improvised?.type === 'inject_improvised' ? improvised.data.title : scripted?.title;
  return title === undefined ? start.inject : `“${title}”, ${start.inject}`;
}

export type ClockChoice = {
  readonly id: string;
  readonly name: string;
  readonly status: ClockStatus;
  readonly hasBegun: boolean;
  /** False where neither script nor law names what starts it: recognising it does. */
  readonly hasStart: boolean;
  /** When and by whom it was recognised first; null while it was not. */
  readonly recognised: { readonly minute: number; readonly by: string | null } | null;
  /** What has to hold of the incident. */
  readonly facts: readonly IncidentFact[];
};

/** Every clock that can concern this organisation in this story, by name, for choosing one. */
export function listClockChoices(state: ExerciseState): readonly ClockChoice[] {
  const records = new Map(listClockRecords(state).map((record) => [record.clock, record]));
  const today = state.scenario.storyline_start.slice(0, 10);
  return listClocks(state.scenario).flatMap((id) => {
    const record = records.get(id);
    if (!record && !mayApply(state, id, today)) return [];
    const recognised = record?.recognised ?? null;
    const law = findLegalClock(id);
    return {
      id,
      name: law?.name ?? id,
      status: record?.status ?? 'not_recognised',
      hasBegun: hasClockBegun(state, id),
      hasStart: hasStart(state, id),
      recognised: recognised && {
        minute: roundHalfUp(exerciseMinutesAt(state, recognised.m)),
        by: recognised.data.by ?? null,
      },
      facts: incidentFacts.filter((fact) => law?.applies_when.includes(fact)),
    };
  });
}

/** Facts of the incident somebody stated when a clock was recognised. */
export function listStatedFacts(state: ExerciseState): readonly IncidentFact[] {
  return listStandingOf(state, 'clock_recognised').flatMap(({ data }) => data.facts ?? []);
}
