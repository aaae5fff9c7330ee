import { withoutUndefined } from '../exercise/decide/allow.ts';
import type { SavedEventOf } from '../exercise/events.ts';
import { type ExerciseState, listStandingOf } from '../exercise/state.ts';
import { dayOf } from '../local-time.ts';
import { tellGap } from '../report/gap-statement.ts';
import type { RegisteredAction } from './registered-action.ts';

/**
 * The register once an exercise has told it what it agreed, as that stands, and what it heard of earlier actions, unless something
 * later was told since. Repeatable. `isNews`: the last entry was made just now, whatever its clock says.
 */
export function applyExercise(
  actions: readonly RegisteredAction[],
  exercise: string,
  state: ExerciseState,
  isNews = false,
): RegisteredAction[] {
  const zone = state.setup?.organisation.time_zone ?? 'UTC';
  const reports = Map.groupBy(listStandingOf(state, 'action_status_changed'), ({ data }) => data.action);
  const before = new Map(actions.map((action) => [action.origin, action]));
  const others = actions.filter((action) => action.exercise !== exercise);
  const agreed = listAgreedActions(exercise, state).map((action) => keepLater(action, before.get(action.origin)));
  return [...others, ...agreed].map((action) =>
    (reports.get(action.origin) ?? []).reduce((known, report) => {
      const isLater = known.told === undefined || report.t > known.told.t;
      return isLater || (isNews && report.seq === state.position) ? tell(known, exercise, report, zone) : known;
    }, action),
  );
}

/** As they stand in the exercise, each open: what happens to it later is not its exercise's to say. */
export function listAgreedActions(exercise: string, state: ExerciseState): readonly RegisteredAction[] {
  const zone = state.setup?.organisation.time_zone ?? 'UTC';
  const gaps = new Map(listStandingOf(state, 'gap_recorded').map(({ data }) => [data.gap, data]));
  return listStandingOf(state, 'action_agreed').map(({ t, data }) => {
    const { action_item, register_id, title, gap: gapId, ...agreed } = data;
    const gap = gapId === undefined ? undefined : gaps.get(gapId);
    const known = {
      ...agreed,
      created_on: dayOf(t, zone),
      gap: gapId,
      problem: gap && tellGap(gap),
      source_inject: gap?.evidence.find((reference) => !reference.startsWith('#')),
      capability: gap?.capability,
      condition: gap?.condition,
      severity: gap?.severity,
      csf: gap?.csf,
    };
    const origin = `${exercise}/${action_item}`;
    return withoutUndefined({ register_id, origin, exercise, title, status: 'open' as const, ...known });
  });
}

/** What happened to an action since it was agreed stays with it, however often its exercise is registered again. */
const later = [
  'status',
  'evidence',
  'reason',
  'accepted_by',
  'verified_by',
  'verified_on',
  'estimate',
  'external_key',
  'external_url',
  'handed_over',
  'told',
  'history',
] as const;
const handedOver = ['owner_role', 'owner_name', 'owner_email', 'sponsor'] as const;

function keepLater(action: RegisteredAction, before: RegisteredAction | undefined): RegisteredAction {
  if (!before) return action;
  const kept: readonly (keyof RegisteredAction)[] = before.handed_over ? [...later, ...handedOver] : later;
  return withoutUndefined({ ...action, ...Object.fromEntries(kept.map((field) => [field, before[field]])) });
}

/** Whoever verified it earlier no longer counts once its status was changed again. */
function tell(
  action: RegisteredAction,
  exercise: string,
  { t, data }: SavedEventOf<'action_status_changed'>,
  zone: string,
): RegisteredAction {
  const before = action.told?.t ?? t;
  const isVerified = data.status === 'verified';
  return withoutUndefined({
    ...action,
    status: data.status,
    evidence: data.evidence ?? action.evidence,
    reason: data.status === 'wont_do' ? data.reason : undefined,
    accepted_by: undefined,
    verified_by: isVerified ? data.verified_by : undefined,
    verified_on: isVerified ? dayOf(t, zone) : undefined,
    told: { exercise, t: t > before ? t : before },
  });
}
