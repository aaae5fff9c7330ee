import { describe, expect, it } from 'vitest';
import type { Setup } from '#core/exercise/setup.ts';
import { planNextYear } from '#core/plan/next-year-plan.ts';
import { planSchema } from '#core/plan/plan.ts';
import { readQuarter } from '../../support/quarter-scripts.ts';

const scenario = await readQuarter('q1-data-breach');
const setup: Setup = {
  exercise: '2026-q1-data-breach',
  sample: false,
  scenario: { id: scenario.id, version: scenario.version, sha256: '0'.repeat(64) },
  organisation: { name: 'Brackwater', time_zone: 'Europe/Berlin', profile: ['controller'] },
  placeholders: { 'press.outlet': 'Tageblatt' },
  plan: {
    seat: 'colleague',
    length_min: 90,
    objectives: ['O1', 'O2', 'gone'],
    storyline_start: scenario.storyline_start,
    tlp: 'TLP:AMBER',
    evaluator: 'Samir Reyes',
    runbooks: [{ id: 'RB-04', version: '1.0' }],
    previous: '2025-q4-supply-chain',
  },
  participants: [{ name: 'Tomás Brandt', role: 'IC', function: 'Operations' }],
  left_out: [],
  previous_actions: [],
};
const about = { script: 'q1-data-breach', scenario };

describe('Next year’s plan of a quarter', () => {
  it('keeps seats, people, length, organisation and names, and tests this year’s actions again', () => {
    const plan = planNextYear(setup, { ...about, startedAt: '2026-03-17T10:00' });
    expect(planSchema.parse(plan)).toEqual({
      script: 'q1-data-breach',
      starts_at: '2027-03-16T10:00',
      sample: false,
      organisation: setup.organisation,
      placeholders: setup.placeholders,
      plan: {
        seat: 'colleague',
        length_min: 90,
        objectives: ['O1', 'O2'],
        storyline_start: scenario.storyline_start,
        tlp: 'TLP:AMBER',
        evaluator: 'Samir Reyes',
        runbooks: [],
        previous: '2026-q1-data-breach',
      },
      participants: setup.participants,
    });
  });

  it.each([
    ['2026-03-17T10:00', '2027-03-16T10:00'],
    ['2027-12-31T16:30', '2028-12-29T16:30'],
    ['2028-02-29T09:00', '2029-02-27T09:00'],
  ])('has the same weekday and time of day: %s, then %s', (startedAt, next) => {
    expect(planNextYear(setup, { ...about, startedAt }).starts_at).toBe(next);
  });

  it('takes every objective of a script that has none of the old ones', () => {
    const replaced = { ...setup, plan: { ...setup.plan, objectives: ['gone'] } };
    const { objectives } = planNextYear(replaced, { ...about, startedAt: '2026-03-17T10:00' }).plan;
    expect(objectives).toEqual(scenario.objectives.map(({ id }) => id));
  });
});
