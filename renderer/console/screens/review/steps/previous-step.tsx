import { shortDate } from '#core/local-time.ts';
import { statusNames } from '#core/report/term-words.ts';
import { type ReportedAction, reportPreviousActions } from '#core/review/previous-actions.ts';
import { Fold } from '../fold.tsx';
import { NewForm } from '../new-form.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';

/** Did what was agreed last time hold today? */
export function PreviousStep() {
  const { state } = useReviewed();
  const { exercise, actions, counts, repeatGaps } = reportPreviousActions(state);
  if (actions.length === 0) {
    const why = exercise === null ? 'There was no previous exercise.' : `${exercise} left no actions.`;
    return <p className="quiet">{why} Nothing is to be re-tested.</p>;
  }
  return (
    <>
      <p className="small quiet">
        {exercise}: {counts.total} actions, {counts.closed} closed, {counts.verified} verified, {counts.overdue}{' '}
        overdue, {counts.held} held today, {counts.notHeld} did not.
      </p>
      {repeatGaps.map(({ gap, actions: same }) => (
        <p key={gap} className={css.note}>
          {gap} repeats what {same.join(', ')} was to close.
        </p>
      ))}
      {actions.map((action) => (
        <PreviousAction key={action.id} action={action} />
      ))}
    </>
  );
}

const results = { held: 'held today', not_held: 'did not hold today', not_tested: 'not tested today' } as const;

function PreviousAction({ action }: { readonly action: ReportedAction }) {
  const { drafts } = useReviewed();
  const { id, title, due_on, status, isOverdue, retest } = action;
  return (
    <section className={css.sec} aria-label={id}>
      <h3 className="row-title">
        <span className="quiet">{action.register_id}</span> <bdi>{title}</bdi>
      </h3>
      <p className="small quiet">
        <bdi>{action.owner_name ?? 'nobody named'}</bdi>, {due_on ? `due ${shortDate(due_on)}` : 'no date'},{' '}
        {statusNames[status]}, {retest ? results[retest.result] : 'nobody spoke of a re-test'}
        {isOverdue ? <b className="bad"> Overdue</b> : null}
      </p>
      <Fold title={`Re-test ${action.register_id}`} isOpen={drafts.read(`retest_action/${id}`) !== undefined}>
        <NewForm
          verb="retest_action"
          about={id}
          fixed={{ action: id }}
          initial={{ result: retest?.result ?? '', note: retest?.note ?? '' }}
          saveLabel="Record the re-test"
        />
      </Fold>
      <Fold title={`Status of ${action.register_id}`} isOpen={drafts.read(`change_action_status/${id}`) !== undefined}>
        <NewForm
          verb="change_action_status"
          about={id}
          fixed={{ action: id }}
          initial={{ status }}
          saveLabel="Change the status"
        />
      </Fold>
    </section>
  );
}
