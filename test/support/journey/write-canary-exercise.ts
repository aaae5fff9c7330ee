import { hash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { initialState } from '#core/exercise/state.ts';
import { openSession } from '#services/exercise/exercise-session.ts';
import { openJournal } from '#services/saving/journal.ts';
import { canaryCommands, canaryScenario } from '../canary.ts';
import { makePng } from '../make-png.ts';
import { newWorkspace } from '../open-muster.ts';

export const canaryExercise = '2026-canary';

/** Attached to every inject, as a file. */
const picture = makePng({ width: 40, height: 20 });

/** An exercise on the disk, just started, in which every text says who may read it. */
export async function writeCanaryExercise(): Promise<string> {
  const workspace = await newWorkspace();
  const folder = join(workspace, 'exercises', canaryExercise);
  const script = JSON.stringify(canaryScenario, null, 1);
  const scriptSha256 = hash('sha256', script);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'script.yaml'), script);
  await mkdir(join(folder, 'attachments'));
  for (const at of canaryScenario.injects.keys())
    await writeFile(join(folder, 'attachments', `${at + 1}-2.png`), picture);
  const { journal } = await openJournal({ folder, exercise: canaryExercise, scriptSha256 });
  const session = openSession({ state: initialState(canaryScenario), journal, run: 'canary', tell: () => {} });
  const [start] = canaryCommands;
  if (start?.type !== 'start_exercise') throw new Error('The canary begins with its start.');
  const { setup } = start;
  const command = {
    ...start,
    setup: { ...setup, exercise: canaryExercise, scenario: { ...setup.scenario, sha256: scriptSha256 } },
  };
  const answer = await session.give(command, { t: new Date().toISOString(), m: 0 });
  await journal.close();
  if (!answer.ok) throw new Error(answer.problem.message);
  return workspace;
}
