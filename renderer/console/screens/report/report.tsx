import { useExerciseStore, useMirror } from '../../../state/use-application.tsx';
import { Frame } from '../../frame.tsx';
import { ExerciseBanners } from './exercise-banners.tsx';
import { ReportPage } from './report-page.tsx';

/** What will be in the documents, and the documents themselves. */
export function Report({ exercise }: { readonly exercise: string }) {
  const held = useExerciseStore(exercise);
  const { state, about, problem } = useMirror(held, 'state', 'about', 'problem');
  const isRunning = state !== null && !['not_started', 'ended', 'final'].includes(state.phase);
  return (
    <Frame at="report" neighbours={{ exercise, isRunning }}>
      <ExerciseBanners
        about={about}
        problem={problem}
        isLoaded={state !== null}
        isRunning={isRunning}
        exercise={exercise}
        onMended={() => void held.load()}
      />
      {state ? (
        <ReportPage key={exercise} exercise={exercise} state={state} isReadOnly={about?.readOnly != null} />
      ) : null}
    </Frame>
  );
}
