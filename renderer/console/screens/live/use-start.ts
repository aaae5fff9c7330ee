import { useCallback, useRef } from 'react';
import { mayScribe } from '#core/exercise/scribe-rules.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { describeEvent } from '#core/report/describe-event.ts';
import type { ExerciseStore } from '../../../state/exercise-store.ts';
import { findAct } from './acts.ts';
import type { Capturing, Live, Opened, Preset } from './live-context.tsx';
import type { useGive } from './use-give.ts';

type Needs = Pick<ReturnType<typeof useGive>, 'give' | 'setRefusal' | 'setSaid'> & {
  readonly store: ExerciseStore;
  readonly isCovered: boolean;
  readonly isScribe: boolean;
  readonly open: (opened: Opened) => void;
  readonly setCapturing: (next: Capturing) => void;
};

/** Does an act at once where nothing has to be filled in, else opens its form. What is saved counts, not what is drawn already. */
export function useStart({
  store,
  isCovered,
  isScribe,
  give,
  setRefusal,
  setSaid,
  open,
  setCapturing,
}: Needs): Live['start'] {
  const turns = useRef(0);
  return useCallback(
    (id: string, about = '', preset: Preset = {}) => {
      const { state } = store.store.getState();
      if (!state) return;
      const act = findAct({ state, about, isCovered }, id);
      if (!act) return setRefusal(notNow(state, id));
      if (isScribe && !mayScribe(act.verb))
        return setRefusal('The facilitator’s window does that. This one writes down.');
      const pressedM = store.nowM();
      if (act.letter) {
        turns.current += 1;
        return setCapturing({ act, pressedM, turn: turns.current });
      }
      if (act.fields.length > 0 || act.isConfirmed) return open({ kind: 'act', act, about, preset, pressedM });
      const undone = id === 'undo' && state.undoable ? describeEvent(state.undoable.event, state.scenario).text : null;
      void give(act.toCommand(nothingFilled), pressedM).then((isSaved) => {
        if (isSaved && undone !== null) setSaid(`Taken back: ${undone}. The record keeps that it was there.`);
      });
    },
    [store, isCovered, isScribe, give, setRefusal, setSaid, open, setCapturing],
  );
}

const nothingFilled = { line: () => undefined, need: () => '', all: () => [], yes: () => false };

function notNow({ phase }: ExerciseState, id: string): string {
  if (phase === 'paused') return 'The exercise is paused, so the room gets nothing new. Resume it, then try again.';
  if (phase === 'suspended') return 'The sitting has ended. Begin the next one, or end the exercise.';
  if (phase === 'real_world') return 'The exercise stopped for something real. Resume it when that is over, or end it.';
  return id === 'undo' ? 'There is no release or capture to undo.' : 'There is nothing to choose from for this yet.';
}
