import { isDeepStrictEqual } from 'node:util';
import { settlePlan } from '#core/captures/settle-plan.ts';
import { isPlayed } from '#core/exercise/is-played.ts';
import type { Setup } from '#core/exercise/setup.ts';
import { type ExerciseState, listStandingOf } from '#core/exercise/state.ts';
import { localTimeOf, longDate } from '#core/local-time.ts';
import { fail, type Outcome, type Problem, succeed } from '#core/outcome.ts';
import { planNextYear } from '#core/plan/next-year-plan.ts';
import type { Plan } from '#core/plan/plan.ts';
import { isUnderWay } from '#core/plan/programme-cards.ts';
import { readExercise } from '../exercise/open-exercise.ts';
import type { Workspace } from '../saving/workspace.ts';
import type { Library, LibraryScript } from './library.ts';
import type { OpenExercises } from './open-exercises.ts';
import type { Plans } from './plans.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly library: Library;
  readonly plans: Plans;
  readonly exercises: OpenExercises;
};

/** Saves the plan of next year, made from an exercise that was held. A plan somebody has worked on since is never replaced. */
export async function saveNextYear(needs: Needs, exercise: string): Promise<Outcome<{ readonly script: string }>> {
  const read = await readHeld(needs, exercise);
  if (!read.ok) return read;
  const { setup, startedAt, title, scenarioId } = read.value;
  const entry = (await needs.library.list()).find(({ scenario }) => scenario?.id === scenarioId);
  const loaded = entry ? await needs.library.load(entry.script) : fail(noScript(title));
  if (!loaded.ok) return loaded;
  const script = loaded.value.stem;
  const standing = await needs.plans.find(script);
  if (standing && !wasPlayed(standing, setup, { loaded: loaded.value, startedAt })) {
    return fail(alreadyPlanned(title, standing));
  }
  const begun = standing?.starts_at?.slice(0, 10) === startedAt.slice(0, 10) ? standing.starts_at : startedAt;
  await needs.plans.save(planNextYear(setup, { script, scenario: loaded.value.scenario, startedAt: begun }));
  return succeed({ script });
}

type Held = {
  readonly setup: Setup;
  readonly startedAt: string;
  readonly title: string;
  readonly scenarioId: string;
};

async function readHeld({ workspace, exercises }: Needs, exercise: string): Promise<Outcome<Held>> {
  const open = exercises.live.get(exercise)?.state();
  const read = open ? succeed({ state: open }) : await readExercise(workspace.folder, exercise);
  if (!read.ok) return read;
  const { state } = read.value;
  const { setup, scenario, phase } = state;
  const started = listStandingOf(state, 'exercise_started')[0];
  if (!setup || !started || isUnderWay(phase) || !isPlayed(state)) return fail(notHeld(scenario));
  const startedAt = localTimeOf(started.t, setup.organisation.time_zone).slice(0, 'YYYY-MM-DDTHH:MM'.length);
  return succeed({ setup, startedAt, title: scenario.title, scenarioId: scenario.id });
}

/** The plan that was played, or one for a day that was over by then. */
function wasPlayed(
  plan: Plan,
  { exercise, previous_actions: actions, previous_measures: measures, ...setup }: Setup,
  { loaded, startedAt }: { readonly loaded: LibraryScript; readonly startedAt: string },
): boolean {
  if (plan.starts_at !== null && plan.starts_at.slice(0, 10) <= startedAt.slice(0, 10)) return true;
  const settled = settlePlan({ exercise, plan, loaded, before: { actions, measures: measures ?? null } });
  const partsOf = ({
    organisation,
    placeholders,
    plan: settledPlan,
    participants,
  }: Omit<Setup, 'exercise' | 'previous_actions' | 'previous_measures'>) => ({
    organisation,
    placeholders,
    plan: settledPlan,
    participants,
  });
  return settled.ok && isDeepStrictEqual(partsOf(settled.value), partsOf(setup));
}

const alreadyPlanned = (title: string, { starts_at }: Plan): Problem => ({
  code: 'already_planned',
  message: `“${title}” already has a plan${starts_at ? ` for ${longDate(starts_at.slice(0, 10))}` : ' that was changed since it was played'}.`,
  hint: 'Nothing was replaced. Open that plan and change it there.',
});

const notHeld = ({ title }: ExerciseState['scenario']): Problem => ({
  code: 'not_held',
  message: `“${title}” was not held to its end yet.`,
  hint: 'End it, then schedule next year from it.',
});

const noScript = (title: string): Problem => ({
  code: 'no_script',
  message: `The script of “${title}” is not in the library any more.`,
  hint: 'Put it back into the folder “scenarios”, or plan another quarter.',
});
