import { listLog } from '#core/exercise/log.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { type ActionRegister, changeRegister, openActionRegister, reserveIds } from '../registers/action-register.ts';
import { listNumbers, type NumbersGiven } from '../registers/numbers-given.ts';
import { registerExercise } from '../registers/register-exercise.ts';
import type { Workspace } from '../saving/workspace.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly exercise: string;
  readonly state: () => ExerciseState;
  readonly tell: (notice: string) => void;
  readonly numbersGiven: NumbersGiven;
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
export function createRegisterOf({ workspace, exercise, state, tell, numbersGiven }: Needs) {
  const { setup, scenario } = state();
  const year = exercise.slice(0, 4);
  const isSample = setup?.sample ?? false;
  // Opened anew each time: another exercise of this workspace may have given ids since.
  const open = () => openActionRegister(workspace, isSample, tell);

  /** The next free id; what any journal of the workspace has given counts as given, whatever the register says. */
  async function reserve(): Promise<Outcome<string>> {
    try {
      const ids = startFrom(await open());
      ids.skipTo(await numbersGiven(isSample));
      return succeed(ids.next());
    } catch (problem) {
      const why = problem instanceof Error ? problem.message : String(problem);
      const message = `The action register gives the action no number: ${why}`;
      return fail({ code: registerUnusable, message, hint: 'All else is saved. Mend or move the register.' });
    }
  }

  function startFrom(register: ActionRegister) {
    const ids = reserveIds(register, year, scenario.quarter);
    ids.skipTo(listNumbers(listLog(state().log)));
    return ids;
  }

  /** On opening too (`end_exercise`): what a crash kept from the register. */
  async function follow(command: string): Promise<void> {
    if (!touching.has(command)) return;
    try {
      const isNews = command === 'change_action_status';
      await changeRegister(workspace, isSample, tell, (register) =>
        registerExercise(register, exercise, state(), startFrom(register), isNews),
      );
    } catch (problem) {
      tell(
        `The action register could not be saved: ${problem instanceof Error ? problem.message : String(problem)} The exercise has everything; the register gets it with the next action.`,
      );
    }
  }
  return { reserve, follow };
}

export type RegisterOf = ReturnType<typeof createRegisterOf>;
