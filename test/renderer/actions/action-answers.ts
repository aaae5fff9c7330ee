import type { ActionsShown, RegisterShown } from '#contract/actions.ts';
import { changeAction } from '#core/actions/change-action.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import { succeed } from '#core/outcome.ts';
import { actionStatuses, actionTypes, capabilities, gapSeverities } from '#core/scenario/vocabulary.ts';
import { openAction } from '../../support/registered-action.ts';
import type { Answers } from '../plan/plan-window.ts';

const today = '2026-06-01';
const owners = ['R. Okafor', 'Priya Raman', 'Jonas Weber', 'Marc Silva', 'Kim Unknown'];
const titles = { '2026-q1-data-breach': 'Quiet Export', '2026-q2-ransomware': 'Cold Restore' };

/** The n-th of many actions, each in its own state; the first is overdue, critical, and its gap came back. */
export function actionOf(at: number): RegisteredAction {
  if (at === 0) return { ...openAction, register_id: 'AI-2026Q1-001', origin: '2026-q1-data-breach/AI-1' };
  const exercise = at % 2 === 0 ? '2026-q1-data-breach' : '2026-q2-ransomware';
  const pick = <Value>(values: readonly Value[]): Value => values[at % values.length] as Value; // never empty
  const day = (month: number) => `2026-0${month}-${String((at % 28) + 1).padStart(2, '0')}`;
  const status = pick(actionStatuses);
  return {
    ...{
      register_id: `AI-2026Q${(at % 2) + 1}-${String(at + 1).padStart(3, '0')}`,
      origin: `${exercise}/AI-${at + 1}`,
    },
    ...{ exercise, title: `${pick(['Write', 'Test', 'Automate', 'Rehearse'])} the ${at}th thing that was missing` },
    ...{ type: pick(actionTypes), capability: pick(capabilities), condition: 'not_rehearsed', gap: `G${at}` },
    ...{
      severity: pick(gapSeverities),
      owner_name: pick(owners),
      due_on: day((at % 5) + 4),
      created_on: day((at % 3) + 3),
    },
    ...{ done_test: 'A drill shows it', status, sponsor: 'H. Strand' },
    ...(status === 'verified' && { evidence: 'A drill', verified_by: 'H. Strand', verified_on: day(5) }),
  };
}

type Exported = Parameters<NonNullable<Answers['export_actions']>>[0];
export type ActionMemory = { shown: ActionsShown; readonly exported: Exported[]; readonly changed: string[] };

export function makeActionMemory(count: number): ActionMemory {
  const own = registerOf(Array.from({ length: count }, (_, at) => actionOf(at)));
  const samples = registerOf([
    { ...actionOf(0), origin: 'sample-q1/AI-1', exercise: 'sample-q1', title: 'Of a sample' },
  ]);
  return { shown: { today, own, samples, notices: [] }, exported: [], changed: [] };
}

function registerOf(actions: readonly RegisteredAction[]): RegisterShown {
  const seen = Object.entries(titles).map(([exercise, title]) => ({ exercise, title, heldOn: '2026-03-17' }));
  const gap = {
    title: 'Nobody may stop the shop',
    capability: 'decision_governance',
    condition: 'no_authority',
  } as const;
  return {
    actions,
    titles,
    returnedGaps: { held: 2, gaps: [{ ...gap, severity: 'critical', seen, actions: [] }], notCompared: 0 },
    rosters: ['R. Okafor', 'Priya Raman', 'Jonas Weber', 'Marc Silva', 'H. Strand'],
    left: [],
  };
}

export function answerActions(memory: ActionMemory): Answers {
  const registerFor = (isSample: boolean) => (isSample ? memory.shown.samples : memory.shown.own);
  let left: readonly string[] = [];
  return {
    load_going_on: async () => succeed({ going: null }),
    load_actions: async () => succeed(memory.shown),
    change_action: async ({ isSample, origin, change }) => {
      const action = registerFor(isSample)?.actions.find((one) => one.origin === origin);
      if (!action) throw new Error(`no action ${origin}`);
      const changed = changeAction(action, change, { t: '2026-06-01T09:00:00.000Z', today });
      if (changed.ok) memory.changed.push(`${origin} ${changed.value.status}`);
      return changed.ok ? succeed({ action: changed.value }) : changed;
    },
    mark_owner_left: async ({ name, hasLeft }) => {
      left = hasLeft ? [...left, name] : left.filter((other) => other !== name);
      return succeed({ left });
    },
    export_actions: async (asked) => {
      memory.exported.push(asked);
      return succeed({
        folder: `/home/user/Muster/documents/actions/${asked.target}`,
        files: [{ name: 'jira.csv', bytes: 12 }],
      });
    },
    open_actions_folder: async () => succeed({ opened: false, folder: '/home/user/Muster/documents/actions' }),
  };
}
