import { createContext, type ReactNode, useContext, useLayoutEffect, useState } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConsoleBridge } from '#contract/console.ts';
import type { ExerciseSnapshot } from '#contract/console-answers.ts';
import type { WindowCommand } from '#core/exercise/commands.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import type { OrderRow } from '#core/exercise/views/console-view-order.ts';
import type { ExerciseStore } from '../../../state/exercise-store.ts';
import { usePicked } from '../../../state/use-picked.ts';
import type { Act } from './act.ts';

/** What stands folded: nothing; what is not yet released; or everything the room must not read off this screen. */
export type Cover = 'none' | 'coming' | 'all';

export type Preset = Readonly<Record<string, string>>;

/** The one thing that lies over the console. Times are those of the key press that opened it. */
export type Opened =
  | {
      readonly kind: 'act';
      readonly act: Act;
      readonly about: string;
      readonly preset: Preset;
      readonly pressedM: number;
    }
  | { readonly kind: 'menu'; readonly title: string; readonly ids: readonly string[]; readonly about: string }
  | { readonly kind: 'preview'; readonly inject: string; readonly isAlreadyDone: boolean }
  | { readonly kind: 'private'; readonly inject: string }
  | { readonly kind: 'finish' }
  | { readonly kind: 'notes' }
  | { readonly kind: 'questions' }
  | { readonly kind: 'clocks'; readonly about: string }
  | { readonly kind: 'palette' }
  | { readonly kind: 'keys' };

/** `turn` tells one press of a letter from the next. */
export type Capturing = { readonly act: Act; readonly pressedM: number; readonly turn: number };

export type Draft = Readonly<Record<string, string | number>>;

export type Live = {
  readonly exercise: string;
  /** A second window that writes down and does nothing else. */
  readonly isScribe: boolean;
  readonly state: ExerciseState;
  /** The running order of this second. */
  readonly rows: readonly OrderRow[];
  readonly about: Omit<ExerciseSnapshot, 'source' | 'events' | 'position' | 'nowM' | 'rate'>;
  readonly bridge: ConsoleBridge;
  /** Anew every second; `pressM` is the very moment. */
  readonly nowM: number;
  readonly pressM: () => number;
  readonly listActs: () => readonly Act[];
  readonly cover: Cover;
  /** Whether the room sees this very screen: hides the notes, or shows them again. */
  readonly answerShown: (shown: 'yes' | 'no') => void;
  /** The inject on the stage: the one chosen, else the one released last. */
  readonly selected: string | null;
  readonly select: (inject: string | null) => void;
  readonly opened: Opened | null;
  readonly open: (opened: Opened) => void;
  readonly close: () => void;
  /** Does it at once where nothing has to be filled in, else opens its form. */
  readonly start: (id: string, about?: string, preset?: Preset) => void;
  readonly capturing: Capturing | null;
  /** Of that turn alone, where it is named: what was opened since stays. */
  readonly stopCapturing: (turn?: number) => void;
  /** True once it is on the disk. */
  readonly give: (command: WindowCommand, pressedM?: number) => Promise<boolean>;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly keepDraft: (form: string, draft: Draft | null) => void;
  /** The words that are on their way to the disk. */
  readonly sending: Set<Draft>;
  /** Forms whose words are not on the disk yet. */
  readonly unkept: ReadonlySet<string>;
  readonly mirror: ExerciseStore;
  /** Why the last thing asked for was not done; null once something was. */
  readonly refusal: string | null;
  /** What was just done out of sight, such as taken back; null once something else was. */
  readonly said: string | null;
  /** Takes away what was refused or said. */
  readonly clearRefusal: () => void;
  /** For what the window itself can tell: nothing is asked for. */
  readonly refuse: (words: string) => void;
};

const Context = createContext<StoreApi<Live> | null>(null);

/** Held in a store, so that a part of the console is drawn again only when what it reads has changed. */
export function LiveProvider({ value, children }: { readonly value: Live; readonly children: ReactNode }) {
  const [store] = useState(() => createStore<Live>(() => value));
  useLayoutEffect(() => store.setState(value, true), [store, value]);
  return <Context value={store}>{children}</Context>;
}

/** As it is at the moment it is asked, for what happens on a key or a click. */
export function useLiveStore(): StoreApi<Live> {
  const store = useContext(Context);
  if (!store) throw new Error('LiveProvider is missing around this part');
  return store;
}

export function useLive<Key extends keyof Live>(...keys: readonly Key[]): Pick<Live, Key> {
  return usePicked(useLiveStore(), keys);
}
