import { useCallback, useMemo, useState } from 'react';
import { mayScribe } from '#core/exercise/scribe-rules.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { findLastReleased, listOrder } from '#core/exercise/views/console-view-order.ts';
import type { ExerciseStore } from '../../../state/exercise-store.ts';
import { useBridge, useNowM } from '../../../state/use-application.tsx';
import { listActs } from './acts.ts';
import type { Capturing, Cover, Draft, Live, Opened } from './live-context.tsx';
import { useDrafts } from './use-drafts.ts';
import { useGive } from './use-give.ts';
import { useStart } from './use-start.ts';

type Needs = {
  readonly exercise: string;
  readonly isScribe: boolean;
  readonly store: ExerciseStore;
  readonly state: ExerciseState;
  readonly about: Live['about'];
  readonly cover: Cover;
  readonly answerShown: Live['answerShown'];
};

/** Everything the parts of the console share: the mirror, what lies open, and how to ask for something. */
export function useLiveValue({ exercise, isScribe, store, state, about, cover, answerShown }: Needs): Live {
  const bridge = useBridge();
  const nowM = useNowM(store);
  const [opened, open] = useState<Opened | null>(null);
  const [capturing, setCapturing] = useState<Capturing | null>(null);
  const [selected, select] = useState<string | null>(null);
  const { give, refusal, setRefusal, said, setSaid } = useGive(store);
  const { drafts, keepDraft, unkept } = useDrafts(bridge, exercise, about.drafts);
  const [sending] = useState(() => new Set<Draft>());
  const isCovered = cover !== 'none';
  const last = useMemo(() => findLastReleased(state), [state]);

  const start = useStart({ store, isScribe, isCovered, give, setRefusal, setSaid, open, setCapturing });

  return {
    exercise,
    isScribe,
    state,
    rows: useMemo(() => listOrder(state, nowM), [state, nowM]),
    about,
    bridge,
    nowM,
    pressM: store.nowM,
    listActs: useCallback(() => {
      const { state: saved } = store.store.getState();
      const acts = saved ? listActs({ state: saved, isCovered }) : [];
      return isScribe ? acts.filter(({ verb }) => mayScribe(verb)) : acts;
    }, [store, isCovered, isScribe]),
    cover,
    answerShown,
    selected: selected ?? last,
    select,
    opened,
    open,
    close: useCallback(() => open(null), []),
    start,
    capturing,
    stopCapturing: useCallback(
      (turn?: number) => setCapturing((now) => (turn === undefined || now?.turn === turn ? null : now)),
      [],
    ),
    give,
    drafts,
    keepDraft,
    unkept,
    sending,
    mirror: store,
    refusal,
    refuse: setRefusal,
    said,
    clearRefusal: useCallback(() => {
      setRefusal(null);
      setSaid(null);
    }, [setRefusal, setSaid]),
  };
}
