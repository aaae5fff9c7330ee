import type { Inject, Scenario } from '../scenario/schema.ts';
import { applyAmendment } from './apply-amendment.ts';
import type { EventType, SavedEvent, SavedEventOf } from './events.ts';
import { type Chain, emptyLog, type Log, listLog, walkChain } from './log.ts';
import type { Setup } from './setup.ts';
import type { Standing } from './standing.ts';
import type { Topic } from './topics.ts';

export type Phase = 'not_started' | 'running' | 'paused' | 'real_world' | 'suspended' | 'ended' | 'final';

/** In `m`, steady milliseconds; `until` is null while it lasts. */
export type Stretch = { readonly from: number; readonly until: number | null };

export type ExerciseState = {
  /** The script as its file has it. */
  readonly source: Scenario;
  /** The script as played: placeholders filled, storyline times shifted. Equal to `source` before the start. */
  readonly scenario: Scenario;
  readonly setup: Setup | null;
  readonly phase: Phase;
  /** `seq` of the last event; 0 before the first. */
  readonly position: number;
  readonly log: Log;
  readonly sittings: readonly Stretch[];
  /** Stretches during which the exercise ran: sittings less pauses and REAL WORLD stops. */
  readonly play: readonly Stretch[];
  /** By topic, what was not undone or withdrawn, newest first. */
  readonly standing: Standing;
  /** What `undo_last` reaches, newest first. */
  readonly undoable: Chain | null;
  /** What was undone or withdrawn. */
  readonly gone: Chain | null;
  readonly isAmended: boolean;
  /** How many ids of each kind were given; numbers are never used twice. */
  readonly given: Readonly<Record<string, number>>;
  readonly version: number;
};

export function initialState(source: Scenario): ExerciseState {
  return {
    source,
    scenario: source,
    setup: null,
    phase: 'not_started',
    position: 0,
    log: emptyLog(),
    sittings: [],
    play: [],
    standing: new Map(),
    undoable: null,
    gone: null,
    isAmended: false,
    given: {},
    version: 1,
  };
}

const listed = new WeakMap<ExerciseState, readonly SavedEvent[]>();

/** Everything that stands, in `seq` order, with amendments applied. Linear, once a state: for views and reports, not for rules. */
export function listStanding(state: ExerciseState): readonly SavedEvent[] {
  const known = listed.get(state) ?? gatherStanding(state);
  listed.set(state, known);
  return known;
}

function gatherStanding(state: ExerciseState): readonly SavedEvent[] {
  const gone = new Set([...walkChain(state.gone)].map(({ seq }) => seq));
  const amendments = new Map<number, object>();
  if (state.isAmended) {
    for (const { type, data } of listLog(state.log)) {
      if (type === 'entry_amended') amendments.set(data.of, { ...amendments.get(data.of), ...data.with });
    }
  }
  const standing: SavedEvent[] = [];
  for (const event of listLog(state.log)) {
    if (gone.has(event.seq) || event.type === 'undone' || event.type === 'entry_withdrawn') continue;
    const amendment = amendments.get(event.seq);
    // `decide` let only amendments pass that leave the event's shape valid.
    standing.push(amendment ? ({ ...event, data: applyAmendment(event.data, amendment) } as SavedEvent) : event);
  }
  return standing;
}

export function listStandingOf<Type extends EventType>(
  state: ExerciseState,
  ...types: readonly Type[]
): readonly SavedEventOf<Type>[] {
  const wanted: ReadonlySet<EventType> = new Set(types);
  return listStanding(state).filter((event): event is SavedEventOf<Type> => wanted.has(event.type));
}

/** The event as it reads now: what corrected it since is applied. */
export function asAmended<Event extends SavedEvent>(state: ExerciseState, event: Event): Event {
  if (!state.isAmended) return event;
  return (listStanding(state).find(({ seq }) => seq === event.seq) as Event | undefined) ?? event; // the same event, so of its type
}

export function findLast(state: ExerciseState, topic: Topic): SavedEvent | undefined {
  return state.standing.get(topic)?.event;
}

export function findFirst(state: ExerciseState, topic: Topic): SavedEvent | undefined {
  let first: SavedEvent | undefined;
  for (const event of walkChain(state.standing.get(topic))) first = event;
  return first;
}

export function hasStanding(state: ExerciseState, topic: Topic): boolean {
  return state.standing.has(topic);
}

export function isReleased(state: ExerciseState, inject: string): boolean {
  return state.standing.has(`released:${inject}`);
}

/** Skipped or left out, before the start or since, and not released after all. */
export function isLeftOut(state: ExerciseState, inject: string): boolean {
  if (isReleased(state, inject)) return false;
  const last = findLast(state, `course:${inject}`);
  if (last) return last.type !== 'inject_held';
  return state.setup?.left_out.some((left) => left.inject === inject) ?? false;
}

/** Injects of the script in running order that are neither skipped nor left out now. */
export function listRunningOrder(state: ExerciseState): readonly Inject[] {
  return state.scenario.injects.filter(({ id }) => !isLeftOut(state, id));
}
