import { listFollowOns } from '../clocks/legal-clocks.ts';
import type { Scenario } from './schema.ts';

/** What starts a clock: the release of an inject, or a decision that an inject carries (`decision` set). */
export type ClockTrigger = { readonly inject: string; readonly decision: string | null };

export function listClockTriggers(scenario: Scenario, clock: string): readonly ClockTrigger[] {
  const byRelease = [...scenario.injects, ...scenario.contingency]
    .filter(({ clock_trigger }) => clock_trigger.includes(clock))
    .map(({ id }) => ({ inject: id, decision: null }));
  const byDecision = scenario.injects.flatMap(({ id, decision }) =>
    decision?.clock_trigger.includes(clock) ? [{ inject: id, decision: decision.id }] : [],
  );
  return [...byRelease, ...byDecision];
}

/** Every clock the script names, in its list or as a trigger, and those that follow when one of them is filed. */
export function listClocks(scenario: Scenario): readonly string[] {
  const triggered = [...scenario.injects, ...scenario.contingency].flatMap(({ clock_trigger }) => clock_trigger);
  const decided = scenario.injects.flatMap(({ decision }) => decision?.clock_trigger ?? []);
  const clocks = new Set([...scenario.clocks, ...triggered, ...decided]);
  for (const clock of clocks) for (const { id } of listFollowOns(clock)) clocks.add(id); // a set also walks what is added meanwhile
  return [...clocks];
}
