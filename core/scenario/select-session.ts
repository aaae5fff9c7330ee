import type { Inject, Scenario } from './schema.ts';
import type { ProfileFlag } from './vocabulary.ts';
import { holdsFor } from './when.ts';

type LeftOut = { readonly inject: string; readonly because: 'length' | 'objective' | 'profile' };

export type SessionPlan = {
  /** Play minutes; the hot wash comes on top. Omitted: the whole script. */
  readonly lengthMin?: number | undefined;
  readonly objectives: readonly string[];
  readonly profile?: readonly ProfileFlag[] | undefined;
};

export type Session =
  | {
      readonly ok: true;
      readonly kept: readonly string[];
      readonly leftOut: readonly LeftOut[];
      readonly minutes: number;
    }
  | { readonly ok: false; readonly minimumMinutes: number; readonly droppable: readonly string[] };

/** Minutes an inject keeps in every session: the next one's `t` less its own; the last one runs to the end. Source: spec.md A.1. */
export function ownMinutes(scenario: Scenario): ReadonlyMap<string, number> {
  const { injects, duration_min } = scenario;
  return new Map(injects.map(({ id, t }, index) => [id, (injects[index + 1]?.t ?? duration_min) - t]));
}

/**
 * All musts, then shoulds in running order while they fit, then coulds; never squeezed. Where the musts do not fit,
 * the minimum, and the objectives of which dropping one is enough. Source: definitions.md, "Session".
 */
export function selectSession(scenario: Scenario, { lengthMin, objectives, profile }: SessionPlan): Session {
  const minutes = ownMinutes(scenario);
  const minutesOf = (injects: readonly Inject[]) => injects.reduce((sum, { id }) => sum + (minutes.get(id) ?? 0), 0);
  const applicable = scenario.injects.filter(({ when }) => holdsFor(when, profile));
  const wanted = applicable.filter((inject) => !servesOnlyDropped(scenario, inject, objectives));
  const musts = wanted.filter(({ priority }) => priority === 'must');
  const length = lengthMin ?? Number.POSITIVE_INFINITY;
  if (minutesOf(musts) > length) {
    const droppable = objectives.filter((dropped) => {
      const rest = objectives.filter((id) => id !== dropped);
      return minutesOf(musts.filter((inject) => !servesOnlyDropped(scenario, inject, rest))) <= length;
    });
    return { ok: false, minimumMinutes: minutesOf(musts), droppable };
  }
  const kept = new Set(musts);
  for (const priority of ['should', 'could'] as const) {
    for (const inject of wanted.filter((candidate) => candidate.priority === priority)) {
      if (minutesOf([...kept, inject]) <= length) kept.add(inject);
    }
  }
  const leftOut = scenario.injects
    .filter((inject) => !kept.has(inject))
    .map((inject): LeftOut => {
      const because = !applicable.includes(inject) ? 'profile' : wanted.includes(inject) ? 'length' : 'objective';
      return { inject: inject.id, because };
    });
  const inOrder = scenario.injects.filter((inject) => kept.has(inject));
  return { ok: true, kept: inOrder.map(({ id }) => id), leftOut, minutes: minutesOf(inOrder) };
}

/** A must that carries critical tasks, all of them of objectives that were dropped. */
function servesOnlyDropped(scenario: Scenario, inject: Inject, kept: readonly string[]): boolean {
  if (inject.priority !== 'must') return false;
  const served = listServedObjectives(scenario, inject);
  return served.length > 0 && !served.some((id) => kept.includes(id));
}

function listServedObjectives(scenario: Scenario, inject: Inject): readonly string[] {
  const carried = new Set([...inject.expect.map(({ id }) => id), ...(inject.decision ? [inject.decision.id] : [])]);
  return scenario.objectives
    .filter(({ critical_tasks }) => Object.values(critical_tasks).some((task) => carried.has(task)))
    .map(({ id }) => id);
}
