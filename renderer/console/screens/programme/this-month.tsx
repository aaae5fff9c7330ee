import { useCallback } from 'react';
import { monthWords } from '#core/scorecard/page/month-words.ts';
import { useBridge } from '../../../state/use-application.tsx';
import { useRequest } from '../../../state/use-request.ts';
import { LitWords } from '../scorecard/tiles.tsx';
import styles from './programme.module.css';

/** The newest scorecard in five small tiles; counted in a worker, so it comes when it is ready. */
export function ThisMonth() {
  const bridge = useBridge();
  const asked = useRequest(useCallback(() => bridge.load_newest_scorecard({}), [bridge]));
  const newest = asked.at === 'there' ? asked.value.newest : null;
  if (asked.at === 'failed')
    return (
      <p className="small quiet" role="status">
        {asked.problem.message} {asked.problem.hint}
      </p>
    );
  if (newest === null) return null;
  return (
    <section className={styles.month} aria-labelledby="this-month">
      <div className={styles.head}>
        <h2 id="this-month" className="section-title">
          Scorecard, {monthWords(newest.month)}
          {newest.isDraft && <span className="state warn small"> Not published</span>}
        </h2>
        <a className="link" href={`#/scorecard/${newest.month}`}>
          Open the scorecard
        </a>
      </div>
      <ul className={styles.monthTiles}>
        {newest.tiles.map(({ tile, words }) => (
          <li key={tile}>
            <span className="label">{words.name}</span>
            <span className={`${styles.monthFigure} ${words.isStale ? 'faint' : ''}`}>{words.headline}</span>
            <span className={`tiny ${styles.lit}`}>
              <LitWords words={words.state} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
