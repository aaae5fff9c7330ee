import { resolveScenario } from '../scenario/placeholders.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { SavedEvent } from './events.ts';
import { appendToLog, eventAt, removeFromChain } from './log.ts';
import type { Setup } from './setup.ts';
import { StandingDraft } from './standing.ts';
import { type ExerciseState, initialState, type Stretch } from './state.ts';
import { idOf, isUndoable, topicsOf } from './topics.ts';

type Draft = { -readonly [Key in keyof ExerciseState]: ExerciseState[Key] } & { standing: StandingDraft };

/** Applies what has happened. Never refuses: whatever `decide` let through, now or in an older version, is history. */
export function evolve(state: ExerciseState, event: SavedEvent): ExerciseState {
  const draft: Draft = { ...state, standing: StandingDraft.copyOf(state.standing) };
  apply(draft, event);
  return draft;
}

/** The same as one `evolve` after another, without a copy per event. */
export function replay(source: Scenario, events: readonly SavedEvent[]): ExerciseState {
  const steps = replayInSteps(source, events);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same for whoever has to let others have a turn: a step is a few milliseconds. */
export function* replayInSteps(source: Scenario, events: readonly SavedEvent[]): Generator<void, ExerciseState> {
  const draft: Draft = { ...initialState(source), standing: StandingDraft.copyOf(new Map()) };
  for (const [index, event] of events.entries()) {
    apply(draft, event);
    if (index % 1_000 === 999) yield;
  }
  return draft;
}

function apply(draft: Draft, event: SavedEvent): void {
  draft.position = event.seq;
  draft.log = appendToLog(draft.log, event);
  countId(draft, event);
  applyCourse(draft, event);
  switch (event.type) {
    case 'undone':
    case 'entry_withdrawn':
      takeBack(draft, event.data.of);
      return;
    case 'entry_amended':
      draft.isAmended = true;
      return;
    default:
      stand(draft, event);
  }
}

function stand(draft: Draft, event: SavedEvent): void {
  for (const topic of topicsOf(event)) {
    draft.standing.set(topic, { event, before: draft.standing.get(topic) ?? null });
  }
  if (isUndoable(event.type)) draft.undoable = { event, before: draft.undoable };
}

function takeBack(draft: Draft, seq: number): void {
  const event = eventAt(draft.log, seq);
  if (!event) return;
  for (const topic of topicsOf(event)) {
    const left = removeFromChain(draft.standing.get(topic) ?? null, seq);
    if (left) draft.standing.set(topic, left);
    else draft.standing.delete(topic);
  }
  draft.undoable = removeFromChain(draft.undoable, seq);
  draft.gone = { event, before: draft.gone };
}

function applyCourse(draft: Draft, { type, data, m }: SavedEvent): void {
  switch (type) {
    case 'exercise_started':
      draft.setup = data;
      draft.scenario = resolve(draft.source, data);
      draft.sittings = open(draft.sittings, m);
      resume(draft, m);
      return;
    case 'exercise_resumed':
      if (draft.phase === 'suspended') draft.sittings = open(draft.sittings, m);
      resume(draft, m);
      return;
    case 'exercise_paused':
      halt(draft, 'paused', m);
      return;
    case 'real_world_stop':
      halt(draft, 'real_world', m);
      return;
    case 'exercise_suspended':
      draft.sittings = close(draft.sittings, m);
      halt(draft, 'suspended', m);
      return;
    case 'exercise_ended':
      draft.sittings = close(draft.sittings, m);
      halt(draft, 'ended', m);
      return;
    case 'report_finalised':
      draft.phase = 'final';
      return;
    case 'revision_opened':
      draft.phase = 'ended';
      draft.version += 1;
      return;
    default:
  }
}

/** What cannot be resolved stays as written: `start_exercise` refuses it, and history is never refused. */
function resolve(source: Scenario, setup: Setup): Scenario {
  return resolveScenario(source, setup).scenario;
}

function resume(draft: Draft, m: number): void {
  draft.play = open(draft.play, m);
  draft.phase = 'running';
}

function halt(draft: Draft, phase: ExerciseState['phase'], m: number): void {
  draft.play = close(draft.play, m);
  draft.phase = phase;
}

const open = (stretches: readonly Stretch[], m: number): readonly Stretch[] => [...stretches, { from: m, until: null }];

function close(stretches: readonly Stretch[], m: number): readonly Stretch[] {
  const last = stretches.at(-1);
  return last && last.until === null ? [...stretches.slice(0, -1), { from: last.from, until: m }] : stretches;
}

/** Ids are counted when given, so that what is undone or withdrawn never lends its number to another. */
function countId(draft: Draft, event: SavedEvent): void {
  const id = idOf(event);
  const kind = id?.match(/^[A-Z]+/)?.[0];
  if (!id || !kind) return;
  draft.given = { ...draft.given, [kind]: Math.max(draft.given[kind] ?? 0, Number(id.match(/\d+$/)?.[0] ?? 0)) };
}
