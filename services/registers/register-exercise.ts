import type { SavedEventOf } from '#core/exercise/events.ts';
import { type ExerciseState, listStandingOf } from '#core/exercise/state.ts';
import { dayOf } from '#core/local-time.ts';
import type { ActionRegister, RegisteredAction, reserveIds } from './action-register.ts';

/**
 * Carries what an exercise agreed and reported into the register: its actions as they stand, and news of earlier ones, unless
 * something later was told since. Repeatable. `isNews`: the last entry was made just now, whatever its clock says.
 */
export async function registerExercise(
  register: ActionRegister,
  exercise: string,
  state: ExerciseState,
  ids: ReturnType<typeof reserveIds>,
  isNews = false,
): Promise<void> {
  const agreed = listAgreed(exercise, state);
  const zone = state.setup?.organisation.time_zone ?? 'UTC';
  const reported = listStandingOf(state, 'action_status_changed');
  await register.change((draft) => {
    ids.keep(draft);
    const before = new Map(draft.actions.map((action) => [action.origin, action]));
    const others = draft.actions.filter((action) => action.exercise !== exercise);
    draft.actions = [...others, ...agreed.map((action) => keepLater(action, before.get(action.origin)))];
    for (const action of draft.actions) {
      for (const report of reported.filter(({ data }) => data.action === action.origin)) {
        const isLater = action.told === undefined || report.t > action.told.t;
        if (isLater || (isNews && report.seq === state.position)) tell(action, exercise, report, zone);
      }
    }
  });
}

type Report = SavedEventOf<'action_status_changed'>;

function tell(action: RegisteredAction, exercise: string, { t, data }: Report, zone: string): void {
  action.status = data.status;
  if (data.evidence !== undefined) action.evidence = data.evidence;
  if (data.verified_by !== undefined) action.verified_by = data.verified_by;
  if (data.status === 'verified') action.verified_on = dayOf(t, zone);
  const before = action.told?.t ?? t;
  action.told = { exercise, t: t > before ? t : before };
}

/** What happened to an action since it was agreed stays with it, however often its exercise is registered again. */
function keepLater(action: RegisteredAction, before: RegisteredAction | undefined): RegisteredAction {
  if (!before) return action;
  const { status, evidence, verified_by, verified_on, told } = before;
  const later = Object.fromEntries(
    Object.entries({ evidence, verified_by, verified_on, told }).filter(([, value]) => value !== undefined),
  );
  return { ...action, status, ...later };
}

function listAgreed(exercise: string, state: ExerciseState): RegisteredAction[] {
  const gaps = new Map(listStandingOf(state, 'gap_recorded').map(({ data }) => [data.gap, data]));
  return listStandingOf(state, 'action_agreed').map(({ data }) => {
    const gap = data.gap === undefined ? undefined : gaps.get(data.gap);
    const known = {
      gap: data.gap,
      capability: gap?.capability,
      condition: gap?.condition,
      severity: gap?.severity,
      owner_role: data.owner_role,
      owner_name: data.owner_name,
      due_on: data.due_on,
    };
    const filled = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
    const origin = `${exercise}/${data.action_item}`;
    return { register_id: data.register_id, origin, exercise, title: data.title, status: 'open' as const, ...filled };
  });
}
