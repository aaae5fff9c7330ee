import { type ClockTrigger, listClocks, listClockTriggers } from '../../scenario/find-clock.ts';
import type { Decision } from '../../scenario/schema.ts';
import { netMinutesBetween } from '../clock.ts';
import type { SavedEvent } from '../events.ts';
import { walkChain } from '../log.ts';
import { type ExerciseState, findFirst, isReleased } from '../state.ts';

export type ClockMeasure = {
  readonly clock: string;
  readonly status: 'not_recognised' | 'recognised' | 'not_applicable' | 'filed';
  /** Net minutes from what started the clock to its recognition, unrounded. */
  readonly minutes: number | null;
  readonly inject: string | null;
  readonly reason: string | null;
  readonly by: string | null;
};

/** Every clock something in the exercise started, or somebody spoke of. Source: spec.md B.7, "Clock recognition". */
export function measureClocks(state: ExerciseState): readonly ClockMeasure[] {
  return listClocks(state.scenario).flatMap((clock) => {
    const entries = [...walkChain(state.standing.get(`clock:${clock}`))];
    const started = findStart(state, clock);
    return started || entries.length > 0 ? [measureClock(state, clock, entries, started)] : [];
  });
}

type Start = { readonly m: number; readonly inject: string };

/** Of several recognitions the first counts; an inject cited with it wins over what the script says started the clock. */
function measureClock(
  state: ExerciseState,
  clock: string,
  entries: readonly SavedEvent[],
  started: Start | undefined,
): ClockMeasure {
  const recognised = entries.findLast((event) => event.type === 'clock_recognised');
  const ruledOut = entries.find((event) => event.type === 'clock_not_applicable');
  const cited = recognised?.data.inject;
  const startM = (cited === undefined ? undefined : findFirst(state, `released:${cited}`)?.m) ?? started?.m;
  const isMeasured = recognised !== undefined && startM !== undefined && recognised.m >= startM;
  return {
    clock,
    status: statusOf(entries),
    minutes: isMeasured ? netMinutesBetween(state, startM, recognised.m) : null,
    inject: cited ?? started?.inject ?? null,
    reason: ruledOut?.data.reason ?? null,
    by: recognised?.data.by ?? null,
  };
}

function statusOf(entries: readonly SavedEvent[]): ClockMeasure['status'] {
  const types = entries.map(({ type }) => type);
  if (types.includes('clock_filed')) return 'filed';
  const last = types[0];
  if (last === 'clock_not_applicable') return 'not_applicable';
  return last === 'clock_recognised' ? 'recognised' : 'not_recognised';
}

function findStart(state: ExerciseState, clock: string): Start | undefined {
  const starts = listClockTriggers(state.scenario, clock).flatMap((trigger) => {
    const m = startOf(state, trigger);
    return m === undefined ? [] : [{ m, inject: trigger.inject }];
  });
  return starts.toSorted((a, b) => a.m - b.m)[0];
}

function startOf(state: ExerciseState, { inject, decision }: ClockTrigger): number | undefined {
  if (decision === null) return isReleased(state, inject) ? findFirst(state, `released:${inject}`)?.m : undefined;
  const scripted = state.scenario.injects.find(({ id }) => id === inject)?.decision;
  const choices = [
    ...walkChain(state.standing.get(`revised:${decision}`)),
    ...walkChain(state.standing.get(`made:${decision}`)),
  ];
  return choices.toReversed().find((event) => scripted && startsClock(scripted, event))?.m;
}

/** Without a list any choice starts the clock; with one, only a choice that equals an option of it. */
function startsClock({ starts_clock_when }: Decision, event: SavedEvent): boolean {
  if (event.type !== 'decision_made' && event.type !== 'decision_revised') return false;
  return starts_clock_when === undefined || starts_clock_when.includes(event.data.choice);
}
