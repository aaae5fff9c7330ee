import { applyExercise } from '#core/actions/apply-exercise.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import { isPlayed } from '#core/exercise/is-played.ts';
import { type ExerciseState, listStandingOf } from '#core/exercise/state.ts';
import { dayOf } from '#core/local-time.ts';
import { isHeld } from '#core/plan/programme-cards.ts';
import type { HeldGaps } from '#core/plan/returned-gaps.ts';
import { readExercise } from '../exercise/open-exercise.ts';
import { formatDamage } from '../saving/damage.ts';
import { listExercises, type Workspace } from '../saving/workspace.ts';

export type Gathered = {
  /** As the register has them, with what it missed: every journal has its own actions and what it heard of others. */
  readonly actions: readonly RegisteredAction[];
  /** Of every exercise that can be read. */
  readonly titles: Readonly<Record<string, string>>;
  /** `isOver`: played and ended, so that it counts as held. */
  readonly held: readonly (HeldGaps & { readonly isOver: boolean })[];
  readonly rosters: readonly string[];
  readonly notices: readonly string[];
};

type Needs = {
  readonly workspace: Workspace;
  readonly isSample: boolean;
  readonly registered: readonly RegisteredAction[];
  /** Those already open, and whole, are not read a second time. */
  readonly stateOf?: StateOf;
};
type StateOf = (exercise: string) => ExerciseState | null;

/** The register over all exercises of a workspace, of samples or of the others. */
export async function gatherRegister({
  workspace,
  isSample,
  registered,
  stateOf = noneOpen,
}: Needs): Promise<Gathered> {
  let actions = registered;
  const titles: Record<string, string> = {};
  const held: (HeldGaps & { readonly isOver: boolean })[] = [];
  const rosters = new Set<string>();
  const notices: string[] = [];
  for (const exercise of await listExercises(workspace)) {
    const { state, trouble } = await readState(workspace, exercise, stateOf);
    const setup = state?.setup ?? null;
    if (trouble !== null) notices.push(`${trouble} What the register knows of its actions is shown.`);
    if (state === null || setup === null || setup.sample !== isSample) continue;
    if (trouble === null) actions = applyExercise(actions, exercise, state);
    const { scenario } = state;
    titles[exercise] = scenario.title;
    for (const { name } of setup.participants) rosters.add(name);
    const started = listStandingOf(state, 'exercise_started')[0];
    const gaps = listStandingOf(state, 'gap_recorded').map(({ data }) => data);
    const heldOn = dayOf(started?.t ?? '', setup.organisation.time_zone);
    const isOver = isHeld({ phase: state.phase, heldOn, isPlayed: isPlayed(state) });
    held.push({ exercise, title: scenario.title, startedAt: started?.t ?? '', heldOn, gaps, isOver });
  }
  return { actions, titles, held, rosters: [...rosters], notices };
}

const noneOpen: StateOf = () => null;

/** `trouble`: it is not whole, and may not say what was agreed in it; what of it can be read still names it. */
export async function readState(
  workspace: Workspace,
  exercise: string,
  stateOf = noneOpen,
): Promise<{ readonly state: ExerciseState | null; readonly trouble: string | null }> {
  const open = stateOf(exercise);
  if (open) return { state: open, trouble: null };
  const read = await readExercise(workspace.folder, exercise);
  if (!read.ok) return { state: null, trouble: read.problem.message };
  const [damage] = read.value.damage;
  return { state: read.value.state, trouble: damage ? `${formatDamage(exercise, damage)}.` : null };
}
