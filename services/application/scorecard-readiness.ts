import { measureReadiness } from '#core/scorecard/measure-readiness.ts';
import type { Readiness } from '#core/scorecard/snapshot.ts';
import { openActionRegister } from '../registers/action-register.ts';
import { gatherRegister } from '../registers/gather-register.ts';
import type { Workspace } from '../saving/workspace.ts';
import type { OpenExercises } from './open-exercises.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly exercises: OpenExercises;
  readonly tellText: (text: string) => void;
};

/** From the exercises of this workspace, without its samples; null where the register of actions cannot be read. */
export function createReadiness({ workspace, exercises, tellText }: Needs) {
  return async (asOf: string): Promise<Readiness | null> => {
    const register = await openActionRegister(workspace, false, tellText).catch(() => null); // its own screen says why
    if (register === null) return null;
    const stateOf = (exercise: string) => {
      const open = exercises.live.get(exercise);
      return open?.readOnly() === null ? open.state() : null;
    };
    const registered = register.get().actions;
    const { actions, held } = await gatherRegister({ workspace, isSample: false, registered, stateOf });
    return measureReadiness({ held: held.filter(({ isOver }) => isOver), actions, asOf });
  };
}
