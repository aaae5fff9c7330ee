import { measureReadiness } from '#core/scorecard/measure-readiness.ts';
import type { Readiness } from '#core/scorecard/snapshot.ts';
import { readActions } from '../registers/action-register.ts';
import { gatherRegister } from '../registers/gather-register.ts';
import { readWorkspace } from '../saving/workspace.ts';

/**
 * What the exercises of a workspace say at the end of a day, for whoever does not hold it: nothing there is touched. null where there is
 * no workspace, or its register cannot be read; `tell` says so of the second.
 */
export async function readReadiness(
  { workspace: path, isSample }: { readonly workspace: string; readonly isSample: boolean },
  asOf: string,
  tell: (notice: string) => void,
): Promise<Readiness | null> {
  const read = await readWorkspace(path);
  if (!read.ok) return null;
  const { workspace } = read.value;
  try {
    const registered = await readActions(workspace, isSample);
    const { actions, held, notices } = await gatherRegister({ workspace, isSample, registered });
    for (const notice of notices) tell(notice);
    return measureReadiness({ held: held.filter(({ isOver }) => isOver), actions, asOf });
  } catch (problem) {
    tell(`Exercise readiness cannot be told: ${problem instanceof Error ? problem.message : String(problem)}.`);
    return null;
  }
}
