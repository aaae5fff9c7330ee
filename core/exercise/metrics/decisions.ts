import { netMinutesBetween } from '../clock.ts';
import { walkChain } from '../log.ts';
import { type ExerciseState, findFirst, hasStanding, listStandingOf } from '../state.ts';

/** Unrounded; `latencyMinutes` is null while undecided, which is never the same as 0. */
export type DecisionMeasure = {
  readonly id: string;
  readonly question: string;
  readonly owner: string;
  readonly targetMinutes: number;
  readonly openedExplicitly: boolean;
  readonly latencyMinutes: number | null;
  readonly openMinutes: number;
  readonly isOnTime: boolean;
  readonly revisions: number;
};

type Opened = {
  readonly id: string;
  readonly question: string;
  readonly owner: string;
  readonly target: number;
  readonly m: number;
};

/** Scripted decisions whose inject was released, then those opened live; `new` ones have no latency and are in no rate. */
export function measureDecisions(state: ExerciseState, endM: number): readonly DecisionMeasure[] {
  return [...listScripted(state), ...listImprovised(state)].map(({ id, question, owner, target, m }) => {
    const made = findFirst(state, `made:${id}`);
    const openMinutes = netMinutesBetween(state, m, made?.m ?? endM);
    return {
      id,
      question,
      owner,
      targetMinutes: target,
      openedExplicitly: hasStanding(state, `opened:${id}`),
      latencyMinutes: made ? openMinutes : null,
      openMinutes,
      isOnTime: made !== undefined && openMinutes <= target,
      revisions: [...walkChain(state.standing.get(`revised:${id}`))].length,
    };
  });
}

/** Opened by `open_decision`, else by the release of the inject that carries it. Source: spec.md B.7, "Decision latency". */
function listScripted(state: ExerciseState): readonly Opened[] {
  return state.scenario.injects.flatMap(({ id: inject, decision }) => {
    const released = decision && findFirst(state, `released:${inject}`);
    if (!released) return [];
    const opened = findFirst(state, `opened:${decision.id}`) ?? released;
    const { id, question, owner, target_min: target } = decision;
    return [{ id, question, owner, target, m: opened.m }];
  });
}

function listImprovised(state: ExerciseState): readonly Opened[] {
  const scripted = new Set(state.scenario.injects.flatMap(({ decision }) => decision?.id ?? []));
  const seen = new Set<string>();
  return listStandingOf(state, 'decision_opened').flatMap(
    ({ m, data: { decision: id, question, owner, target_min } }) => {
      if (scripted.has(id) || seen.has(id) || question === undefined || owner === undefined) return [];
      seen.add(id);
      return [{ id, question, owner, target: target_min ?? Number.POSITIVE_INFINITY, m }];
    },
  );
}
