import type { Organisation } from '../exercise/setup.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Plan } from './plan.ts';

type Known = {
  readonly organisation?: Organisation | undefined;
  /** The computer's own time zone. */
  readonly zone: string;
};

/** A plan nobody has touched yet: the script's own length, all objectives, nobody invited. Ready to start as it is. */
export function buildDefaultPlan(script: string, scenario: Scenario, { organisation, zone }: Known): Plan {
  return {
    script,
    starts_at: null,
    sample: false,
    organisation: organisation ?? {
      name: scenario.placeholders['org.name'] ?? 'Your organisation',
      time_zone: zone,
    },
    placeholders: {},
    plan: {
      seat: 'someone_else',
      length_min: scenario.standard_min ?? scenario.duration_min,
      objectives: scenario.objectives.map(({ id }) => id),
      storyline_start: scenario.storyline_start,
      tlp: 'TLP:AMBER+STRICT',
      runbooks: [],
    },
    participants: [],
  };
}
