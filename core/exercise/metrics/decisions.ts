import { netMinutesBetween } from '../clock.ts';
import { walkChain } from '../log.ts';
import { type ExerciseState, findFirst, hasStanding, listStandingOf } from '../state.ts';

/** Unrounded; `latencyMinutes` is null while undecided, which is never the same as 0, and where it would be negative; then `note` says so. */
export type DecisionMeasure = {
  readonly id: string;
  readonly question: string;
  readonly owner: string;
  readonly targetMinutes: number;
  readonly openedExplicitly: boolean;
  readonly isDecided: boolean;
  readonly latencyMinutes: number | null;
  readonly openMinutes: number;
  readonly isOnTime: boolean;
  readonly revisions: number;
  readonly note: string | null;
};

type Opened = {
  readonly id: string;
  readonly question: string;
  readonly owner: string;
  readonly target: number;
  /** `m` of the opening, and of the release where the script knows it. */
  readonly openedM: number;
  readonly releasedM: number | null;
};

/** Scripted decisions whose inject was released, then those opened live; `new` ones have no latency and are in no rate. */
export function measureDecisions(state: ExerciseState, endM: number): readonly DecisionMeasure[] {
  return [...listScripted(state), ...listImprovised(state)].map((opened) => measureDecision(state, opened, endM));
}

function measureDecision(state: ExerciseState, opened: Opened, endM: number): DecisionMeasure {
  const { id, question, owner, target } = opened;
  const made = findFirst(state, `made:${id}`);
  const from = made ? findStart(opened, made.m) : opened.openedM;
  const openMinutes = from === null ? 0 : netMinutesBetween(state, from, made?.m ?? endM);
  return {
    id,
    question,
    owner,
    targetMinutes: target,
    openedExplicitly: hasStanding(state, `opened:${id}`),
    isDecided: made !== undefined,
    latencyMinutes: made && from !== null ? openMinutes : null,
    openMinutes,
    isOnTime: made !== undefined && from !== null && openMinutes <= target,
    revisions: [...walkChain(state.standing.get(`revised:${id}`))].length,
    note:
      from === null
        ? `${id}: it was decided before it was opened, so it has no latency and is not counted as on time`
        : null,
  };
}

/** Notes pasted later carry the time at which a decision fell: an opening after that opened nothing. null: nothing had yet. */
function findStart({ openedM, releasedM }: Opened, untilM: number): number | null {
  if (openedM <= untilM) return openedM;
  return releasedM !== null && releasedM <= untilM ? releasedM : null;
}

/** Opened by `open_decision`, else by the release of the inject that carries it. Source: spec.md B.7, "Decision latency". */
function listScripted(state: ExerciseState): readonly Opened[] {
  return state.scenario.injects.flatMap(({ id: inject, decision }) => {
    const released = decision && findFirst(state, `released:${inject}`);
    if (!released) return [];
    const opened = findFirst(state, `opened:${decision.id}`) ?? released;
    const { id, question, owner, target_min: target } = decision;
    return [{ id, question, owner, target, openedM: opened.m, releasedM: released.m }];
  });
}

function listImprovised(state: ExerciseState): readonly Opened[] {
  const scripted = new Set(state.scenario.injects.flatMap(({ decision }) => decision?.id ?? []));
  const seen = new Set<string>();
  return listStandingOf(state, 'decision_opened').flatMap(
    ({ m, data: { decision: id, question, owner, target_min } }) => {
      if (scripted.has(id) || seen.has(id) || question === undefined || owner === undefined) return [];
      seen.add(id);
      return [{ id, question, owner, target: target_min ?? Number.POSITIVE_INFINITY, openedM: m, releasedM: null }];
    },
  );
}
