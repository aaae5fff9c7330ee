import { exerciseMinutesAt } from '../exercise/clock.ts';
import type { SavedEvent, SavedEventOf } from '../exercise/events.ts';
import { type ExerciseMeasures, measureExercise } from '../exercise/metrics/measure-exercise.ts';
import type { Setup } from '../exercise/setup.ts';
import { type ExerciseState, findFirst, listStanding, listStandingOf } from '../exercise/state.ts';
import { dayOf } from '../local-time.ts';
import { dayOfLastSitting } from '../review/day-of-last-sitting.ts';
import { type Blocker, listFinalBlockers } from '../review/list-final-blockers.ts';
import { type PreviousActions, reportPreviousActions } from '../review/previous-actions.ts';
import { isNotRated, type RatedObjective, rateObjectives } from '../review/rate-objectives.ts';
import { roundHalfUp } from '../round.ts';
import { taskName } from '../scenario/task-name.ts';
import { roleNames } from './term-words.ts';

export type Gap = SavedEventOf<'gap_recorded'>['data'];
export type Action = SavedEventOf<'action_agreed'>['data'];
export type RunbookChange = SavedEventOf<'runbook_change_proposed'>['data'];
export type GapWithActions = { readonly gap: Gap; readonly actions: readonly Action[] };

/** What every section of a document draws on, gathered once. */
export type Facts = {
  readonly state: ExerciseState;
  readonly setup: Setup;
  readonly head: string;
  /** Local days of the first and the last sitting. */
  readonly days: { readonly first: string; readonly last: string };
  readonly measures: ExerciseMeasures;
  readonly isRated: boolean;
  readonly objectives: readonly RatedObjective[];
  /** Gravest first, then as recorded. */
  readonly gaps: readonly GapWithActions[];
  /** Those that weigh on no rating, because they belong to no objective. */
  readonly gapsOutside: readonly Gap[];
  readonly looseActions: readonly Action[];
  readonly runbookChanges: readonly RunbookChange[];
  readonly previous: PreviousActions;
  readonly isFinal: boolean;
  readonly blockers: readonly Blocker[];
  /** Net minutes since the start. */
  readonly minutesAt: (m: number) => number;
  /** What stands under a `seq`, with amendments applied. */
  readonly entryAt: (seq: number) => SavedEvent | undefined;
  /** The name an objective in scope gives to an action or decision; null where it is no critical task. */
  readonly taskNameOf: (id: string) => string | null;
  /** `AI-3` → `AI-2026Q3-003`, the number a document prints; anything else as it is. */
  readonly registerIdOf: (where: string) => string;
};

export function gatherFacts(state: ExerciseState, head: string): Facts {
  const { setup, log, phase } = state;
  const started = log.items[0];
  if (!setup || !started) throw new Error('An exercise that has not started has nothing to report.');
  const first = dayOf(started.t, setup.organisation.time_zone);
  const hasEnded = phase === 'ended' || phase === 'final';
  const agreed = listStandingOf(state, 'action_agreed').map(({ data }) => data);
  const gaps = listGaps(state, agreed);
  const objectives = rateObjectives(state);
  const tasks = new Map(objectives.flatMap((rated) => rated.tasks.map(({ id, name }) => [id, taskName(name)])));
  const standing = new Map(listStanding(state).map((event) => [event.seq, event]));
  return {
    state,
    setup,
    head,
    days: { first, last: dayOfLastSitting(state) ?? first },
    measures: measureExercise(state),
    isRated: !isNotRated(state),
    objectives,
    gaps,
    gapsOutside: gaps.map(({ gap }) => gap).filter(({ gap }) => !objectives.some((rated) => rated.gaps.includes(gap))),
    looseActions: agreed.filter((action) => !gaps.some(({ gap }) => gap.gap === action.gap)),
    runbookChanges: listStandingOf(state, 'runbook_change_proposed').map(({ data }) => data),
    previous: reportPreviousActions(state),
    isFinal: phase === 'final',
    blockers: [...(hasEnded ? [] : [{ where: 'Exercise', what: 'it has not ended' }]), ...listFinalBlockers(state)],
    minutesAt: (m) => exerciseMinutesAt(state, m),
    entryAt: (seq) => standing.get(seq),
    taskNameOf: (id) => tasks.get(id) ?? null,
    registerIdOf: (where) => agreed.find(({ action_item }) => action_item === where)?.register_id ?? where,
  };
}

const gravity = ['critical', 'high', 'medium', 'low'];

function listGaps(state: ExerciseState, actions: readonly Action[]): readonly GapWithActions[] {
  const rank = ({ severity }: Gap) => (severity === undefined ? gravity.length : gravity.indexOf(severity));
  return listStandingOf(state, 'gap_recorded')
    .map(({ data }) => data)
    .toSorted((a, b) => rank(a) - rank(b))
    .map((gap) => ({ gap, actions: actions.filter((action) => action.gap === gap.gap) }));
}

/** `T+41`, `T+7.5`: minutes of the exercise clock with the decimal that measures are printed with, so that they subtract. */
export function clockMark(facts: Facts, m: number): string {
  return `T+${roundHalfUp(facts.minutesAt(m))}`;
}

/** `Q1-070 at T+41`; without the minute where it was never released. */
export function injectMark(facts: Facts, inject: string): string {
  const released = findFirst(facts.state, `released:${inject}`) ?? findFirst(facts.state, `improvised:${inject}`);
  return released ? `${inject} at ${clockMark(facts, released.m)}` : inject;
}

/** `version 1.0, draft` until it was signed off. */
export function versionWords({ state, isFinal }: Facts): string {
  return isFinal ? `version ${state.version}.0` : `version ${state.version}.0, draft`;
}

/** The date on which a gap is closed: when the last of its actions is due. */
export function latestDue(actions: readonly Action[]): string | null {
  return (
    actions
      .flatMap(({ due_on }) => due_on ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}

/** `R. Okafor, Legal`; who is named and for which function. */
export function ownerWords({ owner_name, owner_role }: Pick<Action, 'owner_name' | 'owner_role'>): string {
  const role = owner_role && roleNames[owner_role];
  if (owner_name) return role ? `${owner_name}, ${role}` : owner_name;
  return role ? `${role}, nobody named` : 'nobody named';
}
