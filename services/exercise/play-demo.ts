import { readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import type { Problem } from '#core/outcome.ts';
import { prepareOut } from '../export/prepare-out.ts';
import { ownFile } from '../own-files.ts';
import { shelveSampleRunbooks } from '../runbooks/sample-runbooks.ts';
import { readPlainFile } from '../saving/files.ts';
import { describeWorkspace, makeWorkspace } from '../saving/workspace.ts';
import { lockWorkspace } from '../saving/workspace-lock.ts';
import { type Played, playExercise } from './play-exercise.ts';
import type { PlayProblems } from './rehearse-play.ts';
import { sampleScorecard, writeSampleScorecard } from './sample-scorecard.ts';
import { listForeign } from './survey-demo.ts';

const scenarios = ownFile('scenarios');
const stems = ['q1-data-breach', 'q2-ransomware', 'q3-insider-threat', 'q4-supply-chain'];
const year = '2026';
const exercises = stems.map((stem) => `${year}-${stem}`);
const held = 'workspace';
const outputs = [held, sampleScorecard, ...exercises];
/** As many as a message takes. */
const named = 5;
const marker = '.muster-demo';

export type Demo = {
  readonly out: string;
  readonly workspace: string;
  readonly played: readonly Played[];
  readonly scorecard: readonly string[];
};

/** Replaces what an earlier demo wrote into the folder, and nothing else; never touches the default workspace. */
export async function playDemo(outPath: string, tell: (notice: string) => void): Promise<Demo | PlayProblems> {
  const out = resolve(outPath);
  const samples = await readdir(join(scenarios, 'samples')).catch((): string[] => []);
  const missing = stems.filter((stem) => !samples.includes(`${stem}.captures.yaml`));
  if (missing.length > 0) {
    return {
      problems: [
        `This version has no sample captures for ${missing.join(', ')}. Nothing was written; muster play runs captures of your own.`,
      ],
    };
  }
  const outProblem = await prepareOut(out);
  if (outProblem !== null) return { problems: [outProblem] };
  const refused = await refuseForeign(out);
  if (refused) return refused;
  const workspace = join(out, held);
  const made = await makeWorkspace(workspace);
  if (!made.ok) return tellProblem(made.problem);
  const lock = await lockWorkspace(workspace, 'demo');
  if (!lock.ok) return tellProblem(lock.problem);
  try {
    return (await clearEarlierDemo(out)) ?? (await playAll(out, workspace, tell));
  } finally {
    await lock.value.release();
  }
}

/** One after the other: each re-tests the actions of the one before. */
async function playAll(out: string, workspace: string, tell: (notice: string) => void): Promise<Demo | PlayProblems> {
  await shelveSampleRunbooks(describeWorkspace(workspace), tell);
  const played: Played[] = [];
  for (const stem of stems) {
    const result = await playExercise({
      scenarioFile: join(scenarios, `${stem}.yaml`),
      capturesFile: join(scenarios, 'samples', `${stem}.captures.yaml`),
      workspace,
      out: join(out, `${year}-${stem}`),
      isHeld: true,
      tell,
    });
    if ('problems' in result) return result;
    played.push(result);
  }
  const scorecard = await writeSampleScorecard(scenarios, workspace, out);
  return scorecard.ok ? { out, workspace, played, scorecard: scorecard.value } : tellProblem(scorecard.problem);
}

/** A marker says that a demo wrote here; without it the folders belong to somebody else, and so does what no demo writes. */
async function refuseForeign(out: string): Promise<PlayProblems | null> {
  const isOurs = (await readPlainFile(join(out, marker))) !== null;
  const foreign = isOurs ? await listForeign(out, exercises) : await listOutputs(out);
  if (foreign.length === 0) return null;
  const more = foreign.length > named ? ` and ${foreign.length - named} more` : '';
  const what = `${foreign.slice(0, named).join(', ')}${more}`;
  return {
    problems: [
      `The folder ${out} holds ${what}, which no demo wrote. Nothing was deleted and nothing was written; move it away, or choose another folder with --out DIR.`,
    ],
  };
}

async function listOutputs(out: string): Promise<readonly string[]> {
  return (await readdir(out)).filter((name) => outputs.includes(name));
}

/** Looked at once more, now that nobody else can write into the workspace. */
async function clearEarlierDemo(out: string): Promise<PlayProblems | null> {
  await writeFile(join(out, marker), `${outputs.join('\n')}\n`);
  const refused = await refuseForeign(out);
  if (refused) return refused;
  for (const name of await listOutputs(out)) await (name === held ? empty(join(out, name)) : remove(join(out, name)));
  return null;
}

/** The folder itself stays: it is what is held. */
async function empty(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await remove(join(folder, name));
}

const remove = (path: string) => rm(path, { recursive: true });

function tellProblem({ message, hint }: Problem): PlayProblems {
  return { problems: [`${message} ${hint}`] };
}
