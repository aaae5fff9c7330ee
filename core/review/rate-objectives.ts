import type { SavedEventOf } from '../exercise/events.ts';
import { type ActionMeasure, measureActions } from '../exercise/metrics/actions.ts';
import { type DecisionMeasure, measureDecisions } from '../exercise/metrics/decisions.ts';
import { findEndM } from '../exercise/metrics/measure-exercise.ts';
import { type ExerciseState, listStandingOf } from '../exercise/state.ts';
import { roundOrNull } from '../round.ts';
import type { Objective } from '../scenario/schema.ts';
import { taskName } from '../scenario/task-name.ts';
import type { Rating, Role } from '../scenario/vocabulary.ts';

export type TaskState = 'done_on_time' | 'done_late' | 'not_done' | 'not_seen' | 'not_exercised';

export type CriticalTask = {
  readonly name: string;
  readonly id: string;
  readonly does: string;
  readonly state: TaskState;
  /** As printed, one decimal. */
  readonly minutes: number | null;
  readonly targetMinutes: number | null;
  readonly isOverTwiceTarget: boolean;
};

export type RatedObjective = {
  readonly objective: Objective;
  readonly tasks: readonly CriticalTask[];
  readonly gaps: readonly string[];
  /** null: no evidence, the evaluator decides. */
  readonly suggestion: Rating | null;
  readonly because: string;
  readonly seen: number;
  readonly exercised: number;
  readonly final: { readonly rating: Rating; readonly reason: string | null; readonly by: string | null } | null;
};

type Gap = SavedEventOf<'gap_recorded'>;

/** Objectives in scope, in script order. Source: spec.md B.5; definitions.md, "Ratings". */
export function rateObjectives(state: ExerciseState): readonly RatedObjective[] {
  const inScope = new Set(state.setup?.plan.objectives);
  const listTasks = taskFinder(state);
  const gaps = listStandingOf(state, 'gap_recorded');
  const ratings = listStandingOf(state, 'objective_rated');
  return state.scenario.objectives
    .filter(({ id }) => inScope.has(id))
    .map((objective) => {
      const tasks = listTasks(objective);
      const linked = gaps.filter((gap) => isLinked(objective, gap));
      const exercised = tasks.filter((task) => task.state !== 'not_exercised');
      const final = ratings.findLast(({ data }) => data.objective === objective.id)?.data ?? null;
      return {
        objective,
        tasks,
        gaps: linked.map(({ data }) => data.gap),
        ...suggest(tasks, linked),
        seen: exercised.filter((task) => task.state !== 'not_seen').length,
        exercised: exercised.length,
        final: final && { rating: final.rating, reason: final.reason ?? null, by: final.by ?? null },
      };
    });
}

/** Both figures and ratings are "not rated" when facilitator and Incident Commander were one person: planned so, or one name with both roles. */
export function isNotRated({ setup }: ExerciseState): boolean {
  if (setup?.plan.seat === 'both') return true;
  const holding = (role: Role) => setup?.participants.filter((person) => person.role === role) ?? [];
  return holding('FAC').some(({ name }) => holding('IC').some((person) => person.name === name));
}

/** The worst rated objective of each capability, N ignored. Source: spec.md B.5. */
export function rateCapabilities(rated: readonly RatedObjective[]): Readonly<Record<string, Rating>> {
  const order: readonly Rating[] = ['U', 'M', 'S', 'P'];
  const worst: Record<string, Rating> = {};
  for (const { objective, final, suggestion } of rated) {
    const rating = final?.rating ?? suggestion;
    if (!rating || rating === 'N') continue;
    const before = worst[objective.capability];
    if (!before || order.indexOf(rating) < order.indexOf(before)) worst[objective.capability] = rating;
  }
  return worst;
}

function isLinked({ id, capability }: Objective, { data }: Gap): boolean {
  return data.objective === undefined ? data.capability === capability : data.objective === id;
}

function suggest(tasks: readonly CriticalTask[], gaps: readonly Gap[]): { suggestion: Rating | null; because: string } {
  const named = (state: TaskState) => tasks.filter((task) => task.state === state).map(({ name }) => taskName(name));
  const gapsOf = (...severities: readonly string[]) =>
    gaps.filter(({ data }) => severities.includes(data.severity ?? ''));
  const list = (found: readonly Gap[]) => found.map(({ data }) => `${data.gap} is ${data.severity}`).join(', ');
  const exercised = tasks.filter(({ state }) => state !== 'not_exercised');
  const tooLate = tasks.filter(({ isOverTwiceTarget }) => isOverTwiceTarget);

  if (exercised.length === 0) return { suggestion: 'N', because: 'no critical task was exercised' };
  if (named('not_done').length > 0) return { suggestion: 'U', because: `not done: ${named('not_done').join(', ')}` };
  if (tooLate.length > 0) {
    return {
      suggestion: 'M',
      because: `later than twice its target: ${tooLate.map(({ name }) => taskName(name)).join(', ')}`,
    };
  }
  const grave = gapsOf('critical', 'high');
  if (grave.length > 0) return { suggestion: 'M', because: `gap ${list(grave)}` };
  if (named('done_late').length > 0) return { suggestion: 'S', because: `late: ${named('done_late').join(', ')}` };
  const medium = gapsOf('medium');
  if (medium.length > 0) return { suggestion: 'S', because: `gap ${list(medium)}` };
  if (exercised.every(({ state }) => state === 'not_seen'))
    return { suggestion: null, because: 'no evidence; the evaluator decides' };
  return { suggestion: 'P', because: 'what was observed was done in time' };
}

function taskFinder(state: ExerciseState) {
  const actions = new Map(measureActions(state).map((measure) => [measure.action.id, measure]));
  const decisions = new Map(measureDecisions(state, findEndM(state)).map((measure) => [measure.id, measure]));
  const texts = new Map(
    state.scenario.injects.flatMap(({ expect, decision }) => [
      ...expect.map(({ id, do: does }) => [id, does] as const),
      ...(decision ? [[decision.id, decision.question] as const] : []),
    ]),
  );
  return ({ critical_tasks }: Objective) =>
    Object.entries(critical_tasks).map(
      ([name, id]): CriticalTask => ({ name, id, does: texts.get(id) ?? id, ...stateOf(id) }),
    );

  function stateOf(id: string): TaskMeasure {
    const action = actions.get(id);
    if (action) return stateOfAction(action);
    const decision = decisions.get(id);
    return decision ? stateOfDecision(decision) : { state: 'not_exercised', ...timeAgainst(null, null) };
  }
}

type TaskMeasure = Pick<CriticalTask, 'state' | 'minutes' | 'targetMinutes' | 'isOverTwiceTarget'>;

const actionStates = {
  on_time: 'done_on_time',
  late: 'done_late',
  not_done: 'not_done',
  not_seen: 'not_seen',
} as const;

function stateOfAction({ action, state, minutes }: ActionMeasure): TaskMeasure {
  return { state: actionStates[state], ...timeAgainst(minutes, action.min) };
}

/** Undecided counts as not done only where the decision was put to the room. Source: definitions.md, "Decisions". */
function stateOfDecision(measure: DecisionMeasure): TaskMeasure {
  const { isDecided, latencyMinutes, targetMinutes, isOnTime, openedExplicitly } = measure;
  const time = timeAgainst(latencyMinutes, targetMinutes);
  if (!isDecided) return { state: openedExplicitly ? 'not_done' : 'not_seen', ...time };
  return { state: isOnTime || latencyMinutes === null ? 'done_on_time' : 'done_late', ...time };
}

/** Compared unrounded, printed rounded. */
function timeAgainst(minutes: number | null, targetMinutes: number | null) {
  const isOverTwiceTarget = minutes !== null && targetMinutes !== null && minutes > 2 * targetMinutes;
  return { minutes: roundOrNull(minutes), targetMinutes, isOverTwiceTarget };
}
