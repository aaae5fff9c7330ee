import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { readExercise } from '../exercise/open-exercise.ts';
import { playExercise } from '../exercise/play-exercise.ts';
import { shelveSampleRunbooks } from '../runbooks/sample-runbooks.ts';
import { listExercises, type Workspace } from '../saving/workspace.ts';
import { sampleCaptures, sampleScript } from './library.ts';

/** The finished sample of a script: the one that is there, else played now from the bundled captures. */
export async function openSample(
  workspace: Workspace,
  script: string,
  scenario: string,
  tell: (notice: string) => void,
): Promise<Outcome<string>> {
  for (const exercise of await listExercises(workspace)) {
    const read = await readExercise(workspace.folder, exercise);
    const setup = read.ok && read.value.damage.length === 0 ? read.value.state.setup : null;
    const isEnded = read.ok && (read.value.state.phase === 'ended' || read.value.state.phase === 'final');
    if (setup?.sample && isEnded && setup.scenario.id === scenario) return succeed(exercise);
  }
  const out = await mkdtemp(join(tmpdir(), 'muster-sample-'));
  try {
    await shelveSampleRunbooks(workspace, tell);
    const played = await playExercise({
      scenarioFile: sampleScript(script),
      capturesFile: sampleCaptures(script),
      workspace: workspace.folder,
      out,
      isHeld: true,
      tell,
    });
    if ('exercise' in played) return succeed(played.exercise);
    const hint = 'Choose another sample, or start one of your own.';
    return fail({ code: 'no_sample', message: `The sample could not be made: ${played.problems.join(' ')}`, hint });
  } finally {
    await rm(out, { recursive: true, force: true }); // its documents are written again where the user wants them
  }
}
