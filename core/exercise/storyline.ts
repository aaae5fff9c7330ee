import { storylineTimeAt } from './clock.ts';
import type { EventType, SavedEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { listLog } from './log.ts';
import { type ExerciseState, findFirst, initialState } from './state.ts';

/** What moves the storyline clock: the course of the exercise and its running order. */
const movers: ReadonlySet<EventType> = new Set<EventType>([
  'exercise_started',
  'exercise_paused',
  'exercise_resumed',
  'exercise_suspended',
  'real_world_stop',
  'exercise_ended',
  'inject_released',
  'inject_held',
  'inject_skipped',
  'injects_left_out',
]);

/** The time is worked out when it is asked for. */
export type StorylineMoment = { readonly event: SavedEvent; readonly storylineTime: string };

/**
 * Every event with the storyline time the clock showed when it happened, of what stood then: a release undone later
 * counts for the minutes it stood.
 */
export function* walkStoryline(state: ExerciseState): Generator<StorylineMoment> {
  let then = initialState(state.source);
  let started = then;
  let moved: readonly SavedEvent[] = [];
  let readTime = (_m: number): string => then.scenario.storyline_start;
  for (const event of listLog(state.log)) {
    const undone = event.type === 'undone' ? moved.find(({ seq }) => seq === event.data.of) : undefined;
    if (undone) {
      moved = moved.filter((other) => other !== undone);
      then = moved.reduce(evolve, started);
      readTime = storylineReader(then);
    } else if (movers.has(event.type)) {
      then = evolve(then, event);
      if (event.type === 'exercise_started') started = then;
      else moved = [...moved, event];
      readTime = storylineReader(then);
    }
    const readNow = readTime;
    yield {
      event,
      get storylineTime() {
        return readNow(event.m);
      },
    };
  }
}

/** Folds the releases before the furthest into its storyline time, so that a reading costs the same after ten and after a hundred. */
function storylineReader(state: ExerciseState): (m: number) => string {
  const releases = state.scenario.injects.flatMap(({ id }) => {
    const first = findFirst(state, `released:${id}`);
    return first ? [{ id, m: first.m }] : [];
  });
  const furthest = releases.at(-1);
  if (!furthest || releases.some(({ m }) => m > furthest.m)) return (m) => storylineTimeAt(state, m);
  const storyline_time = storylineTimeAt(state, furthest.m);
  const folded = {
    ...state,
    standing: new Map(
      [...state.standing].filter(([topic]) => !topic.startsWith('released:') || topic === `released:${furthest.id}`),
    ),
    scenario: {
      ...state.scenario,
      injects: state.scenario.injects.map((inject) =>
        inject.id === furthest.id ? { ...inject, storyline_time } : inject,
      ),
    },
  };
  return (m) => storylineTimeAt(m < furthest.m ? state : folded, m);
}
