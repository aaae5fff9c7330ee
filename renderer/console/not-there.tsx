import { PageHead } from '../parts/page-head.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import type { Requested } from '../state/use-request.ts';
import css from './not-there.module.css';

type Props = {
  readonly asked: Requested<unknown>;
  /** While it is asked for: `Reading the months…`. */
  readonly loading: string;
  /** The page's head where it cannot be had. */
  readonly label: string;
  readonly title: string;
};

/** A page whose content was asked for and is not there: it comes, or it failed and can be asked for again. */
export function NotThere({ asked, loading, label, title }: Props) {
  if (asked.at === 'loading') return <p role="status">{loading}</p>;
  if (asked.at === 'there') return null;
  return (
    <>
      <PageHead label={label} title={title} />
      <ProblemNotice problem={asked.problem} takesFocus>
        <p className={css.again}>
          <button type="button" className="button" onClick={asked.again}>
            Try again
          </button>
        </p>
      </ProblemNotice>
    </>
  );
}
