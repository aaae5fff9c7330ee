import { useCallback, useMemo, useState } from 'react';
import type { ExerciseState } from '#core/exercise/state.ts';
import { findLastReleased } from '#core/exercise/views/console-view-order.ts';
import type { ExerciseStore } from '../../../state/exercise-store.ts';
import { useBridge, useNowM } from '../../../state/use-application.tsx';
import { findAct, listActs } from './acts.ts';
import type { Capturing, Cover, Live, Opened, Preset } from './live-context.tsx';
import { useDrafts } from './use-drafts.ts';
import { useGive } from './use-give.ts';

type Needs = {
  readonly exercise: string;
  readonly store: ExerciseStore;
  readonly state: ExerciseState;
  readonly about: Live['about'];
  readonly cover: Cover;
};

/** Everything the parts of the console share: the mirror, what lies open, and how to ask for something. */
export function useLiveValue({ exercise, store, state, about, cover }: Needs): Live {
  const bridge = useBridge();
  const nowM = useNowM(store);
  const [opened, open] = useState<Opened | null>(null);
  const [capturing, setCapturing] = useState<Capturing | null>(null);
  const [selected, select] = useState<string | null>(null);
  const { give, refusal, setRefusal } = useGive(store);
  const { drafts, keepDraft, unkept } = useDrafts(bridge, exercise, about.drafts);
  const isCovered = cover !== 'none';
  const last = useMemo(() => findLastReleased(state), [state]);

  const start = useCallback(
    (id: string, subject = '', preset: Preset = {}) => {
      const act = findAct({ state, about: subject, isCovered }, id);
      if (!act) return setRefusal(notNow(state, id));
      const pressedM = store.nowM();
      if (act.letter) return setCapturing({ act, pressedM });
      if (act.fields.length > 0 || act.isConfirmed) {
        return open({ kind: 'act', act, about: subject, preset, pressedM });
      }
      void give(act.toCommand(nothingFilled), pressedM);
    },
    [state, isCovered, store, give, setRefusal],
  );

  return {
    exercise,
    state,
    about,
    bridge,
    nowM,
    pressM: store.nowM,
    listActs: useCallback(() => listActs({ state, isCovered }), [state, isCovered]),
    cover,
    selected: selected ?? last,
    select,
    opened,
    open,
    close: useCallback(() => open(null), []),
    start,
    capturing,
    stopCapturing: useCallback(() => setCapturing(null), []),
    give,
    drafts,
    keepDraft,
    unkept,
    mirror: store,
    refusal,
    clearRefusal: useCallback(() => setRefusal(null), [setRefusal]),
    refuse: setRefusal,
  };
}

const nothingFilled = { line: () => undefined, need: () => '', all: () => [], yes: () => false };

function notNow({ phase }: ExerciseState, id: string): string {
  if (phase === 'paused') return 'The exercise is paused, so the room gets nothing new. Resume it, then try again.';
  if (phase === 'suspended') return 'The sitting has ended. Resume on another day, or end the exercise.';
  if (phase === 'real_world') return 'The exercise stopped for something real. Resume it when that is over, or end it.';
  return id === 'undo' ? 'There is no release or capture to undo.' : 'There is nothing to choose from for this yet.';
}
