import { listStandingOf } from '#core/exercise/state.ts';
import { NewForm } from '../new-form.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';
import { ListSection } from './list-step.tsx';

/** What page one says to those who decide, and what they answered. */
export function LeadershipStep() {
  const { state } = useReviewed();
  const written = listStandingOf(state, 'if_real_written').at(-1)?.data;
  return (
    <>
      <section className={css.sec}>
        <h3 className="row-title">If this had been real</h3>
        <NewForm
          verb="write_if_real"
          initial={{ text: written?.text ?? '', by: written?.by ?? '' }}
          saveLabel="Save the sentence"
          isMain
        />
      </section>
      <ListSection
        title="Asked of leadership, at most three"
        types={['leadership_asked']}
        empty="Nothing is asked yet."
        verb="ask_leadership"
        saveLabel="Ask for something"
      />
      <ListSection
        title="Management responses"
        types={['management_response_recorded']}
        empty="No response yet. Record one for each gap that leadership has answered."
        verb="record_management_response"
        saveLabel="Record a response"
      />
    </>
  );
}
