import { feedbackStatements } from '#core/review/forms/field.ts';
import { listFeed } from '#core/review/list-feed.ts';
import { summariseFeedback } from '#core/review/summarise-feedback.ts';
import { EntryRow } from '../entry-row.tsx';
import { NewForm } from '../new-form.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';

/** Forms copied from paper, by whoever did not write them. */
export function FeedbackStep() {
  const { state } = useReviewed();
  const { n, means } = summariseFeedback(state);
  const rows = listFeed(state).filter(({ event }) => event.type === 'feedback_given');
  return (
    <>
      <section className={css.sec}>
        <h3 className="row-title">{n === 1 ? '1 form' : `${n} forms`}</h3>
        {means === null ? (
          <p className="small quiet">Below four forms no mean is shown or printed, so that nobody can be recognised.</p>
        ) : (
          <ol className={css.means}>
            {feedbackStatements.map((statement, index) => (
              <li key={statement}>
                <span>{statement}</span>
                <span className="num">{means[index]}</span>
              </li>
            ))}
          </ol>
        )}
        <NewForm verb="record_feedback" saveLabel="Enter this form" isMain isRepeated />
      </section>
      <section className={css.sec}>
        <h3 className="row-title">Entered</h3>
        <ul>
          {rows.map((row, index) => (
            <EntryRow key={row.seq} row={row} title={`Form ${index + 1}`} />
          ))}
        </ul>
      </section>
    </>
  );
}
