import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareOut } from '../export/prepare-out.ts';
import { type Played, type PlayProblems, playExercise } from './play-exercise.ts';

const scenarios = join(dirname(fileURLToPath(import.meta.url)), '../../scenarios');
const stems = ['q1-data-breach', 'q2-ransomware', 'q3-insider-threat', 'q4-supply-chain'];
const year = '2026';
const marker = '.muster-demo';

export type Demo = { readonly out: string; readonly workspace: string; readonly played: readonly Played[] };

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
  const cleared = await clearEarlierDemo(out);
  if (cleared) return cleared;
  const workspace = join(out, 'workspace');
  const played: Played[] = [];
  for (const stem of stems) {
    const result = await playExercise({
      scenarioFile: join(scenarios, `${stem}.yaml`),
      capturesFile: join(scenarios, 'samples', `${stem}.captures.yaml`),
      workspace,
      out: join(out, `${year}-${stem}`),
      tell,
    });
    if ('problems' in result) return result;
    played.push(result);
  }
  return { out, workspace, played };
}

/** A marker names what a demo wrote; a folder of the same name without it belongs to somebody else. */
async function clearEarlierDemo(out: string): Promise<PlayProblems | null> {
  const outputs = ['workspace', ...stems.map((stem) => `${year}-${stem}`)];
  const isOurs = (await readFile(join(out, marker), 'utf8').catch(() => null)) !== null;
  const there = (await readdir(out)).filter((name) => outputs.includes(name));
  if (there.length > 0 && !isOurs) {
    return {
      problems: [
        `The folder ${out} holds ${there.join(', ')}, which no demo wrote. Nothing was written; choose another folder with --out DIR.`,
      ],
    };
  }
  for (const name of there) await rm(join(out, name), { recursive: true });
  await writeFile(join(out, marker), `${outputs.join('\n')}\n`);
  return null;
}
