import type { ExerciseState } from '#core/exercise/state.ts';
import { listStandingOf } from '#core/exercise/state.ts';
import { noOriginals, type Original, type Originals } from '#core/runbooks/original.ts';
import { newestOf, type Runbook, type RunbookRegister } from '#core/runbooks/register.ts';
import { readRunbookRegister } from '../registers/runbook-register.ts';
import type { Workspace } from '../saving/workspace.ts';
import { readVersion } from './runbook-files.ts';

export type LoadedOriginals = { readonly originals: Originals; readonly notices: readonly string[] };

/** The runbooks an exercise proposes changes to, as the register holds the versions that were tested. */
export async function loadOriginals(workspace: Workspace, state: ExerciseState): Promise<LoadedOriginals> {
  const asked = new Set(listStandingOf(state, 'runbook_change_proposed').map(({ data }) => data.runbook));
  if (asked.size === 0) return { originals: noOriginals, notices: [] };
  return loadRegistered(workspace, state, asked);
}

/** All of the register, or those. What cannot be read is left out and told: documents come out without it. */
export async function loadRegistered(
  workspace: Workspace,
  state: ExerciseState,
  asked?: ReadonlySet<string>,
): Promise<LoadedOriginals> {
  const isSample = state.setup?.sample ?? false;
  let register: RunbookRegister;
  try {
    register = await readRunbookRegister(workspace, isSample);
  } catch (problem) {
    return { originals: noOriginals, notices: [tell(problem)] };
  }
  const originals = new Map<string, Original>();
  const notices: string[] = [];
  for (const runbook of register.runbooks.filter(({ id }) => asked?.has(id) ?? true)) {
    try {
      const original = await loadOriginal(workspace, isSample, runbook, testedVersion(state, runbook));
      if (original) originals.set(runbook.id, original);
    } catch (problem) {
      notices.push(tell(problem));
    }
  }
  return { originals, notices };
}

/** Where the plan names none, the one in force when the exercise started. */
function testedVersion({ setup, log }: ExerciseState, { id, versions }: Runbook): string | undefined {
  const planned = setup?.plan.runbooks.find((book) => book.id === id)?.version;
  const started = log.items[0]?.t ?? '';
  return planned ?? versions.findLast(({ added_at }) => added_at <= started)?.version ?? versions[0]?.version;
}

async function loadOriginal(
  workspace: Workspace,
  isSample: boolean,
  runbook: Runbook,
  tested: string | undefined,
): Promise<Original | null> {
  const version = runbook.versions.find((held) => held.version === tested);
  if (!version) return null;
  const { kind, text, steps } = await readVersion(workspace, isSample, runbook, version);
  const newest = newestOf(runbook);
  const newer =
    newest.version === version.version
      ? null
      : { version: newest.version, steps: (await readVersion(workspace, isSample, runbook, newest)).steps };
  return { id: runbook.id, version: version.version, kind, text, steps, newer };
}

function tell(problem: unknown): string {
  const why = problem instanceof Error ? problem.message : String(problem);
  return `${why} The documents show the old text as it was written in the exercise.`;
}
