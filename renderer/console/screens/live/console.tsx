import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type { ClockGap } from '#contract/console-answers.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import type { ExerciseStore } from '../../../state/exercise-store.ts';
import { useExerciseStore, useMirror, useRoomStatus } from '../../../state/use-application.tsx';
import { useRoomsFirst } from '../../../state/use-rooms-first.ts';
import { GoOn } from '../../go-on.tsx';
import { ClockQuestion } from './clock-question.tsx';
import { type Cover, type Live, LiveProvider } from './live-context.tsx';
import { LiveScreen } from './live-screen.tsx';
import { NotLive } from './not-live.tsx';
import { ScribeScreen } from './scribe-screen.tsx';
import { ShownQuestion } from './shown-question.tsx';
import { useLiveValue } from './use-live-value.ts';
import { useShown } from './use-shown.ts';

/** The live console of one exercise, from the moment it is opened until it ends. */
export function Console({ exercise, isScribe = false }: { readonly exercise: string; readonly isScribe?: boolean }) {
  const store = useExerciseStore(exercise);
  const { state, about, problem } = useMirror(store, 'state', 'about', 'problem');
  useReviewNext(exercise, isScribe ? null : state);
  if (!state || !about) return <NotLive {...{ exercise, isScribe, problem }} state={null} readOnly={null} />;
  const isOver = isOverIn(state);
  if (about.readOnly !== null || isOver) {
    return (
      <NotLive {...{ exercise, isScribe, state, problem }} readOnly={about.readOnly}>
        {about.salvaged !== null && (
          <GoOn exercise={exercise} salvaged={about.salvaged} onDone={() => void store.load()} />
        )}
      </NotLive>
    );
  }
  return <Covered key={exercise} {...{ exercise, isScribe, store, state, about }} />;
}

const isOverIn = ({ phase }: ExerciseState) => phase === 'ended' || phase === 'final' || phase === 'not_started';

/** From here to Review once the exercise ends, but not for whoever comes to one that has ended. */
function useReviewNext(exercise: string, state: ExerciseState | null) {
  const wasLive = useRef(false);
  useEffect(() => {
    if (!state) return;
    if (wasLive.current && state.phase === 'ended') window.location.hash = `#/review/${exercise}`;
    wasLive.current = !isOverIn(state);
  }, [exercise, state]);
}

type Props = {
  readonly exercise: string;
  readonly isScribe: boolean;
  readonly store: ExerciseStore;
  readonly state: ExerciseState;
  readonly about: Live['about'];
};

/** Nothing the room must not read stands here before it is known who sees this screen. */
function Covered({ exercise, isScribe, store, state, about }: Props) {
  const { shown, answer } = useShown(exercise);
  const [answeredGap, setAnsweredGap] = useState<ClockGap | null>(null);
  const cover = coverOf(shown, state);
  const afterFeed = useDeferredValue(state); // the feed first, which says that it is saved
  const drawn = useRoomsFirst(afterFeed, useRoomStatus());
  const live = useLiveValue({ exercise, isScribe, store, state: drawn, about, cover, answerShown: answer });
  const gap = isScribe || about.gap === answeredGap ? null : about.gap; // the facilitator is asked
  const Screen = isScribe ? ScribeScreen : LiveScreen;
  return (
    <LiveProvider value={live}>
      <Screen isAsking={shown === 'unknown' || gap !== null} />
      {shown === 'unknown' && <ShownQuestion onAnswer={answer} />}
      {shown !== 'unknown' && gap && <ClockQuestion gap={gap} onAnswered={() => setAnsweredGap(gap)} />}
    </LiveProvider>
  );
}

function coverOf(shown: ReturnType<typeof useShown>['shown'], state: ExerciseState): Cover {
  if (shown !== 'no') return 'all';
  return state.setup?.plan.seat === 'both' ? 'coming' : 'none';
}
