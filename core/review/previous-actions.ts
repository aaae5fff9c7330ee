import type { SavedEventOf } from '../exercise/events.ts';
import type { PreviousAction } from '../exercise/setup.ts';
import { type ExerciseState, listStandingOf } from '../exercise/state.ts';
import { dayOf } from '../local-time.ts';
import { dayOfLastSitting } from './day-of-last-sitting.ts';

/** An action of the previous exercise as this exercise leaves it; the fields of the snapshot hold its status now. */
export type ReportedAction = PreviousAction & {
  readonly evidence: string | null;
  readonly reason: string | null;
  readonly isClosed: boolean;
  readonly isOverdue: boolean;
  /** null: nobody spoke of a re-test. */
  readonly retest: { readonly result: 'held' | 'not_held' | 'not_tested'; readonly note: string | null } | null;
};

/** A gap of this exercise that an action of the previous one was to close. */
export type RepeatGap = {
  readonly gap: string;
  readonly capability: string;
  readonly condition: string;
  readonly actions: readonly string[];
};

export type PreviousActions = {
  /** null: there was no previous exercise. */
  readonly exercise: string | null;
  /** The day on which overdue was counted, in the organisation's time zone. */
  readonly countedOn: string | null;
  readonly actions: readonly ReportedAction[];
  readonly counts: {
    readonly total: number;
    readonly closed: number;
    readonly verified: number;
    readonly overdue: number;
    readonly held: number;
    readonly notHeld: number;
    /** Said to be untested, or not spoken of. */
    readonly notTested: number;
  };
  readonly repeatGaps: readonly RepeatGap[];
};

const closed: ReadonlySet<PreviousAction['status']> = new Set(['done', 'verified', 'wont_do'] as const);

/** From the snapshot taken at the start and this journal alone. Source: definitions.md, "Action items"; spec.md C.7. */
export function reportPreviousActions(state: ExerciseState): PreviousActions {
  const countedOn = dayOfLastSitting(state);
  const zone = state.setup?.organisation.time_zone ?? 'UTC';
  const changes = lastOfEach(listStandingOf(state, 'action_status_changed'));
  const retests = lastOfEach(listStandingOf(state, 'action_retested'));
  const actions = (state.setup?.previous_actions ?? []).map((action): ReportedAction => {
    const change = changes.get(action.id);
    const retest = retests.get(action.id)?.data;
    const now = change ? applyChange(action, change, zone) : action;
    const isClosed = closed.has(now.status);
    return {
      ...now,
      evidence: change?.data.evidence ?? null,
      reason: change?.data.reason ?? null,
      isClosed,
      isOverdue: !isClosed && isBefore(now.due_on, countedOn),
      retest: retest ? { result: retest.result, note: retest.note ?? null } : null,
    };
  });
  return {
    exercise: state.setup?.plan.previous ?? null,
    countedOn,
    actions,
    counts: countActions(actions),
    repeatGaps: listRepeatGaps(state, actions),
  };
}

function lastOfEach<Event extends { readonly data: { readonly action: string } }>(events: readonly Event[]) {
  return new Map(events.map((event) => [event.data.action, event]));
}

/** Whoever verified it earlier no longer counts once its status was changed again. */
function applyChange(
  action: PreviousAction,
  { t, data }: SavedEventOf<'action_status_changed'>,
  zone: string,
): PreviousAction {
  const { verified_by: _, verified_on: __, ...rest } = action;
  if (data.status !== 'verified' || data.verified_by === undefined) return { ...rest, status: data.status };
  return { ...rest, status: data.status, verified_by: data.verified_by, verified_on: dayOf(t, zone) };
}

function isBefore(due: string | undefined, day: string | null): boolean {
  return due !== undefined && day !== null && due < day;
}

function countActions(actions: readonly ReportedAction[]): PreviousActions['counts'] {
  const count = (test: (action: ReportedAction) => boolean) => actions.filter(test).length;
  return {
    total: actions.length,
    closed: count(({ isClosed }) => isClosed),
    verified: count(({ status }) => status === 'verified'),
    overdue: count(({ isOverdue }) => isOverdue),
    held: count(({ retest }) => retest?.result === 'held'),
    notHeld: count(({ retest }) => retest?.result === 'not_held'),
    notTested: count(({ retest }) => retest === null || retest.result === 'not_tested'),
  };
}

/** The key is capability and condition; a gap or an action without either repeats nothing. Source: spec.md C.7. */
function listRepeatGaps(state: ExerciseState, actions: readonly ReportedAction[]): readonly RepeatGap[] {
  return listStandingOf(state, 'gap_recorded').flatMap(({ data: { gap, capability, condition } }) => {
    if (capability === undefined || condition === undefined) return [];
    const same = actions.filter((action) => action.capability === capability && action.condition === condition);
    return same.length > 0 ? [{ gap, capability, condition, actions: same.map(({ id }) => id) }] : [];
  });
}
