import { beforeAll, describe, expect, it } from 'vitest';
import { buildDefaultPlan } from '#core/plan/default-plan.ts';
import { listObjectiveScope } from '#core/plan/objective-scope.ts';
import type { Plan } from '#core/plan/plan.ts';
import { listLengthChoices, summariseSession, withoutObjective } from '#core/plan/session-summary.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { readQuarter } from '../../support/quarter-scripts.ts';

describe('A session of Cold Restore', () => {
  let scenario: Scenario;
  let plan: Plan;
  const ofLength = (length_min: number): Plan => ({ ...plan, plan: { ...plan.plan, length_min } });
  beforeAll(async () => {
    scenario = await readQuarter('q2-ransomware');
    plan = buildDefaultPlan('q2-ransomware', scenario, { zone: 'UTC' });
  });

  it('of 105 minutes keeps ten musts and says what four more minutes bring back', () => {
    const { kept, of, minutes, bars, more, leftOut } = summariseSession(scenario, ofLength(105));
    expect({ kept, of, minutes }).toEqual({ kept: 10, of: 15, minutes: 100 });
    expect(bars.map(({ priority, kept: held }) => [priority, held])).toEqual([
      ['must', 10],
      ['should', 0],
      ['could', 0],
    ]);
    expect(more).toEqual({ minutes: 4, title: 'Endpoint sensors fall silent' });
    expect(leftOut).toHaveLength(5);
    expect(leftOut.every(({ because }) => because === 'length')).toBe(true);
  });

  it('of 90 minutes is too short, and names what would make it fit', () => {
    const { tooShort, more } = summariseSession(scenario, ofLength(90));
    expect(tooShort?.minimum).toBe(100);
    expect(tooShort?.droppable.length).toBeGreaterThan(0);
    expect(more).toBeNull();
    for (const { objective, minimum } of tooShort?.droppable ?? []) {
      expect(minimum).toBeLessThanOrEqual(90);
      expect(summariseSession(scenario, withoutObjective(ofLength(minimum), objective)).tooShort).toBeNull();
    }
  });

  it('longer than the script keeps all of it', () => {
    const { kept, leftOut, more } = summariseSession(scenario, ofLength(600));
    expect({ kept, leftOut, more }).toEqual({ kept: 15, leftOut: [], more: null });
  });

  it('of 60 minutes offers no objective to leave out, since none alone is enough', () => {
    expect(summariseSession(scenario, ofLength(60)).tooShort).toEqual({ minimum: 100, droppable: [] });
  });

  it('offers only the lengths into which the musts fit, each with the injects it keeps', () => {
    expect(listLengthChoices(scenario, plan)).toEqual([
      { minutes: 105, injects: 10 },
      { minutes: 180, injects: 15 },
    ]);
  });

  it('tells for each objective its tasks and the injects that go with it', () => {
    const rows = listObjectiveScope(scenario, ofLength(105));
    expect(rows.map(({ objective, tasks, of }) => [objective.id, tasks === of])).toEqual(
      scenario.objectives.map(({ id }) => [id, true]),
    );
    const channel = rows.find(({ objective }) => objective.id === 'O3');
    expect(channel?.goesWithIt).toEqual(['Someone else is in the channel']);
    const without = listObjectiveScope(scenario, withoutObjective(ofLength(105), 'O3'));
    expect(without.find(({ objective }) => objective.id === 'O3')).toMatchObject({
      isInScope: false,
      tasks: 0,
      goesWithIt: ['Someone else is in the channel'],
    });
  });
});
