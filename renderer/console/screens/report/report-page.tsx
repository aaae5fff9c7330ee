import { useMemo } from 'react';
import type { ExerciseState } from '#core/exercise/state.ts';
import type { Block } from '#core/report/document.ts';
import { buildPostMortem } from '#core/report/post-mortem.ts';
import { describeReview, type ReviewView } from '#core/review/describe-review.ts';
import { Documents } from './documents.tsx';
import { Preview } from './preview.tsx';
import css from './report.module.css';

type Props = { readonly exercise: string; readonly state: ExerciseState; readonly isReadOnly: boolean };

export function ReportPage({ exercise, state, isReadOnly }: Props) {
  const view = useMemo(() => describeReview(state), [state]);
  const blocks = useMemo(() => (state.setup === null ? [] : buildPostMortem(state, '').blocks), [state]);
  return (
    <>
      <ReportHead view={view} exercise={exercise} isReadOnly={isReadOnly} />
      <Documents exercise={exercise} state={state} isFinal={view.phase === 'final'} />
      <div className={css.cols}>
        <div className={css.side}>
          <Outline blocks={blocks} />
        </div>
        <section className={css.main} aria-labelledby="preview-title">
          <h2 className="section-title" id="preview-title">
            What the post-mortem says now
          </h2>
          {blocks.length === 0 ? (
            <p className="quiet">The exercise has not started. Once it has, the report grows here.</p>
          ) : (
            <Preview blocks={blocks} />
          )}
        </section>
      </div>
    </>
  );
}

type HeadProps = Pick<Props, 'exercise' | 'isReadOnly'> & { readonly view: ReviewView };

function ReportHead({ view, exercise, isReadOnly }: HeadProps) {
  const { blockers, phase } = view;
  const isFinal = phase === 'final';
  return (
    <header className="page-head">
      <div>
        <p className="label">{view.about}</p>
        <h1 className="screen-title">
          Report: <bdi>{view.title}</bdi>
        </h1>
      </div>
      <div className="actions">
        <span className={`state small ${isFinal ? 'good' : 'warn'}`}>
          {isFinal ? `FINAL ${view.version}` : `DRAFT of ${view.version}`}
        </span>
        {phase === 'over' && !isReadOnly ? (
          <a className="button" href={`#/review/${exercise}`}>
            {whatIsLeft(blockers.length)}
          </a>
        ) : null}
      </div>
    </header>
  );
}

function whatIsLeft(blockers: number): string {
  if (blockers === 0) return 'Nothing blocks FINAL: make it final in Review';
  return blockers === 1
    ? '1 point blocks FINAL: complete in Review'
    : `${blockers} points block FINAL: complete in Review`;
}

/** The headings of the document, as a way into its preview. */
function Outline({ blocks }: { readonly blocks: readonly Block[] }) {
  const headings = blocks.flatMap((block) => (block.is === 'section' ? [block] : []));
  if (headings.length === 0) return null;
  function show(number: number) {
    const heading = document.getElementById(`section-${number}`);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }
  return (
    <nav aria-labelledby="outline-title">
      <h2 className="section-title" id="outline-title">
        Outline
      </h2>
      <ol>
        {headings.map(({ number, text }) => (
          <li key={number}>
            <button type="button" className={css.heading} onClick={() => show(number)}>
              <span className="quiet num">{number}</span> {text}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
