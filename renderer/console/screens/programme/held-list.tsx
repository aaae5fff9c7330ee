import type { ExerciseLine } from '#contract/programme.ts';
import { shortDate } from '#core/local-time.ts';
import { isUnderWay, isUnplayed, phaseWords, unplayedWords } from '#core/plan/programme-cards.ts';
import { RatingStrip } from '../../../parts/rating-mark.tsx';
import styles from './programme.module.css';

/** Every exercise on the disk, newest first. */
export function HeldList({ exercises }: { readonly exercises: readonly ExerciseLine[] }) {
  return (
    <section className={styles.held} aria-labelledby="held">
      <h2 id="held" className="section-title">
        Exercises
      </h2>
      {exercises.length === 0 ? (
        <p className={styles.empty}>None yet. Plan a quarter above and press Start; it then stands here.</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Exercise</th>
              <th scope="col">State</th>
              <th scope="col">Ratings</th>
              <th scope="col" className="num">
                Gaps
              </th>
              <th scope="col" className="num">
                Open actions
              </th>
              <th scope="col">
                <span className="sr">Open</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {exercises.map((line) => (
              <HeldRow key={line.exercise} line={line} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function HeldRow({ line }: { readonly line: ExerciseLine }) {
  const { exercise, title, quarter, heldOn, phase, isSample, ratings, gaps, openActions, trouble } = line;
  const goesOn = isUnderWay(phase) && trouble === null;
  return (
    <tr>
      <td className="nowrap">{heldOn ? shortDate(heldOn) : 'Not yet'}</td>
      <td>
        <bdi className="strong">{title}</bdi>
        {isSample && <span className={styles.sample}>Sample</span>}
        <div className="tiny quiet">
          {quarter}, <bdi>{exercise}</bdi>
        </div>
      </td>
      <td>
        {trouble === null ? (
          <span className={`state ${stateLook(phase)}`}>{isUnplayed(line) ? unplayedWords : phaseWords(phase)}</span>
        ) : (
          <span className="state bad">Not whole</span>
        )}
        {trouble !== null && <p className={`tiny bad ${styles.trouble}`}>{trouble}</p>}
      </td>
      <td className={styles.ratings}>
        {ratings.length > 0 ? (
          <RatingStrip label={`Ratings of ${title}`} ratings={ratings} />
        ) : (
          <span className="quiet">Not rated</span>
        )}
      </td>
      <td className="num" data-of="Gaps">
        {gaps}
      </td>
      <td className="num" data-of="Open actions">
        {openActions}
      </td>
      <td className={styles.open}>
        <a className="link" href={goesOn ? `#/live/${exercise}` : `#/review/${exercise}`}>
          {goesOn ? 'Console' : 'Review'}
          <span className="sr"> of {exercise}</span>
        </a>
        <a className="link" href={`#/report/${exercise}`}>
          Report<span className="sr"> of {exercise}</span>
        </a>
      </td>
    </tr>
  );
}

function stateLook(phase: ExerciseLine['phase']): string {
  if (phase === 'real_world') return 'bad';
  if (isUnderWay(phase)) return 'warn';
  return phase === 'final' ? 'good' : 'todo quiet';
}
