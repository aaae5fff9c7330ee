import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSetup, nothingBefore } from '#core/captures/build-setup.ts';
import { parseCaptures } from '#core/captures/parse-captures.ts';
import { playCaptures } from '#core/captures/play-captures.ts';
import type { PreviousAction } from '#core/exercise/setup.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { loadScenario } from '#services/scenario/load-scenario.ts';
import { readYaml } from '#services/scenario/read-yaml.ts';

const scenarios = join(import.meta.dirname, '../../../scenarios');

/** What a test changes in the file before it is played; every entry is one line. */
export type Edit = (text: string) => string;

/** A bundled sample exercise, played in memory; the actions its review speaks of are those of the exercise before it. */
export async function playSample(stem: string, edit: Edit = (text) => text): Promise<ExerciseState> {
  const { scenario } = await loadScenario(join(scenarios, `${stem}.yaml`));
  const text = edit(await readFile(join(scenarios, 'samples', `${stem}.captures.yaml`), 'utf8'));
  const { file, problems } = parseCaptures(readYaml(Buffer.from(text)).value);
  if (!scenario || !file) throw new Error(`${stem}: ${JSON.stringify(problems)}`);
  const setup = buildSetup(file, {
    exercise: `2026-${stem}`,
    scenario,
    sha256: 'none',
    before: { ...nothingBefore, actions: listPrevious(text) },
    leftOut: [],
  });
  let given = 0;
  const reserveActionId = () => `AI-2026-${++given}`;
  const played = playCaptures({ file, scenario, setup, run: 'test', reserveActionId });
  if ('problem' in played) throw new Error(`${played.problem.path.join('.')}: ${played.problem.message}`);
  return played.play.state;
}

function listPrevious(text: string): readonly PreviousAction[] {
  const ids = new Set([...text.matchAll(/"(2026-q\d-[a-z-]+\/AI-\d+)"/g)].map(([, id]) => String(id)));
  return [...ids].map((id, at) => ({
    id,
    register_id: `AI-2026-B${at + 1}`,
    title: `What was agreed as ${id}`,
    owner_name: 'Jonas Weber',
    status: 'open',
  }));
}
