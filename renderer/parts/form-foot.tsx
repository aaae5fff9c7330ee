import type { Problem } from '#core/outcome.ts';
import styles from './fields.module.css';
import { ProblemNotice } from './problem-notice.tsx';

type Props = {
  readonly label: string;
  readonly isMain?: boolean;
  readonly isBusy: boolean;
  readonly said: string | null;
  readonly problem: Problem | null;
};

/** The foot of a form: its button, and what became of the last press. */
export function FormFoot({ label, isMain = false, isBusy, said, problem }: Props) {
  return (
    <>
      <p className={styles.foot}>
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
