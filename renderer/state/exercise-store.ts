import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConsoleBridge } from '#contract/console.ts';
import type { ExerciseSnapshot } from '#contract/console-answers.ts';
import type { ConsoleNotice } from '#contract/console-notices.ts';
import type { AskedCommand } from '#core/exercise/commands.ts';
import type { SavedEvent } from '#core/exercise/events.ts';
import { evolve, replayInSteps } from '#core/exercise/evolve.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import type { Outcome, Problem } from '#core/outcome.ts';

type About = Omit<ExerciseSnapshot, 'source' | 'events' | 'position' | 'nowM' | 'rate'>;

export type ExerciseMirror = {
  /** null until it is loaded. */
  readonly state: ExerciseState | null;
  readonly about: About | null;
  /** What the last request failed with; null once something worked again. */
  readonly problem: Problem | null;
  /** `performance.now()` of the oldest command still on its way to the disk. */
  readonly savingSince: number | null;
  /** Wall time at which something was last acknowledged, for the eye only. */
  readonly savedAt: Date | null;
};

export type Given = { readonly command: AskedCommand; readonly pressedM: number | null };

export type ExerciseStore = {
  readonly store: StoreApi<ExerciseMirror>;
  readonly load: () => Promise<void>;
  /** Resolves once it is on the disk, or with why not. `pressedM` is `nowM()` at the key press, where typing came later. */
  readonly give: (command: AskedCommand, pressedM?: number) => ReturnType<ConsoleBridge['give_command']>;
  /** Many in their order, each with its own answer. */
  readonly giveAll: (given: readonly Given[]) => Promise<readonly Awaited<ReturnType<ConsoleBridge['give_command']>>[]>;
  /** Exercise milliseconds now; the window's own clock is never asked for the time of day. */
  readonly nowM: () => number;
  readonly close: () => void;
};

const notLoaded: ExerciseMirror = {
  state: null,
  about: null,
  problem: null,
  savingSince: null,
  savedAt: null,
};

/** A mirror of what is saved, never a second truth: it changes only by what the application tells. */
export function createExerciseStore(bridge: ConsoleBridge, exercise: string): ExerciseStore {
  const store = createStore<ExerciseMirror>(() => notLoaded);
  let heard = 0;
  let anchor = { m: 0, at: performance.now(), rate: 1 };
  const underWay = new Set<number>();
  let stop: (() => void) | null = null;

  /** Listens once: to listen anew while a notice is being told would be told that notice again, for ever. */
  async function load(): Promise<void> {
    stop ??= bridge.onNotice(hear);
    const loaded = await loadWhole(bridge, exercise);
    if (!loaded.ok) return store.setState({ problem: loaded.problem });
    const { state, about } = loaded.value;
    anchor = loaded.value.anchor;
    store.setState({ state, about, problem: null });
    if (state.position < heard) await load(); // news came while the snapshot was under way
  }

  function hear(notice: ConsoleNotice): void {
    if (notice.type === 'reconnected') void load();
    const { about } = store.getState();
    if (about) store.setState({ about: tellAbout(about, notice, exercise) });
    if (!('exercise' in notice) || notice.exercise !== exercise) return;
    if (notice.type === 'clock') void load(); // both clocks are set anew by what the application counts now
    if (notice.type === 'saved') void take(notice.events);
  }

  async function take(events: Extract<ConsoleNotice, { type: 'saved' }>['events']): Promise<void> {
    heard = Math.max(heard, ...events.map(({ seq }) => seq));
    const { state, about } = store.getState();
    if (!state) return; // still loading: `load` compares with what was heard
    const fresh = events.filter(({ seq }) => seq > state.position);
    const first = fresh[0];
    const hasGap = first !== undefined && first.seq !== state.position + 1;
    if (hasGap || fresh.some(({ type }) => type === 'clock_reanchored')) return load();
    const isAsking = about !== null && (about.trouble !== null || about.gap !== null);
    const answered = isAsking ? { ...about, trouble: null, gap: null } : about;
    store.setState({ state: fresh.reduce(evolve, state), about: answered, problem: null, savedAt: new Date() });
  }

  const give = (command: AskedCommand, pressedM?: number) =>
    waitFor(bridge.give_command({ exercise, command, pressedM: pressedM ?? null }));

  async function giveAll(given: readonly Given[]): ReturnType<ExerciseStore['giveAll']> {
    const outcome = await waitFor(bridge.give_commands({ exercise, given: [...given] }));
    return outcome.ok ? outcome.value.answers : given.map(() => outcome);
  }

  async function waitFor<Value>(asked: Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    const since = performance.now();
    underWay.add(since);
    const answered = asked.catch((): Outcome<never> => ({ ok: false, problem: unreachable }));
    store.setState({ savingSince: oldest(underWay) }); // after it is on its way: drawing takes time
    const outcome = await answered;
    underWay.delete(since);
    store.setState({ savingSince: oldest(underWay), problem: outcome.ok ? null : outcome.problem });
    return outcome;
  }

  const close = () => {
    stop?.();
    stop = null;
  };
  const nowM = () => Math.round(anchor.m + (performance.now() - anchor.at) * anchor.rate);
  return { store, load, give, giveAll, nowM, close };
}

const oldest = (underWay: ReadonlySet<number>) => (underWay.size > 0 ? Math.min(...underWay) : null);

/** What is said to no exercise in particular concerns whichever stands here. */
function tellAbout(about: About, notice: ConsoleNotice, exercise: string): About {
  if (notice.type === 'notice' && (notice.exercise ?? exercise) === exercise)
    return { ...about, notices: [...new Set([...about.notices, notice.text])] };
  if (notice.type === 'trouble' && notice.exercise === exercise)
    return { ...about, trouble: notice.trouble, unsaved: notice.unsaved };
  return about;
}

async function loadWhole(bridge: ConsoleBridge, exercise: string) {
  const loaded = await bridge.open_exercise({ exercise });
  if (!loaded.ok) return loaded;
  const { source, events: _, position: __, nowM, rate, ...about } = loaded.value;
  const anchor = { m: nowM, at: performance.now(), rate };
  const events = await listWhole(bridge, loaded.value);
  if (!events.ok) return events;
  const state = await inTurns(replayInSteps(source, events.value));
  return { ok: true, value: { state, about, anchor } } as const;
}

/** A very long exercise comes in parts. */
async function listWhole(
  bridge: ConsoleBridge,
  { exercise, events: first, position }: ExerciseSnapshot,
): Promise<Outcome<readonly SavedEvent[]>> {
  const events = [...first];
  while (events.length < position) {
    const more = await bridge.list_events({ exercise, after: events.length });
    if (!more.ok) return more;
    if (more.value.events.length === 0) break;
    events.push(...more.value.events);
  }
  return { ok: true, value: events };
}

/** Draws and takes keys between any two steps. */
async function inTurns<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

const unreachable: Problem = {
  code: 'unreachable',
  message: 'Muster does not answer, so this is not saved.',
  hint: 'What you typed is still in the form. Wait a moment and save again, or start Muster again.',
};
