import type { ConsoleAnswers } from '#contract/console.ts';
import { dayOf } from '#core/local-time.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { fillSamplePlan } from '#core/plan/sample-plan.ts';
import { ownZone } from '../own-zone.ts';
import { explainFolder, type Workspace } from '../saving/workspace.ts';
import type { Library } from './library.ts';
import type { OpenExercises } from './open-exercises.ts';
import { openSample } from './open-sample.ts';
import { saveNextYear } from './plan-next-year.ts';
import type { Plans } from './plans.ts';
import { loadProgramme } from './programme.ts';
import { saving } from './saving.ts';
import type { Settings } from './settings.ts';
import type { Clock } from './shell.ts';
import { startExercise } from './start-exercise.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly library: Library;
  readonly plans: Plans;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly exercises: OpenExercises;
  /** Settled once the exercise that was interrupted, if any, is open again. */
  readonly resumed: Promise<unknown>;
  readonly tellText: (text: string) => void;
};

type Programme = Pick<
  ConsoleAnswers,
  | 'load_programme'
  | 'mark_tour_shown'
  | 'keep_theme'
  | 'load_script'
  | 'load_plan'
  | 'save_plan'
  | 'fill_plan'
  | 'plan_next_year'
  | 'start_exercise'
  | 'load_going_on'
  | 'open_sample'
>;

/** The year, its scripts and their plans; what begins an exercise. */
export function answerProgramme(needs: Needs): Programme {
  const { workspace, library, plans, clock, exercises, resumed, settings, tellText } = needs;
  const nothing = {};
  return {
    load_programme: async () => {
      const today = dayOf(new Date(clock.wallMs()).toISOString(), ownZone());
      try {
        const { live } = exercises;
        const programme = await loadProgramme({ workspace, library, plans, settings, live, today, tell: tellText });
        for (const notice of settings.takeNotices()) tellText(notice);
        return succeed(programme);
      } catch (problem) {
        return fail(explainFolder(workspace.folder, 'workspace', problem));
      }
    },
    mark_tour_shown: () => saving(() => settings.tourShown().then(() => nothing)),
    keep_theme: ({ theme }) => saving(() => settings.keepTheme(theme).then(() => nothing)),
    load_script: async ({ script }) => {
      const loaded = await library.load(script);
      return loaded.ok ? succeed({ scenario: loaded.value.scenario }) : loaded;
    },
    load_plan: async ({ script }) => {
      const loaded = await library.load(script);
      return loaded.ok ? saving(() => plans.load(script, loaded.value.scenario)) : loaded;
    },
    save_plan: async ({ plan }) => {
      const loaded = await library.load(plan.script); // no plan for what is not there
      return loaded.ok ? saving(async () => plans.save(plan).then(() => nothing)) : loaded;
    },
    fill_plan: async ({ script }) => {
      const loaded = await library.load(script);
      if (!loaded.ok) return loaded;
      return saving(async () => {
        const plan = fillSamplePlan(await plans.load(script, loaded.value.scenario), loaded.value.scenario);
        await plans.save(plan);
        return plan;
      });
    },
    plan_next_year: async ({ exercise }) => {
      const saved = await saving(() => saveNextYear(needs, exercise));
      return saved.ok ? saved.value : saved;
    },
    start_exercise: ({ script }) => start(needs, script),
    load_going_on: async () => {
      await resumed;
      return succeed({ going: exercises.going() });
    },
    open_sample: async ({ script }) => {
      const loaded = await library.load(script);
      if (!loaded.ok) return loaded;
      const opened = await exercises.alone(() => openSample(workspace, script, loaded.value.scenario.id, tellText));
      return opened.ok ? succeed({ exercise: opened.value }) : opened;
    },
  };
}

async function start(
  { workspace, library, plans, clock, exercises, resumed, tellText }: Needs,
  script: string,
): Promise<Outcome<{ readonly exercise: string }>> {
  await resumed; // one that went on when Muster ended counts
  return exercises.begin(async () => {
    const loaded = await library.load(script);
    if (!loaded.ok) return loaded;
    const plan = await saving(() => plans.load(script, loaded.value.scenario));
    if (!plan.ok) return plan;
    return startExercise({ workspace, plan: plan.value, loaded: loaded.value, clock, tell: tellText });
  });
}
