import { nothingBefore } from '#core/captures/build-setup.ts';
import { type Planned, settlePlan } from '#core/captures/settle-plan.ts';
import { localTimeOf } from '#core/local-time.ts';
import { type Pack, preparePack } from '#core/pack/pack.ts';
import { buildDefaultPlan } from '#core/plan/default-plan.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { readSavedPlan } from '../application/plans.ts';
import { readMaterial } from '../exercise/rehearse-play.ts';
import { ownZone } from '../own-zone.ts';
import { readActionsOf } from '../registers/action-register.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import { describeWorkspace } from '../saving/workspace.ts';
import { formatDiagnostic, loadScenario } from '../scenario/load-scenario.ts';
import { tableIn } from '../scenario/read-table.ts';

type Asked = {
  readonly scenarioFile: string;
  /** Its plan, organisation, names and people; null where the workspace's own plan counts. */
  readonly capturesFile: string | null;
  readonly workspace: string;
};
type Problems = { readonly problems: readonly string[] };
type Material = {
  readonly plan: Planned;
  readonly startsAt: string | null;
  readonly planFrom: 'captures' | 'workspace' | 'default';
  readonly loaded: { readonly scenario: Scenario; readonly sha256: string };
};

export type ReadPack = Pick<Material, 'planFrom'> & { readonly pack: Pack };

/**
 * What goes on paper, or every problem as a line. The workspace is only looked at, so that this may be asked while another
 * Muster works in it.
 */
export async function readPack(asked: Asked): Promise<ReadPack | Problems> {
  try {
    return await readAll(asked);
  } catch (problem) {
    return { problems: [`No pack was made. ${explainFailure(problem)}.`] };
  }
}

async function readAll(asked: Asked): Promise<ReadPack | Problems> {
  const material =
    asked.capturesFile === null ? await fromWorkspace(asked) : await fromCaptures(asked, asked.capturesFile);
  if ('problems' in material) return material;
  const { plan, startsAt, loaded, planFrom } = material;
  const { previous } = plan.plan;
  const workspace = describeWorkspace(asked.workspace);
  const actions = previous === undefined ? [] : await readActionsOf(workspace, plan.sample, previous);
  const setup = settlePlan({ exercise: 'printed-pack', plan, loaded, before: { ...nothingBefore, actions } });
  const pack = setup.ok ? preparePack(loaded.scenario, { setup: setup.value, startsAt }, tableIn) : setup;
  if (!pack.ok) return { problems: [`${pack.problem.message} ${pack.problem.hint}`] };
  return { pack: pack.value, planFrom };
}

/** The plan saved for the script, else one with every default. */
async function fromWorkspace({ scenarioFile, workspace }: Asked): Promise<Material | Problems> {
  const { scenario, diagnostics, sha256, stem } = await loadScenario(scenarioFile);
  if (!scenario) return { problems: diagnostics.filter(({ level }) => level === 'error').map(formatDiagnostic) };
  const saved = await readSavedPlan(describeWorkspace(workspace), stem);
  const plan = saved ?? buildDefaultPlan(stem, scenario, { zone: ownZone() });
  const planFrom = saved ? 'workspace' : 'default';
  return { plan, startsAt: plan.starts_at, planFrom, loaded: { scenario, sha256 } };
}

async function fromCaptures({ scenarioFile }: Asked, capturesFile: string): Promise<Material | Problems> {
  const read = await readMaterial({ scenarioFile, capturesFile });
  if ('problems' in read) return read;
  const { file, scenario, loaded } = read;
  const startsAt = localTimeOf(file.started, file.organisation?.time_zone ?? 'UTC').slice(0, 16);
  return { plan: file, startsAt, planFrom: 'captures', loaded: { scenario, sha256: loaded.sha256 } };
}
