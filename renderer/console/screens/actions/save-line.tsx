import type { Problem } from '#core/outcome.ts';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import css from './actions.module.css';

type Props = {
  readonly label: string;
  readonly isMain?: boolean;
  readonly isBusy: boolean;
  readonly said: string | null;
  readonly problem: Problem | null;
};

/** The foot of a form: its button, and what became of the last press. */
export function SaveLine({ label, isMain = false, isBusy, said, problem }: Props) {
  return (
    <>
      <p className={css.save}>
        <button type="submit" className={isMain ? 'button primary' : 'button'} aria-disabled={isBusy}>
          {label}
        </button>
        <span role="status" className="small good">
          {said}
        </span>
      </p>
      {problem && <ProblemNotice problem={problem} takesFocus />}
    </>
  );
}
