import type { Setup } from '../exercise/setup.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Plan } from './plan.ts';
import { shiftWeeks } from './story-start.ts';

type Held = {
  readonly script: string;
  readonly scenario: Scenario;
  /** When the room met, in the organisation's time. */
  readonly startedAt: string;
};

/** As many as lie nearest to a year: the weekday stays. */
const weeksOfAYear = 52;

/**
 * The same quarter a year on: the same seats, people, length, organisation and names in the story, with the actions of this year to
 * test again. Which runbook versions are tested is not known yet; an objective that the script no longer has is left.
 */
export function planNextYear(
  { exercise, sample, organisation, placeholders, plan, participants }: Setup,
  { script, scenario, startedAt }: Held,
): Plan {
  const known = scenario.objectives.map(({ id }) => id);
  const kept = plan.objectives.filter((id) => known.includes(id));
  return {
    script,
    starts_at: shiftWeeks(startedAt, weeksOfAYear),
    sample,
    organisation,
    placeholders,
    plan: { ...plan, objectives: kept.length > 0 ? kept : known, runbooks: [], previous: exercise },
    participants,
  };
}
