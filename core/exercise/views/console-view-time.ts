import { ownMinutes } from '../../scenario/select-session.ts';
import { exerciseMinutesAt, storylineTimeAt, wallMinutesAt } from '../clock.ts';
import { eventAt } from '../log.ts';
import { type ExerciseState, findLast, listStandingOf, type Phase } from '../state.ts';
import { findFinish, lengthFrom, minutesLeft } from './agreed-finish.ts';
import { listOrder } from './console-view-order.ts';
import { listPeople } from './console-view-people.ts';

/** What the head of the console tells of time and people. Seconds and minutes are whole. */
export type ConsoleTimes = {
  readonly phase: Phase;
  readonly exerciseSeconds: number;
  readonly storylineTime: string;
  readonly leftMinutes: number;
  readonly lengthMinutes: number;
  /** The end is the one of Finish by, no longer that of the plan. */
  readonly isEndAgreed: boolean;
  /** What the injects that are kept still need, the one in the room included. */
  readonly neededMinutes: number;
  readonly pausedMinutes: number;
  /** Since the exercise was paused or stopped; null while it runs. */
  readonly haltedSeconds: number | null;
  readonly present: number;
  readonly invited: number;
};

export function consoleTimes(state: ExerciseState, nowM: number): ConsoleTimes {
  const minutes = exerciseMinutesAt(state, nowM);
  const halted = state.phase === 'running' ? undefined : state.play.at(-1)?.until;
  return {
    phase: state.phase,
    exerciseSeconds: Math.floor(minutes * 60 + 1e-6),
    storylineTime: storylineTimeAt(state, nowM),
    leftMinutes: Math.ceil(minutesLeft(state, nowM) - 1e-6),
    lengthMinutes: lengthFrom(state),
    isEndAgreed: findFinish(state) !== null,
    neededMinutes: neededMinutes(state, nowM),
    pausedMinutes: Math.round((wallMinutesAt(state, nowM) - minutes) * 10) / 10,
    haltedSeconds: typeof halted === 'number' ? Math.max(0, Math.floor((nowM - halted) / 1000)) : null,
    ...countPresent(state),
  };
}

function neededMinutes(state: ExerciseState, nowM: number): number {
  const own = ownMinutes(state.source);
  return listOrder(state, nowM).reduce((sum, row) => {
    const minutes = own.get(row.inject) ?? 0;
    if (row.state === 'current') return sum + Math.max(0, minutes - (row.sinceMinutes ?? 0));
    return row.state === 'due' || row.state === 'to_come' || row.state === 'held' ? sum + minutes : sum;
  }, 0);
}

function countPresent(state: ExerciseState): { readonly present: number; readonly invited: number } {
  const people = listPeople(state);
  return { present: people.filter(({ isPresent }) => isPresent).length, invited: people.length };
}

/** The two situation reports of a session, about a third and two thirds through. */
export type SitrepMark = { readonly minute: number; readonly isGiven: boolean };

export function listSitreps(state: ExerciseState): readonly SitrepMark[] {
  const length = lengthFrom(state);
  const given = listStandingOf(state, 'room_changed').filter(({ data }) => data.show === 'sitrep');
  return [1, 2].map((third) => {
    const event = given[third - 1];
    const minute = event ? Math.floor(exerciseMinutesAt(state, event.m)) : Math.round((length * third) / 3);
    return { minute, isGiven: event !== undefined };
  });
}

/** The UTC moment of the first event, for the date of the session; null before it. */
export function startedAt(state: ExerciseState): string | null {
  return eventAt(state.log, 1)?.t ?? null;
}

export function severityNow(state: ExerciseState): string | null {
  const event = findLast(state, 'severity');
  return event?.type === 'severity_changed' ? event.data.severity : null;
}
