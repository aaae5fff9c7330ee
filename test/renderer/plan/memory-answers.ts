import type { Theme } from '#contract/console.ts';
import type { ExerciseLine, Programme, ScriptFinding, ScriptLine } from '#contract/programme.ts';
import { type Outcome, succeed } from '#core/outcome.ts';
import { buildPackDocuments } from '#core/pack/pack-documents.ts';
import { buildDefaultPlan } from '#core/plan/default-plan.ts';
import type { OpenAction } from '#core/plan/open-actions.ts';
import type { Plan } from '#core/plan/plan.ts';
import { goesOn } from '#core/plan/programme-cards.ts';
import { summarisePlan } from '#core/plan/readiness.ts';
import type { ReturnedGap } from '#core/plan/returned-gaps.ts';
import { fillSamplePlan } from '#core/plan/sample-plan.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { tryPack } from '../../support/pack.ts';
import { quarterScripts, readQuarter } from '../../support/quarter-scripts.ts';
import type { Answers } from './plan-window.ts';

export type Memory = {
  readonly plans: Map<string, Plan>;
  readonly started: string[];
  exercises: readonly ExerciseLine[];
  openActions: Programme['openActions'];
  returnedGaps: Programme['returnedGaps'];
  isTourNew: boolean;
  theme: Theme | null;
  notices: readonly string[];
  refusal: Extract<Outcome<never>, { ok: false }>['problem'] | null;
  readonly scenarios: Map<string, Scenario>;
  /** A script that cannot be read, and why. */
  broken: { readonly script: string; readonly trouble: string } | null;
};

export async function makeMemory(): Promise<Memory> {
  const read = await Promise.all(quarterScripts.map(async (script) => [script, await readQuarter(script)] as const));
  return {
    plans: new Map(),
    started: [],
    exercises: [],
    openActions: { own: [], samples: [] },
    returnedGaps: { own: noGaps, samples: noGaps },
    isTourNew: false,
    theme: null,
    notices: [],
    refusal: null,
    scenarios: new Map(read),
    broken: null,
  };
}

const noGaps = { held: 0, gaps: [], notCompared: 0 };

export function answerFrom(memory: Memory): Answers {
  const scenarioOf = (script: string) => {
    const scenario = memory.scenarios.get(script);
    if (!scenario) throw new Error(`no script ${script}`);
    return scenario;
  };
  const planOf = (script: string) =>
    memory.plans.get(script) ?? buildDefaultPlan(script, scenarioOf(script), { zone: 'UTC' });
  return {
    load_programme: async () => succeed(programmeOf(memory)),
    mark_tour_shown: async () => {
      memory.isTourNew = false;
      return succeed({});
    },
    keep_theme: async ({ theme }) => {
      memory.theme = theme;
      return succeed({});
    },
    load_going_on: async () => {
      const going = memory.exercises.find((line) => goesOn(line) && line.phase !== 'suspended');
      return succeed({ going: going ? { exercise: going.exercise, title: going.title } : null });
    },
    load_script: async ({ script }) => {
      if (!memory.scenarios.has(script)) return { ok: false, problem: noScript };
      return succeed({ scenario: scenarioOf(script) });
    },
    check_script: async ({ script, known }) => {
      if (!memory.scenarios.has(script)) return { ok: false, problem: noScript };
      const scenario = scenarioOf(script);
      const stamp = `${script} ${scenario.title}`;
      const facts = { stamp, file: `/opt/muster/scenarios/${script}.yaml`, isOwn: false, isPlayable: true };
      const check = known === stamp ? null : { ...facts, scenario, findings };
      return succeed({ checkedAt: '14:03:22', check });
    },
    load_plan: async ({ script }) =>
      memory.scenarios.has(script) ? succeed(planOf(script)) : { ok: false, problem: noScript },
    save_plan: async ({ plan }) => {
      if (memory.refusal) return { ok: false, problem: memory.refusal };
      memory.plans.set(plan.script, plan as Plan);
      return succeed({});
    },
    fill_plan: async ({ script }) => {
      memory.plans.set(script, fillSamplePlan(planOf(script), scenarioOf(script)));
      return succeed(planOf(script));
    },
    plan_next_year: async ({ exercise }) => {
      if (memory.refusal) return { ok: false, problem: memory.refusal };
      const script = memory.exercises.find((line) => line.exercise === exercise)?.script ?? '';
      memory.plans.set(script, { ...planOf(script), starts_at: '2027-03-16T10:00' });
      return succeed({ script });
    },
    start_exercise: async ({ script }) => {
      if (memory.refusal) return { ok: false, problem: memory.refusal };
      memory.started.push(script);
      return succeed({ exercise: `2026-${script}` });
    },
    load_pack: async ({ script }) => {
      const pack = tryPack(scenarioOf(script), () => planOf(script));
      return pack.ok ? succeed({ papers: buildPackDocuments(pack.value) }) : pack;
    },
    load_backup_folder: async () => succeed({ folder: '/home/user/Muster backups' }),
    open_sample: async ({ script }) => succeed({ exercise: `sample-${script}` }),
  };
}

const noScript = { code: 'no_script', message: 'There is no such script.', hint: 'Choose one from the programme.' };

const findings: readonly ScriptFinding[] = [
  {
    line: 42,
    column: 5,
    level: 'warning',
    message: 'title: 71 characters at Q2-010; at most 60 fit',
    about: { part: 'inject', id: 'Q2-010' },
    excerpt: { from: 41, lines: ['  - id: Q2-010', '    title: "A title that goes on and on"', '    t: 0'] },
  },
];

function programmeOf({
  scenarios,
  plans,
  exercises,
  openActions,
  returnedGaps,
  isTourNew,
  notices,
  broken,
}: Memory): Programme {
  return {
    workspace: '/home/user/Muster',
    today: around.today,
    scripts: [
      ...[...scenarios].map(([script, scenario]) => lineOf(script, scenario, plans.get(script))),
      ...(broken ? [brokenLine(broken)] : []),
    ],
    exercises,
    openActions,
    returnedGaps,
    isTourNew,
    notices,
  };
}

function brokenLine({ script, trouble }: NonNullable<Memory['broken']>): ScriptLine {
  const nothing = { quarter: '', type: '', durationMin: 0, injects: 0, objectives: 0, isPlanned: false, plan: null };
  return { script, id: script, title: script, ...nothing, trouble };
}

const around = { hasHeldBefore: false, today: '2026-11-25' };

function lineOf(script: string, scenario: Scenario, plan: Plan | undefined): ScriptLine {
  const { id, title, quarter, type, duration_min, injects, objectives } = scenario;
  const planned = { isPlanned: plan !== undefined, plan: plan ? summarisePlan(scenario, plan, around) : null };
  const counts = { injects: injects.length, objectives: objectives.length, durationMin: duration_min };
  return { script, id, title, quarter, type, ...counts, ...planned, trouble: null };
}

export const openAction: OpenAction = {
  id: 'AI-2026Q1-001',
  title: 'Write down who may shut down the shop',
  owner: 'R. Okafor, Legal',
  dueOn: '2026-11-01',
  exercise: '2026-q1-data-breach',
  exerciseTitle: 'Quiet Export',
};

export const returnedGap: ReturnedGap = {
  title: 'Nobody on shift may shut down the shop',
  capability: 'decision_governance',
  condition: 'no_authority',
  severity: 'critical',
  seen: [
    { exercise: '2026-q1-data-breach', title: 'Quiet Export', heldOn: '2026-03-17' },
    { exercise: '2026-q2-ransomware', title: 'Cold Restore', heldOn: '2026-09-10' },
  ],
  actions: [
    { id: 'AI-2026Q1-001', status: 'open', overdueDays: 20 },
    { id: 'AI-2026Q1-002', status: 'done', overdueDays: null },
  ],
};

export const heldQ1: ExerciseLine = {
  exercise: '2026-q1-data-breach',
  script: 'q1-data-breach',
  title: 'Quiet Export',
  quarter: 'Q1',
  heldOn: '2026-03-17',
  plannedFor: null,
  phase: 'final',
  isPlayed: true,
  isSample: false,
  ratings: (['S', 'P', 'M', 'U', 'N', null] as const).map((rating, at) => ({ objective: `O${at + 1}`, rating })),
  gaps: 5,
  criticalGaps: 1,
  highGaps: 2,
  openActions: 2,
  agreedActions: 11,
  trouble: null,
};
