import { useEffect, useRef, useState } from 'react';
import { listStandingOf } from '#core/exercise/state.ts';
import { longDate } from '#core/local-time.ts';
import { tellApprovalBeforeFinal } from '#core/review/customer-summary.ts';
import { describeReview } from '#core/review/describe-review.ts';
import { listWording } from '#core/review/wording/list-wording.ts';
import { BlockerList } from '../blocker-list.tsx';
import { NewForm } from '../new-form.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';
import { ListSection } from './list-step.tsx';
import { KeptWording } from './wording-step.tsx';

/** Who signs, and the last step: FINAL, or a new revision after it. */
export function SignOffStep() {
  const { state } = useReviewed();
  const signed = listStandingOf(state, 'report_signed');
  const { blockers, phase, version } = describeReview(state);
  const summary = tellApprovalBeforeFinal(state);
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
      <section className={css.sec}>
        <h3 className="row-title">Words kept as written, for whoever approves</h3>
        <KeptWording kept={listWording(state).filter(({ kept }) => kept !== null)} />
      </section>
      <ListSection
        title="Summary for customers"
        types={['summary_approved']}
        empty="Nobody has approved it, so it is a DRAFT and marked as the report is. Communications and Legal each approve it, for twelve months."
        verb="approve_summary"
        saveLabel="Approve the summary"
      />
      <section className={css.sec} id="at-final" tabIndex={-1}>
        <h3 className="row-title">
          {phase === 'final' ? `FINAL, version ${version}` : `Make version ${version} final`}
        </h3>
        {phase === 'final' ? null : <BlockerList blockers={blockers} />}
        {phase !== 'final' && summary !== null ? <p className="small">{summary}</p> : null}
        {phase === 'final' ? (
          <NewForm verb="open_revision" saveLabel="Open a new revision" isMain />
        ) : (
          <MakeFinal version={version} isBlocked={blockers.length > 0} />
        )}
      </section>
    </>
  );
}

type FinalProps = { readonly version: string; readonly isBlocked: boolean };

/** Asked twice: nothing takes FINAL back but a new revision. */
function MakeFinal({ version, isBlocked }: FinalProps) {
  const [isAsked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsked) place.current?.querySelector<HTMLElement>('[type="submit"]')?.focus();
  }, [isAsked]);
  if (isBlocked) return <NewForm verb="finalise_report" saveLabel="Make final" />;
  if (!isAsked) {
    return (
      <button type="button" className="button primary" onClick={() => setAsked(true)}>
        Make final…
      </button>
    );
  }
  return (
    <div ref={place}>
      <p>Version {version} stays as it is from then on. Whatever changes afterwards makes a new revision.</p>
      <NewForm
        verb="finalise_report"
        saveLabel={`Yes, version ${version} is final`}
        isMain
        beside={
          <button type="button" className="button" onClick={() => setAsked(false)}>
            Not yet
          </button>
        }
      />
    </div>
  );
}
