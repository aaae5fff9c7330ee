import type { Problem } from '#core/outcome.ts';
import type { ExerciseMirror } from '../../../state/exercise-store.ts';
import { GoOn } from '../../go-on.tsx';
import { NotSaved } from '../../not-saved.tsx';
import { whyNotSaved } from '../live/saved-state.tsx';
import css from './exercise-banners.module.css';

type Props = {
  readonly about: ExerciseMirror['about'];
  readonly problem: Problem | null;
  readonly isLoaded: boolean;
  readonly isRunning: boolean;
  readonly exercise: string;
  /** A damaged one goes on: load it anew. */
  readonly onMended: () => void;
};

/** What stands between the reader and a whole, writable exercise: what is so, and what to do. */
export function ExerciseBanners({ about, problem, isLoaded, isRunning, exercise, onMended }: Props) {
  const notSaved = about && whyNotSaved(about, problem);
  if (!isLoaded) {
    return problem ? (
      <div className={css.bad} role="alert">
        <h1 className="section-title">This exercise cannot be opened</h1>
        <p>
          {problem.message} {problem.hint}
        </p>
        <a href="#/">Back to the programme</a>
      </div>
    ) : (
      <p className="quiet" role="status">
        Opening {exercise} …
      </p>
    );
  }
  return (
    <>
      {about?.readOnly ? (
        <div className={css.bad} role="alert">
          <p className="strong">Open for reading only. Nothing can be added or changed.</p>
          <p>{about.readOnly}</p>
          {about.salvaged === null ? null : <GoOn exercise={exercise} salvaged={about.salvaged} onDone={onMended} />}
        </div>
      ) : null}
      {about?.notices.map((notice) => (
        <p key={notice} className={css.note} role="status">
          {notice}
        </p>
      ))}
      {about && notSaved !== null ? (
        <div className={css.space}>
          <NotSaved exercise={exercise} reason={notSaved} unsaved={about.unsaved} />
        </div>
      ) : null}
      {isRunning && !about?.readOnly ? (
        <div className={css.note}>
          <p>
            <b className="strong">The exercise has not ended.</b> Gaps, strengths, observations, actions and runbook
            changes can be written now; ratings and everything after them come when it has ended.{' '}
            <a href={`#/live/${exercise}`}>Go to the console</a>
          </p>
        </div>
      ) : null}
    </>
  );
}
