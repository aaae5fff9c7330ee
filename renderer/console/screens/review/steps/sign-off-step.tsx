import { listStandingOf } from '#core/exercise/state.ts';
import { longDate } from '#core/local-time.ts';
import { describeReview } from '#core/review/describe-review.ts';
import { BlockerList } from '../blocker-list.tsx';
import { NewForm } from '../new-form.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';

/** Who signs, and the last step: FINAL, or a new revision after it. */
export function SignOffStep() {
  const { state } = useReviewed();
  const signed = listStandingOf(state, 'report_signed');
  const { blockers, phase, version } = describeReview(state);
  return (
    <>
      <section className={css.sec}>
        <h3 className="row-title">Signatures</h3>
        {signed.length === 0 ? <p className="small quiet">Nobody has signed yet.</p> : null}
        <ul>
          {signed.map(({ seq, data }) => (
            <li key={seq} className={css.signed}>
              <bdi>{data.name}</bdi>, <bdi>{data.role}</bdi>, {longDate(data.on)}
            </li>
          ))}
        </ul>
        <NewForm verb="sign_report" saveLabel="Add the signature" isRepeated />
      </section>
      <section className={css.sec} id="at-final" tabIndex={-1}>
        <h3 className="row-title">
          {phase === 'final' ? `FINAL, version ${version}` : `Make version ${version} final`}
        </h3>
        {phase === 'final' ? null : <BlockerList blockers={blockers} />}
        {phase === 'final' ? (
          <NewForm verb="open_revision" saveLabel="Open a new revision" isMain />
        ) : (
          <NewForm verb="finalise_report" saveLabel="Make final" isMain={blockers.length === 0} />
        )}
      </section>
    </>
  );
}
