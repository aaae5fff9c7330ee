import { Fragment } from 'react';
import type { PriorityBar, SessionSummary } from '#core/plan/session-summary.ts';
import styles from './plan.module.css';

/** Must, should and could on one scale of minutes; what is left out stands struck through. */
export function LengthBars({ summary: { bars } }: { readonly summary: SessionSummary }) {
  const scale = Math.max(...bars.map(total), 1);
  return (
    <div className={styles.bars}>
      {bars
        .filter(({ segments }) => segments.length > 0)
        .map((bar) => (
          <Fragment key={bar.priority}>
            <span className={`strong ${styles.priority}`}>{bar.priority}</span>
            <ul
              className={`${styles.track} ${bar.segments.length > mostNamed ? styles.dense : ''}`}
              aria-label={`${bar.priority}: ${bar.kept} of ${bar.segments.length} kept`}
            >
              {bar.segments.map(({ inject, title, minutes, isKept }) => (
                <li
                  key={inject}
                  title={title}
                  className={`${styles.seg} ${isKept ? styles.kept : styles.out} ${bar.priority === 'must' ? styles.must : ''}`}
                  style={{ flex: `${minutes} 0 0` }}
                >
                  {bar.segments.length <= mostNamed && (
                    <>
                      <b>{inject.split('-').at(-1)}</b>
                      <i>{minutes}</i>
                    </>
                  )}
                  <span className="sr">
                    {bar.segments.length > mostNamed && minutes} min, {title}
                    {isKept ? '' : ', left out'}
                  </span>
                </li>
              ))}
              {scale > total(bar) && <li aria-hidden="true" style={{ flex: `${scale - total(bar)} 0 0` }} />}
            </ul>
            <span className="num">
              {bar.kept} of {bar.segments.length}, <b>{bar.minutes} min</b>
            </span>
          </Fragment>
        ))}
    </div>
  );
}

/** More than these are too narrow to hold a number; their titles are still there to be heard and pointed at. */
const mostNamed = 24;

function total({ segments }: PriorityBar): number {
  return segments.reduce((sum, { minutes }) => sum + minutes, 0);
}
