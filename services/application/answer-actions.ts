import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegisterShown } from '#contract/actions.ts';
import type { ConsoleAnswers } from '#contract/console.ts';
import { applyExercise } from '#core/actions/apply-exercise.ts';
import { changeAction } from '#core/actions/change-action.ts';
import { checkAzureMapping } from '#core/actions/exports/azure-csv.ts';
import { exportActions } from '#core/actions/exports/export-actions.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import { dayOf } from '#core/local-time.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { findReturnedGaps } from '#core/plan/returned-gaps.ts';
import { isSamePerson } from '#core/same-person.ts';
import { writeActionExports } from '../export/write-action-exports.ts';
import { ownZone } from '../own-zone.ts';
import { type ActionRegister, changeRegister, openActionRegister } from '../registers/action-register.ts';
import { gatherRegister, readState } from '../registers/gather-register.ts';
import { explainFolder, type Workspace } from '../saving/workspace.ts';
import type { OpenExercises } from './open-exercises.ts';
import { saving } from './saving.ts';
import type { Clock, Shell } from './shell.ts';
import { writeInto } from './write-into.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly shell: Shell;
  readonly clock: Clock;
  readonly exercises: OpenExercises;
  readonly tellText: (text: string) => void;
};
type Answered = Pick<
  ConsoleAnswers,
  'load_actions' | 'change_action' | 'mark_owner_left' | 'export_actions' | 'open_actions_folder'
>;

/** The action register over all exercises: shown, changed and handed on to trackers. */
export function answerActions(needs: Needs): Answered {
  const { workspace, shell, clock, tellText } = needs;
  /** No exercise's name begins so: they begin with a year. */
  const folder = join(workspace.folder, 'documents', 'actions');
  const now = () => {
    const t = new Date(clock.wallMs()).toISOString();
    return { t, today: dayOf(t, ownZone()) };
  };
  return {
    load_actions: async () => {
      const { today } = now();
      const notices: string[] = [];
      const show = (isSample: boolean) => showRegister(needs, isSample, today, notices);
      try {
        return succeed({ today, own: await show(false), samples: await show(true), notices });
      } catch (problem) {
        return fail(explainFolder(workspace.folder, 'workspace', problem));
      }
    },
    change_action: async ({ isSample, origin, change }) => {
      const act = (register: ActionRegister) =>
        changeOne(needs, register, origin, (action) => changeAction(action, change, now()));
      const saved = await saving(() => changeRegister(workspace, isSample, tellText, act));
      return saved.ok ? saved.value : saved;
    },
    mark_owner_left: ({ isSample, name, hasLeft }) =>
      saving(() =>
        changeRegister(workspace, isSample, tellText, async (register) => {
          await register.change((draft) => {
            const others = draft.left.filter((other) => !isSamePerson(other, name));
            draft.left = hasLeft ? [...others, name] : others;
          });
          return { left: register.get().left };
        }),
      ),
    export_actions: async ({ isSample, origins, target, dueField, bom }) => {
      const azure = checkAzureMapping({ dueField });
      if (!azure.ok) return azure;
      const gathered = await saving(() => gather(needs, isSample));
      if (!gathered.ok) return gathered;
      const known = new Map(gathered.value.actions.map((action) => [action.origin, action]));
      const chosen = origins.flatMap((origin) => known.get(origin) ?? []);
      const files = exportActions(chosen, { target, azure: azure.value, isSample, today: now().today });
      const out = join(folder, isSample ? `${target}-samples` : target);
      return writeInto(out, () => writeActionExports({ files, out, bom }));
    },
    open_actions_folder: async () => {
      await mkdir(folder, { recursive: true }).catch(() => {}); // what cannot be made cannot be opened either, and that is said
      return succeed({ folder, opened: await shell.openFolder(folder) });
    },
  };
}

async function gather({ workspace, exercises, tellText }: Needs, isSample: boolean) {
  const register = await openActionRegister(workspace, isSample, tellText);
  const { actions, left } = register.get();
  return {
    ...(await gatherRegister({ workspace, isSample, registered: actions, stateOf: stateOfOpen(exercises) })),
    left,
  };
}

/** One that is open for reading only may lack what stands behind its damage. */
function stateOfOpen({ live }: OpenExercises) {
  return (exercise: string) => {
    const open = live.get(exercise);
    return open?.readOnly() === null ? open.state() : null;
  };
}

async function showRegister(
  needs: Needs,
  isSample: boolean,
  today: string,
  notices: string[],
): Promise<RegisterShown | null> {
  const gathered = await gather(needs, isSample).catch((problem: Error) => problem);
  if (gathered instanceof Error) {
    notices.push(`${gathered.message} Until then its actions are not shown; every exercise keeps its own.`);
    return null;
  }
  const { actions, titles, held, rosters, left, notices: told } = gathered;
  notices.push(...told.filter((notice) => !notices.includes(notice)));
  return { actions, titles, returnedGaps: findReturnedGaps(held, actions, today), rosters, left };
}

/** Decided on what its journal and the register know of it now, not on what a window shows. */
async function changeOne(
  { workspace, exercises }: Needs,
  register: ActionRegister,
  origin: string,
  decide: (action: RegisteredAction) => Outcome<RegisteredAction>,
): Promise<Outcome<{ readonly action: RegisteredAction }>> {
  const exercise = origin.slice(0, origin.lastIndexOf('/'));
  const { state, trouble } = await readState(workspace, exercise, stateOfOpen(exercises));
  const registered = register.get().actions;
  const actions = state && trouble === null ? applyExercise(registered, exercise, state) : registered;
  const action = actions.find((one) => one.origin === origin);
  if (!action) return fail(notThere);
  const changed = decide(action);
  if (!changed.ok) return changed;
  await register.change((draft) => {
    draft.actions = actions.map((one) => (one === action ? changed.value : one));
  });
  return succeed({ action: changed.value });
}

const notThere = {
  code: 'unknown_action',
  message: 'That action is not in the register any more.',
  hint: 'Nothing was changed. Open the actions again: its exercise may have withdrawn it.',
};
