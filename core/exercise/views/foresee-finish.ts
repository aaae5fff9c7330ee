import type { Inject, Objective } from '../../scenario/schema.ts';
import { exerciseMinutesAt } from '../clock.ts';
import type { Finish } from '../finish.ts';
import type { ExerciseState } from '../state.ts';
import { listOrder, type OrderRow, plannedMinutes } from './console-view-order.ts';

export type FinishLine = Pick<OrderRow, 'inject' | 'title' | 'ownMinutes'> & {
  readonly priority: Inject['priority'];
};

/** What finishing in so many minutes would mean, before anybody agrees to it. */
export type FinishForecast = {
  readonly keeps: readonly FinishLine[];
  readonly leavesOut: readonly FinishLine[];
  /** Of what is kept and of the one in the room. */
  readonly neededMinutes: number;
  /** What falls due earlier, at which exercise minute: no earlier than it must. */
  readonly due: Finish['due'];
  /** Objectives in scope of which no critical task would be played any more. */
  readonly lost: readonly Pick<Objective, 'id' | 'text'>[];
};

/**
 * The injects still to come that fit into `minutes` of play: musts first, then shoulds, then coulds, each in running order and
 * with all its own minutes; of musts that do not all fit, the earlier ones. The one in the room keeps what is left of its minutes.
 */
export function foreseeFinish(state: ExerciseState, nowM: number, minutes: number): FinishForecast {
  const rows = listOrder(state, nowM);
  const current = rows.find((row) => row.state === 'current');
  const inRoom = current ? Math.max(0, current.ownMinutes - (current.sinceMinutes ?? 0)) : 0;
  const priorities = new Map(state.scenario.injects.map(({ id, priority }) => [id, priority]));
  const open = rows
    .filter((row) => row.state === 'due' || row.state === 'to_come' || row.state === 'held')
    .map(({ inject, title, ownMinutes: own }): FinishLine => {
      return { inject, title, ownMinutes: own, priority: priorities.get(inject) ?? 'must' };
    });
  const kept = new Set<string>();
  let neededMinutes = inRoom;
  for (const priority of ['must', 'should', 'could'] as const) {
    for (const line of open.filter((candidate) => candidate.priority === priority)) {
      if (neededMinutes + line.ownMinutes > minutes) continue;
      kept.add(line.inject);
      neededMinutes += line.ownMinutes;
    }
  }
  const leavesOut = open.filter(({ inject }) => !kept.has(inject));
  const leaving = new Set(leavesOut.map(({ inject }) => inject));
  const stays = rows.filter((row) => row.state !== 'out' && row.state !== 'skipped' && !leaving.has(row.inject));
  const keeps = open.filter(({ inject }) => kept.has(inject));
  return {
    keeps,
    leavesOut,
    neededMinutes,
    due: listEarlier(keeps, plannedMinutes(state, leaving), exerciseMinutesAt(state, nowM) + minutes),
    lost: listLost(state, leaving, new Set(stays.map(({ inject }) => inject))),
  };
}

/** From the end backwards: each falls due as planned, or as late as it can and still leave those behind it their minutes. */
function listEarlier(keeps: readonly FinishLine[], planned: ReadonlyMap<string, number>, end: number): Finish['due'] {
  const due: Finish['due'] = [];
  let latest = Math.floor(end);
  for (const { inject, ownMinutes } of keeps.toReversed()) {
    latest = Math.max(0, latest - ownMinutes);
    if ((planned.get(inject) ?? 0) > latest) due.unshift({ inject, to_min: latest });
  }
  return due;
}

/** Only what leaving these out would take away: an objective that is unplayed anyway is not lost by it. */
function listLost(state: ExerciseState, leaving: ReadonlySet<string>, stays: ReadonlySet<string>) {
  const inScope = new Set(state.setup?.plan.objectives);
  const carriers = listCarriers(state.scenario.injects);
  return state.scenario.objectives
    .filter(({ id, critical_tasks }) => {
      const injects = Object.values(critical_tasks).flatMap((task) => carriers.get(task) ?? []);
      return inScope.has(id) && injects.some((one) => leaving.has(one)) && !injects.some((one) => stays.has(one));
    })
    .map(({ id, text }) => ({ id, text }));
}

/** The inject that carries an expected action or a decision. */
function listCarriers(injects: readonly Inject[]): ReadonlyMap<string, string> {
  return new Map(
    injects.flatMap(({ id, expect, decision }) =>
      [...expect.map((action) => action.id), ...(decision ? [decision.id] : [])].map((task) => [task, id] as const),
    ),
  );
}
