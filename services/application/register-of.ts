import type { ExerciseState } from '#core/exercise/state.ts';
import { listStandingOf } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { type ActionRegister, openActionRegister, reserveIds } from '../registers/action-register.ts';
import { registerExercise } from '../registers/register-exercise.ts';
import type { Workspace } from '../saving/workspace.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly exercise: string;
  readonly state: () => ExerciseState;
  readonly tell: (notice: string) => void;
};

/** The register is damaged, of a newer version, or not to be read: nothing else waits for it. */
export const registerUnusable = 'register_unusable';

const touching = new Set([
  'agree_action',
  'change_action_status',
  'amend_entry',
  'withdraw_entry',
  'undo_last',
  'end_exercise',
]);

/** The register as one exercise sees it. The journal comes first: what the register missed, it gets with the next change. */
export function createRegisterOf({ workspace, exercise, state, tell }: Needs) {
  const { setup, scenario } = state();
  const year = exercise.slice(0, 4);
  const isSample = setup?.sample ?? false;
  // Opened anew each time: another exercise of this workspace may have given ids since.
  const open = () => openActionRegister(workspace, isSample, tell);

  /** The next free id; the journal's own ids count as given, whatever the register says. */
  async function reserve(): Promise<Outcome<string>> {
    try {
      return succeed(startFrom(await open()).next());
    } catch (problem) {
      const why = problem instanceof Error ? problem.message : String(problem);
      const message = `The action register gives the action no number: ${why}`;
      return fail({ code: registerUnusable, message, hint: 'All else is saved. Mend or move the register.' });
    }
  }

  function startFrom(register: ActionRegister) {
    const ids = reserveIds(register, year, scenario.quarter);
    ids.skipTo(listStandingOf(state(), 'action_agreed').map(({ data }) => data.register_id));
    return ids;
  }

  async function follow(command: string): Promise<void> {
    if (!touching.has(command)) return;
    try {
      const register = await open();
      await registerExercise(register, exercise, state(), startFrom(register));
    } catch (problem) {
      tell(
        `The action register could not be saved: ${problem instanceof Error ? problem.message : String(problem)} The exercise has everything; the register gets it with the next action.`,
      );
    }
  }
  return { reserve, follow };
}

export type RegisterOf = ReturnType<typeof createRegisterOf>;
