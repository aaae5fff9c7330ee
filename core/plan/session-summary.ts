import type { Inject, Scenario } from '../scenario/schema.ts';
import { ownMinutes, selectSession } from '../scenario/select-session.ts';
import { priorities } from '../scenario/vocabulary.ts';
import type { Plan } from './plan.ts';

type Asked = Pick<Plan, 'plan' | 'organisation'>;
export type Segment = {
  readonly inject: string;
  readonly title: string;
  readonly minutes: number;
  readonly isKept: boolean;
};
export type PriorityBar = {
  readonly priority: Inject['priority'];
  readonly segments: readonly Segment[];
  readonly kept: number;
  readonly minutes: number;
};
export type SessionSummary = {
  readonly bars: readonly PriorityBar[];
  readonly kept: number;
  readonly of: number;
  readonly minutes: number;
  readonly leftOut: readonly { readonly title: string; readonly because: 'length' | 'objective' | 'profile' }[];
  /** The smallest addition that brings something back; null when nothing more can come. */
  readonly more: { readonly minutes: number; readonly title: string } | null;
  /** What the musts need, and which objectives to drop so that they fit; null while they do. */
  readonly tooShort: {
    readonly minimum: number;
    readonly droppable: readonly { readonly objective: string; readonly minimum: number }[];
  } | null;
};

const offered = [60, 90, 105, 180] as const;

/** What a session of this length plays: the injects it keeps, by priority, and what it leaves out. */
export function summariseSession(scenario: Scenario, asked: Asked): SessionSummary {
  const session = sessionOf(scenario, asked);
  const kept = new Set(session.ok ? session.kept : listMusts(scenario, asked));
  const minutes = ownMinutes(scenario);
  const titles = new Map(scenario.injects.map(({ id, title }) => [id, title]));
  const bars = priorities.map((priority): PriorityBar => {
    const segments = scenario.injects
      .filter((inject) => inject.priority === priority)
      .map(({ id, title }) => ({ inject: id, title, minutes: minutes.get(id) ?? 0, isKept: kept.has(id) }));
    const keeps = segments.filter(({ isKept }) => isKept);
    return { priority, segments, kept: keeps.length, minutes: sum(keeps) };
  });
  return {
    bars,
    kept: kept.size,
    of: scenario.injects.length,
    minutes: bars.reduce((total, bar) => total + bar.minutes, 0),
    leftOut: session.ok
      ? session.leftOut.map(({ inject, because }) => ({ title: titles.get(inject) ?? inject, because }))
      : [],
    more: session.ok ? findMore(scenario, asked, kept, titles) : null,
    tooShort: session.ok
      ? null
      : {
          minimum: session.minimumMinutes,
          droppable: session.droppable.map((objective) => ({
            objective,
            minimum: minimumOf(scenario, withoutObjective(asked, objective)),
          })),
        },
  };
}

/** The lengths offered, each with how many injects it keeps: only those into which the musts fit. */
export function listLengthChoices(scenario: Scenario, asked: Asked) {
  return offered.flatMap((minutes) => {
    const session = sessionOf(scenario, withLength(asked, minutes));
    return session.ok ? [{ minutes, injects: session.kept.length }] : [];
  });
}

/** Ids of the injects that are played; the musts where not even they fit. */
export function listPlayed(scenario: Scenario, asked: Asked): readonly string[] {
  const session = sessionOf(scenario, asked);
  return session.ok ? session.kept : listMusts(scenario, asked);
}

export function withoutObjective<Given extends Asked>(asked: Given, objective: string): Given {
  const objectives = asked.plan.objectives.filter((id) => id !== objective);
  return { ...asked, plan: { ...asked.plan, objectives } };
}

/** Minutes the musts of these objectives need. */
export function minimumOf(scenario: Scenario, asked: Asked): number {
  const session = sessionOf(scenario, withLength(asked, 0));
  return session.ok ? 0 : session.minimumMinutes;
}

function findMore(
  scenario: Scenario,
  asked: Asked,
  kept: ReadonlySet<string>,
  titles: ReadonlyMap<string, string>,
): SessionSummary['more'] {
  const from = asked.plan.length_min;
  for (let length = from + 1; length <= scenario.duration_min; length += 1) {
    const longer = sessionOf(scenario, withLength(asked, length));
    const gained = longer.ok ? longer.kept.find((id) => !kept.has(id)) : undefined;
    if (gained !== undefined) return { minutes: length - from, title: titles.get(gained) ?? gained };
  }
  return null;
}

function listMusts(scenario: Scenario, asked: Asked): readonly string[] {
  const musts = new Set(scenario.injects.filter(({ priority }) => priority === 'must').map(({ id }) => id));
  const whole = sessionOf(scenario, withLength(asked, Number.POSITIVE_INFINITY));
  return whole.ok ? whole.kept.filter((id) => musts.has(id)) : [];
}

function sessionOf(scenario: Scenario, { plan, organisation }: Asked) {
  const { length_min: lengthMin, objectives } = plan;
  return selectSession(scenario, { lengthMin, objectives, profile: organisation.profile });
}

function withLength(asked: Asked, length_min: number): Asked {
  return { ...asked, plan: { ...asked.plan, length_min } };
}

function sum(segments: readonly Segment[]): number {
  return segments.reduce((total, { minutes }) => total + minutes, 0);
}
