import { useEffect, useRef, useState } from 'react';
import { longDate } from '#core/local-time.ts';
import { tellApprovalBeforeFinal } from '#core/review/customer-summary.ts';
import { describeReview } from '#core/review/describe-review.ts';
import { type FeedRow, listFeed } from '#core/review/list-feed.ts';
import { listLooseEnds } from '#core/review/list-loose-ends.ts';
import { listSignatures } from '#core/review/signatures.ts';
import { listWording } from '#core/review/wording/list-wording.ts';
import { BlockerList } from '../blocker-list.tsx';
import { EntryRow } from '../entry-row.tsx';
import { NewForm } from '../new-form.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';
import { ListSection } from './list-step.tsx';
import { KeptWording } from './wording-step.tsx';

/** Who signs, and the last step: FINAL, or a new revision after it. */
export function SignOffStep() {
  const { state } = useReviewed();
  const { blockers, phase, version } = describeReview(state);
  const summary = tellApprovalBeforeFinal(state);
  return (
    <>
      <Signatures />
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
        {phase === 'final' ? null : <LooseEnds />}
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

/** Those of this version, each to be changed or taken back while it is not FINAL. */
function Signatures() {
  const { state } = useReviewed();
  const signed = new Set(listSignatures(state).map(({ seq }) => seq));
  const rows = listFeed(state).filter(({ seq }) => signed.has(seq));
  return (
    <section className={css.sec}>
      <h3 className="row-title">Signatures</h3>
      {rows.length === 0 ? (
        <p className="small quiet">
          {state.version === 1
            ? 'Nobody has signed yet.'
            : `Nobody has signed version ${state.version}.0 yet. What was signed before stands under the version it was given for.`}
        </p>
      ) : null}
      <ul>
        {rows.map((row) => (
          <EntryRow key={row.seq} row={row} title={<SignedWords row={row} />} />
        ))}
      </ul>
      <NewForm verb="sign_report" saveLabel="Add the signature" isRepeated />
    </section>
  );
}

function SignedWords({ row: { event } }: { readonly row: FeedRow }) {
  if (event.type !== 'report_signed') return null;
  const { name, role, on } = event.data;
  return (
    <>
      <bdi>{name}</bdi>, <bdi>{role}</bdi>, {longDate(on)}
    </>
  );
}

/** Not written, not agreed, not signed: it blocks nothing, and is printed as it stands. */
function LooseEnds() {
  const { state } = useReviewed();
  const open = listLooseEnds(state);
  if (open.length === 0) return null;
  return (
    <>
      <p className="small strong">
        Open, and printed as it stands: {open.length}. {open.length === 1 ? 'It does' : 'They do'} not block FINAL.
      </p>
      <BlockerList blockers={open} />
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
