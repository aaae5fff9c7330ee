import { listWords } from '#core/report/term-words.ts';
import { listDecisionsToReview } from '#core/review/list-decisions.ts';
import { listFeed } from '#core/review/list-feed.ts';
import { EntryRow } from '../entry-row.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';
import { EntryWords } from './entry-words.tsx';

/** What was decided in one line during play, completed while people still know why. */
export function DecisionsStep() {
  const { state } = useReviewed();
  const rows = new Map(listFeed(state).map((row) => [row.seq, row]));
  const decisions = listDecisionsToReview(state);
  const open = decisions.filter(({ missing }) => missing.length > 0).length;
  return (
    <section className={css.sec}>
      <p className="small quiet">
        {decisions.length === 0
          ? 'No decision was recorded.'
          : open === 0
            ? 'Every decision has its reasons.'
            : 'Nothing here blocks FINAL: what is missing is missing in the report.'}
      </p>
      <ul>
        {decisions.map(({ seq, missing }) => {
          const row = rows.get(seq);
          if (!row) return null;
          return (
            <EntryRow key={seq} row={row} title={<EntryWords row={row} />}>
              {missing.length === 0 ? null : <p className="small quiet">Not written down: {listWords(missing)}.</p>}
            </EntryRow>
          );
        })}
      </ul>
    </section>
  );
}
