import { buildSetup, nothingBefore } from '#core/captures/build-setup.ts';
import type { Outcome } from '#core/outcome.ts';
import { type Pack, preparePack } from '#core/pack/pack.ts';
import { buildPackDocuments } from '#core/pack/pack-documents.ts';
import type { PackName } from '#core/pack/pack-names.ts';
import { buildDefaultPlan } from '#core/plan/default-plan.ts';
import type { Plan } from '#core/plan/plan.ts';
import { fillSamplePlan } from '#core/plan/sample-plan.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { selectSession } from '#core/scenario/select-session.ts';
import { tableIn } from '#services/scenario/read-table.ts';
import { need } from './open-muster.ts';
import { tellDocument } from './told.ts';

/** The sample plan of a script, its people and names filled in, with whatever a test changes in it. */
export function tryPack(scenario: Scenario, edit: (plan: Plan) => Plan = (plan) => plan): Outcome<Pack> {
  const plan = edit(fillSamplePlan(buildDefaultPlan('script', scenario, { zone: 'UTC' }), scenario));
  const { length_min: lengthMin, objectives } = plan.plan;
  const session = selectSession(scenario, { lengthMin, objectives, profile: plan.organisation.profile });
  const leftOut = session.ok ? [...session.leftOut] : [];
  const setup = buildSetup(plan, { exercise: 'pack', scenario, sha256: 'none', before: nothingBefore, leftOut });
  return preparePack(scenario, { setup, startsAt: plan.starts_at }, tableIn);
}

export function packOf(scenario: Scenario, edit?: (plan: Plan) => Plan): Pack {
  return need(tryPack(scenario, edit));
}

/** A paper as lines of plain text. */
export function tellPaper(pack: Pack, name: PackName): string {
  const found = buildPackDocuments(pack).find((paper) => paper.name === name);
  if (!found) throw new Error(`There is no paper ${name}.`);
  return tellDocument(found.document);
}
