import { useEffect, useMemo } from 'react';
import type { ExerciseState } from '#core/exercise/state.ts';
import { describeReview, type ReviewView } from '#core/review/describe-review.ts';
import { listEvidence } from '#core/review/list-feed.ts';
import { type ReviewStep, reviewSteps } from '#core/review/review-places.ts';
import { whyNot } from '#core/review/why-not.ts';
import { createDraftBook } from '../../../state/draft-book.ts';
import type { ExerciseMirror, ExerciseStore } from '../../../state/exercise-store.ts';
import { useBridge } from '../../../state/use-application.tsx';
import { BlockerList } from './blocker-list.tsx';
import { LeftDrafts } from './left-drafts.tsx';
import css from './review.module.css';
import { ReviewContext, type Reviewed } from './review-context.tsx';
import { StepList } from './step-list.tsx';
import { ActionsStep } from './steps/actions-step.tsx';
import { OpenItemsStep, StrengthsStep } from './steps/collected-steps.tsx';
import { DecisionsStep } from './steps/decisions-step.tsx';
import { FeedStep } from './steps/feed-step.tsx';
import { FeedbackStep } from './steps/feedback-step.tsx';
import { GapsStep } from './steps/gaps-step.tsx';
import { HotWashStep } from './steps/hot-wash-step.tsx';
import { LeadershipStep } from './steps/leadership-step.tsx';
import { ObjectivesStep } from './steps/objectives-step.tsx';
import { PreviousStep } from './steps/previous-step.tsx';
import { RunbooksStep } from './steps/runbooks-step.tsx';
import { SignOffStep } from './steps/sign-off-step.tsx';
import { WordingStep } from './steps/wording-step.tsx';
import { useReviewPlace } from './use-review-place.ts';

type Props = {
  readonly exercise: string;
  readonly held: ExerciseStore;
  readonly state: ExerciseState;
  readonly about: NonNullable<ExerciseMirror['about']>;
};

export function ReviewPage({ exercise, held, state, about }: Props) {
  const drafts = useDrafts(exercise, about.drafts);
  const view = useMemo(() => describeReview(state), [state]);
  const evidence = useMemo(() => listEvidence(state, null), [state]);
  const { place, go } = useReviewPlace(drafts, firstPlace(view));
  const reviewed: Reviewed = {
    exercise,
    state,
    give: held.give,
    giveAll: held.giveAll,
    nowM: held.nowM,
    drafts,
    evidence,
    place,
    go,
    whyNot: (type) => (about.readOnly === null ? whyNot(state, type) : 'This exercise is open for reading only.'),
  };
  const name = reviewSteps.find(({ step }) => step === place.step)?.name;
  return (
    <ReviewContext value={reviewed}>
      <ReviewHead view={view} exercise={exercise} go={go} />
      {(view.phase === 'over' || view.phase === 'final') && <LeftDrafts />}
      <div className={css.cols}>
        <ReviewSide view={view} />
        <div className={css.main}>
          <h2 className={`section-title ${css.stepTitle}`} id="step-title" tabIndex={-1}>
            {name}
          </h2>
          <Step step={place.step} />
        </div>
      </div>
    </ReviewContext>
  );
}

/** Where something blocks FINAL, else the gaps. */
function firstPlace({ blockers: [first] }: ReviewView) {
  return first ? { step: first.step, name: first.name } : { step: 'gaps' as const, name: null };
}

function useDrafts(exercise: string, kept: Props['about']['drafts']) {
  const bridge = useBridge();
  // biome-ignore lint/correctness/useExhaustiveDependencies: drafts are read once; from then on the book is ahead of what was kept
  const drafts = useMemo(() => createDraftBook(bridge, exercise, kept), [bridge, exercise]);
  useEffect(() => {
    window.addEventListener('pagehide', drafts.flush);
    return () => {
      window.removeEventListener('pagehide', drafts.flush);
      drafts.flush();
    };
  }, [drafts]);
  return drafts;
}

type HeadProps = { readonly view: ReviewView; readonly exercise: string; readonly go: Reviewed['go'] };

function ReviewHead({ view, exercise, go }: HeadProps) {
  const isFinal = view.phase === 'final';
  return (
    <header className="page-head">
      <div>
        <p className="label">{view.about}</p>
        <h1 className="screen-title">
          Review: <bdi>{view.title}</bdi>
        </h1>
      </div>
      <div className="actions">
        <span className={`state small ${isFinal ? 'good' : 'warn'}`}>
          {isFinal ? `FINAL ${view.version}` : `Draft of ${view.version}`}
        </span>
        <a className="button" href={`#/report/${exercise}`}>
          Preview the report
        </a>
        <button type="button" className="button" onClick={() => go('sign_off', 'final')}>
          {isFinal ? 'New revision' : 'Make final'}
        </button>
      </div>
    </header>
  );
}

function ReviewSide({ view: { blockers, steps, phase } }: { readonly view: ReviewView }) {
  return (
    <aside className={css.side} aria-label="Steps of the review">
      <div className={css.secHead}>
        <h2 className="section-title">Before it is final</h2>
        <span className="small quiet nowrap" role="status">
          {phase === 'final' ? 'final' : `${blockers.length} left`}
        </span>
      </div>
      <StepList steps={steps} />
      <h3 className={`row-title ${css.blocks}`}>What blocks FINAL</h3>
      <BlockerList blockers={blockers} />
      <p className="tiny quiet">
        {phase === 'final'
          ? 'The report is FINAL. A new revision opens it again.'
          : 'Until it is made final the report says DRAFT on every page. You can export it any time.'}
      </p>
    </aside>
  );
}

function Step({ step }: { readonly step: ReviewStep }) {
  switch (step) {
    case 'hot_wash':
      return <HotWashStep />;
    case 'decisions':
      return <DecisionsStep />;
    case 'timeline':
      return <FeedStep />;
    case 'gaps':
      return <GapsStep />;
    case 'objectives':
      return <ObjectivesStep />;
    case 'actions':
      return <ActionsStep />;
    case 'runbooks':
      return <RunbooksStep />;
    case 'strengths':
      return <StrengthsStep />;
    case 'open_items':
      return <OpenItemsStep />;
    case 'previous':
      return <PreviousStep />;
    case 'feedback':
      return <FeedbackStep />;
    case 'leadership':
      return <LeadershipStep />;
    case 'wording':
      return <WordingStep />;
    case 'sign_off':
      return <SignOffStep />;
  }
}
