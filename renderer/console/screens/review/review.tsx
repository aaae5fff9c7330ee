import { useExerciseStore, useMirror } from '../../../state/use-application.tsx';
import { Frame } from '../../frame.tsx';
import { ExerciseBanners } from '../report/exercise-banners.tsx';
import { ReviewPage } from './review-page.tsx';

/** What happened becomes what changes: gaps completed, rated, agreed, signed. */
export function Review({ exercise }: { readonly exercise: string }) {
  const held = useExerciseStore(exercise);
  const { state, about, problem } = useMirror(held, 'state', 'about', 'problem');
  const isRunning = state !== null && !['not_started', 'ended', 'final'].includes(state.phase);
  return (
    <Frame at="review" neighbours={{ exercise, isRunning }}>
      <ExerciseBanners
        about={about}
        problem={problem}
        isLoaded={state !== null}
        isRunning={isRunning}
        exercise={exercise}
        onMended={() => void held.load()}
      />
      {state && about ? (
        <ReviewPage key={exercise} exercise={exercise} held={held} state={state} about={about} />
      ) : null}
    </Frame>
  );
}
