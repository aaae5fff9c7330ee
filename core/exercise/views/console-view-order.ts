import type { Inject } from '../../scenario/schema.ts';
import { ownMinutes } from '../../scenario/select-session.ts';
import type { Channel } from '../../scenario/vocabulary.ts';
import { exerciseMinutesAt } from '../clock.ts';
import { walkChain } from '../log.ts';
import { type ExerciseState, findFirst, findLast, isLeftOut, isReleased } from '../state.ts';
import { findFinish } from './agreed-finish.ts';
import { findShown } from './find-shown.ts';

export type OrderState = 'released' | 'current' | 'due' | 'held' | 'skipped' | 'out' | 'to_come';

/** One inject as a line of the running order. */
export type OrderRow = {
  readonly inject: string;
  readonly title: string;
  readonly channel: Channel;
  readonly state: OrderState;
  /** Why it is held, skipped or left out, where somebody said so. */
  readonly reason: string | null;
  /** Exercise minute: of its release, else at which it falls due; null while it is left out. */
  readonly minute: number | null;
  /** Whole minutes it keeps in every session. */
  readonly ownMinutes: number;
  /** Whole minutes since it was shown last or since it fell due; null for what is still to come. */
  readonly sinceMinutes: number | null;
  readonly storylineTime: string;
  /** Named roles that alone may see it; null where the room may. */
  readonly onlyFor: readonly string[] | null;
  readonly isReadAloud: boolean;
};

/** The running order at `nowM`: injects keep their own minutes, those behind one that is left out move up. */
export function listOrder(state: ExerciseState, nowM: number): readonly OrderRow[] {
  const due = dueMinutes(state);
  const own = ownMinutes(state.source);
  const current = findLastReleased(state);
  return state.scenario.injects.map((inject) => {
    const minute = minuteOf(state, inject.id, due);
    const orderState = stateOf(state, inject, { current, due: due.get(inject.id), nowM });
    const counts = orderState === 'released' || orderState === 'current' || orderState === 'due';
    return {
      inject: inject.id,
      title: inject.title,
      channel: inject.channel,
      state: orderState,
      reason: reasonOf(state, inject.id),
      minute,
      ownMinutes: own.get(inject.id) ?? 0,
      sinceMinutes: counts && minute !== null ? minutesSince(state, inject.id, { minute, nowM }) : null,
      storylineTime: inject.storyline_time,
      onlyFor: inject.audience === 'named' ? (inject.named ?? inject.roles) : null,
      isReadAloud: inject.audience === 'facilitator_reads' || inject.read_aloud === true,
    };
  });
}

/** Since it was shown last, where it was shown; else since it fell due. */
function minutesSince(state: ExerciseState, inject: string, { minute, nowM }: { minute: number; nowM: number }) {
  const shown = findLast(state, `released:${inject}`);
  const from = shown ? Math.floor(exerciseMinutesAt(state, shown.m)) : minute;
  return Math.floor(exerciseMinutesAt(state, nowM) - from);
}

/** Of the pocket and improvised: what has been released, a row each at the minute it went out. */
export function listReleasedPocket(state: ExerciseState, nowM: number): readonly OrderRow[] {
  const current = findLastReleased(state);
  return listPocket(state).flatMap(({ inject, title, channel, minute, onlyFor }) => {
    const shown = isReleased(state, inject) ? findShown(state, { inject, already_done: false }) : null;
    if (!shown || minute === null) return [];
    return {
      inject,
      title,
      channel,
      state: inject === current ? ('current' as const) : ('released' as const),
      reason: null,
      minute,
      ownMinutes: 0,
      sinceMinutes: minutesSince(state, inject, { minute, nowM }),
      storylineTime: shown.storylineTime,
      onlyFor,
      isReadAloud: shown.audience === 'facilitator_reads',
    };
  });
}

/** Exercise minute at which each kept inject falls due; a moved one where it was moved to, by hand or by an agreed end. */
export function dueMinutes(state: ExerciseState): ReadonlyMap<string, number> {
  const finish = findFinish(state);
  const agreed = new Map(finish?.due.map(({ inject, to_min }) => [inject, to_min]));
  const due = new Map(plannedMinutes(state));
  for (const [id, minute] of due) {
    const isMovedSince = (findLast(state, `moved:${id}`)?.seq ?? 0) > (finish?.seq ?? 0);
    due.set(id, isMovedSince ? minute : (agreed.get(id) ?? minute));
  }
  return due;
}

/** The same without an agreed end, and without those that are about to be left out. */
export function plannedMinutes(state: ExerciseState, leaving?: ReadonlySet<string>): ReadonlyMap<string, number> {
  const own = ownMinutes(state.source);
  const due = new Map<string, number>();
  let cursor = 0;
  for (const { id } of state.scenario.injects) {
    if (isLeftOut(state, id) || leaving?.has(id)) continue;
    const moved = findLast(state, `moved:${id}`);
    due.set(id, moved?.type === 'inject_moved' ? moved.data.to_min : cursor);
    cursor += own.get(id) ?? 0;
  }
  return due;
}

/** What was released last and is still what the facilitator talks about, also where only named roles saw it. */
export function findLastReleased(state: ExerciseState): string | null {
  let last: { inject: string; seq: number } | null = null;
  for (const event of walkChain(state.standing.get('room'))) {
    if (event.type === 'inject_released') {
      last = { inject: event.data.inject, seq: event.seq };
      break;
    }
  }
  return last?.inject ?? null;
}

/** Still to come, in the order in which they fall due; held ones wait at the end. */
export function listNext(rows: readonly OrderRow[]): readonly OrderRow[] {
  const open = rows.filter(({ state }) => state === 'due' || state === 'to_come');
  const held = rows.filter(({ state }) => state === 'held');
  return [...open.toSorted((a, b) => (a.minute ?? 0) - (b.minute ?? 0)), ...held];
}

type At = { readonly current: string | null; readonly due: number | undefined; readonly nowM: number };

function stateOf(state: ExerciseState, { id }: Inject, { current, due, nowM }: At): OrderState {
  if (isReleased(state, id)) return id === current ? 'current' : 'released';
  const course = findLast(state, `course:${id}`)?.type;
  if (isLeftOut(state, id)) return course === 'inject_skipped' ? 'skipped' : 'out';
  if (course === 'inject_held') return 'held';
  if (state.phase === 'not_started') return 'to_come';
  return due !== undefined && exerciseMinutesAt(state, nowM) >= due ? 'due' : 'to_come';
}

function minuteOf(state: ExerciseState, inject: string, due: ReadonlyMap<string, number>): number | null {
  const released = findFirst(state, `released:${inject}`);
  if (released) return Math.floor(exerciseMinutesAt(state, released.m));
  return due.get(inject) ?? null;
}

function reasonOf(state: ExerciseState, inject: string): string | null {
  if (isReleased(state, inject)) return null;
  const last = findLast(state, `course:${inject}`);
  if (last && 'reason' in last.data && last.data.reason) return last.data.reason;
  const planned = state.setup?.left_out.find((left) => left.inject === inject)?.because;
  return last || !planned ? null : plannedReasons[planned];
}

const plannedReasons = {
  length: 'Left out in Plan: it does not fit the length',
  objective: 'Left out in Plan: its objective is not in scope',
  profile: 'Left out in Plan: it does not concern this organisation',
} as const;

/** One of the pocket, or improvised earlier: it has no place of its own. */
export type PocketRow = {
  readonly inject: string;
  readonly title: string;
  readonly channel: Channel;
  /** What to watch for; null for an improvised one. */
  readonly trigger: string | null;
  readonly onlyFor: readonly string[] | null;
  /** Exercise minute of its first release. */
  readonly minute: number | null;
};

export function listPocket(state: ExerciseState): readonly PocketRow[] {
  const minute = (id: string) => minuteOf(state, id, new Map());
  const scripted = state.scenario.contingency.map(({ id, title, channel, trigger, audience, named, roles }) => {
    const onlyFor = audience === 'named' ? (named ?? roles) : null;
    return { inject: id, title, channel, trigger, onlyFor, minute: minute(id) };
  });
  const improvised: PocketRow[] = [];
  for (const { type, data } of state.log.items.slice(0, state.log.length)) {
    if (type !== 'inject_improvised' || !findShown(state, { inject: data.inject, already_done: false })) continue;
    const { inject, title, channel } = data;
    improvised.push({ inject, title, channel, trigger: null, onlyFor: null, minute: minute(inject) });
  }
  return [...scripted, ...improvised];
}
