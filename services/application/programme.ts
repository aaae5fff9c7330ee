import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExerciseLine, Programme, ScriptLine } from '#contract/programme.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import { isPlayed } from '#core/exercise/is-played.ts';
import { type ExerciseState, listStandingOf } from '#core/exercise/state.ts';
import { dayOf } from '#core/local-time.ts';
import { isOpen, listOpenActions } from '#core/plan/open-actions.ts';
import { isHeld, isUnderWay } from '#core/plan/programme-cards.ts';
import { summarisePlan } from '#core/plan/readiness.ts';
import { findReturnedGaps, type HeldGaps } from '#core/plan/returned-gaps.ts';
import { isNotRated, rateObjectives } from '#core/review/rate-objectives.ts';
import { readExercise } from '../exercise/open-exercise.ts';
import { openActionRegister } from '../registers/action-register.ts';
import { formatDamage } from '../saving/damage.ts';
import { listExercises, type Workspace, warnAboutSyncedFolder } from '../saving/workspace.ts';
import type { Library, LibraryEntry } from './library.ts';
import type { LiveExercise } from './live-exercise.ts';
import type { Plans } from './plans.ts';
import type { Settings } from './settings.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly library: Library;
  readonly plans: Plans;
  readonly settings: Settings;
  /** Those already open are not read a second time. */
  readonly live: ReadonlyMap<string, LiveExercise>;
  readonly today: string;
  readonly tell: (notice: string) => void;
};

/** The year as the home screen shows it: scripts, and every exercise of the workspace, also one that cannot be opened. */
export async function loadProgramme({
  workspace,
  library,
  plans,
  settings,
  live,
  today,
  tell,
}: Needs): Promise<Programme> {
  await access(join(workspace.folder, 'exercises')); // gone is not the same as empty
  const entries = await library.list();
  const notices: string[] = [];
  const synced = await warnAboutSyncedFolder(workspace.folder);
  if (synced !== null) notices.push(synced);
  const count = (isSample: boolean) =>
    openActionRegister(workspace, isSample, tell).then(
      (register) => register.get().actions,
      (problem: Error) => {
        notices.push(`${problem.message} Until then open actions are not counted; every exercise keeps its own.`);
        return null;
      },
    );
  const registers = { own: await count(false), samples: await count(true) };
  const described: Described[] = [];
  for (const exercise of await listExercises(workspace)) {
    described.push(await describe(exercise, { workspace, live, library: entries, registers }));
  }
  const exercises = described.map(({ line }) => line);
  const compare = (isSample: boolean, register: Actions) => {
    const held = described.flatMap(({ line, held }) => (held && line.isSample === isSample ? [held] : []));
    return findReturnedGaps(held, register, today);
  };
  const hasHeldBefore = exercises.some(isHeld);
  const scripts = await Promise.all(entries.map((entry) => describeScript(entry, plans, { hasHeldBefore, today })));
  const openActions = {
    own: registers.own && listOpenActions(registers.own, exercises),
    samples: registers.samples && listOpenActions(registers.samples, exercises),
  };
  const returnedGaps = { own: compare(false, registers.own), samples: compare(true, registers.samples) };
  const isTourNew = exercises.every(({ isSample }) => isSample) && (await settings.isTourNew());
  return { workspace: workspace.folder, today, scripts, exercises, openActions, returnedGaps, isTourNew, notices };
}

/** null: the register cannot be read. */
type Actions = readonly RegisteredAction[] | null;

type Around = Pick<Needs, 'workspace' | 'live'> & {
  readonly library: readonly LibraryEntry[];
  readonly registers: { readonly own: Actions; readonly samples: Actions };
};

/** `held`: of one that is over, what it may be compared by. */
type Described = { readonly line: ExerciseLine; readonly held: HeldGaps | null };

async function describe(exercise: string, around: Around): Promise<Described> {
  const open = around.live.get(exercise);
  if (open) return describeState(exercise, open.state(), around, open.readOnly());
  const read = await readExercise(around.workspace.folder, exercise);
  if (!read.ok) return unreadable(exercise, `${read.problem.message} ${read.problem.hint}`);
  const damage = read.value.damage[0];
  return describeState(exercise, read.value.state, around, damage ? formatDamage(exercise, damage) : null);
}

function describeState(
  exercise: string,
  state: ExerciseState,
  { library, registers }: Around,
  trouble: string | null,
): Described {
  const { scenario, setup, phase } = state;
  const isSample = setup?.sample ?? false;
  const started = listStandingOf(state, 'exercise_started')[0];
  const actions = isSample ? registers.samples : registers.own;
  const agreed = actions?.filter((action) => action.exercise === exercise) ?? null;
  const open = agreed?.filter(isOpen) ?? [];
  const rated = isNotRated(state) || isUnderWay(phase) ? [] : rateObjectives(state);
  const gaps = listStandingOf(state, 'gap_recorded').map(({ data }) => data);
  const heldOn = started ? dayOf(started.t, setup?.organisation.time_zone ?? 'UTC') : null;
  const line: ExerciseLine = {
    exercise,
    script: library.find((entry) => entry.scenario?.id === scenario.id)?.script ?? '',
    title: scenario.title,
    quarter: scenario.quarter,
    heldOn,
    plannedFor: setup?.planned_for ?? null,
    phase,
    isPlayed: isPlayed(state),
    isSample,
    ratings: rated.map(({ objective, final }) => ({ objective: objective.id, rating: final?.rating ?? null })),
    gaps: gaps.length,
    criticalGaps: gaps.filter(({ severity }) => severity === 'critical').length,
    highGaps: gaps.filter(({ severity }) => severity === 'high').length,
    openActions: open.length,
    agreedActions: agreed?.length ?? null,
    trouble,
  };
  if (!started || heldOn === null || !isHeld(line)) return { line, held: null };
  return { line, held: { exercise, title: scenario.title, startedAt: started.t, heldOn, gaps } };
}

function unreadable(exercise: string, trouble: string): Described {
  const nothing = { script: '', title: exercise, quarter: '', heldOn: null, plannedFor: null, isSample: false };
  const line: ExerciseLine = {
    ...{
      exercise,
      ...nothing,
      phase: 'not_started',
      isPlayed: false,
      ratings: [],
      gaps: 0,
      criticalGaps: 0,
      highGaps: 0,
    },
    ...{ openActions: 0, agreedActions: null, trouble },
  };
  return { line, held: null };
}

async function describeScript(
  { script, scenario, diagnostics }: LibraryEntry,
  plans: Plans,
  around: Parameters<typeof summarisePlan>[2],
): Promise<ScriptLine> {
  const isPlanned = await plans.isPlanned(script);
  const plan = isPlanned ? await plans.find(script).catch(() => null) : null; // why not is said where it is opened
  const first = diagnostics.find(({ level }) => level === 'error');
  const trouble = scenario ? null : `Line ${first?.line ?? 1}: ${first?.message ?? 'it cannot be read'}.`;
  return {
    script,
    id: scenario?.id ?? script,
    title: scenario?.title ?? script,
    quarter: scenario?.quarter ?? '',
    type: scenario?.type ?? '',
    durationMin: scenario?.duration_min ?? 0,
    injects: scenario?.injects.length ?? 0,
    objectives: scenario?.objectives.length ?? 0,
    isPlanned,
    plan: scenario && plan && summarisePlan(scenario, plan, around),
    trouble,
  };
}
