import { describe, expect, it } from 'vitest';
import { findPlanProblem } from '#core/exercise/decide/plan-problem.ts';
import { buildDefaultPlan } from '#core/plan/default-plan.ts';
import { type Plan, planSchema } from '#core/plan/plan.ts';
import { fillSamplePlan } from '#core/plan/sample-plan.ts';
import { roles } from '#core/scenario/vocabulary.ts';
import { quarterScripts, readQuarter } from '../../support/quarter-scripts.ts';

function setupOf(plan: Plan, scenario: { readonly id: string; readonly version: string }) {
  const { script: exercise, sample, organisation, placeholders, participants } = plan;
  const version = { id: scenario.id, version: scenario.version, sha256: 'x' };
  return {
    ...{ exercise, sample, organisation, placeholders, participants, plan: plan.plan, scenario: version },
    ...{ left_out: [], previous_actions: [] },
  };
}

describe.each(quarterScripts)('A plan for %s', (script) => {
  it('can be saved and started before anybody touched it', async () => {
    const scenario = await readQuarter(script);
    const plan = buildDefaultPlan(script, scenario, { zone: 'UTC' });
    expect(planSchema.parse(plan)).toEqual(plan);
    expect(findPlanProblem(scenario, setupOf(plan, scenario))).toBeNull();
  });

  it('takes over the organisation that is known', async () => {
    const organisation = { name: 'Fährwerk GmbH', time_zone: 'Europe/Vienna' };
    const known = { organisation, zone: 'Pacific/Auckland' };
    expect(buildDefaultPlan(script, await readQuarter(script), known).organisation).toEqual(organisation);
  });

  it('stands in the time zone of the computer until somebody says otherwise', async () => {
    const { organisation } = buildDefaultPlan(script, await readQuarter(script), { zone: 'Pacific/Auckland' });
    expect(organisation.time_zone).toBe('Pacific/Auckland');
  });

  it('filled with a sample has somebody in every role and can be started', async () => {
    const scenario = await readQuarter(script);
    const plan = fillSamplePlan(buildDefaultPlan(script, scenario, { zone: 'UTC' }), scenario);
    expect(planSchema.parse(plan)).toEqual(plan);
    expect(plan.sample).toBe(true);
    expect(new Set(plan.participants.map(({ role }) => role))).toEqual(new Set(roles));
    expect(findPlanProblem(scenario, setupOf(plan, scenario))).toBeNull();
  });
});
