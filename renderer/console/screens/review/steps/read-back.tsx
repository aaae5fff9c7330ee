import { type ReactNode, useState } from 'react';
import { ownerWords } from '#core/report/facts.ts';
import { severityNames } from '#core/report/term-words.ts';
import { listReadBack, readBackMost } from '#core/review/hot-wash.ts';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';

/** Large enough to be read aloud from; strengths first, three of each, and the others on demand. */
export function ReadBack() {
  const { state } = useReviewed();
  const { strengths, gaps } = listReadBack(state);
  return (
    <section className={css.sec}>
      <h3 className="row-title">Read back, strengths first</h3>
      <Few
        title="Strengths"
        first="the first noted"
        empty="No strength is written down yet."
        items={strengths.map(({ strength, what, keep }) => (
          <li key={strength}>
            <bdi>{what}</bdi>
            {keep ? <p className="small quiet">Keep: {keep}</p> : null}
          </li>
        ))}
      />
      <Few
        title="Gaps"
        first="the gravest; one without a severity comes last"
        empty="No gap is written down."
        items={gaps.map((line) => <GapLine key={line.gap.gap} line={line} />)}
      />
      <p>Owners volunteer; nothing is given to somebody who is not there. Then thank everybody.</p>
    </section>
  );
}

function GapLine({ line: { gap, actions } }: { readonly line: ReturnType<typeof listReadBack>['gaps'][number] }) {
  const { go } = useReviewed();
  return (
    <li>
      <bdi>{gap.title}</bdi>
      <p className="small quiet">
        {[gap.gap, gap.severity ? severityNames[gap.severity] : 'no severity yet'].join(', ')}
        {': '}
        {actions.length === 0 ? 'who volunteers?' : actions.map(ownerWords).join('; ')}{' '}
        <button type="button" className="link" onClick={() => go('actions', gap.gap)}>
          Agree an action<span className="sr"> for {gap.gap}</span>
        </button>
      </p>
    </li>
  );
}

type FewProps = {
  readonly title: 'Strengths' | 'Gaps';
  /** Which ones those are that stand there at first. */
  readonly first: string;
  readonly empty: string;
  readonly items: readonly ReactNode[];
};

function Few({ title, first, empty, items }: FewProps) {
  const [isWhole, setWhole] = useState(false);
  const isCut = items.length > readBackMost;
  return (
    <>
      <h4 className="label">
        {title}
        {isCut && !isWhole ? `: ${readBackMost} of ${items.length}, ${first}` : ''}
      </h4>
      <ol className={css.readBack}>
        {isWhole ? items : items.slice(0, readBackMost)}
        {items.length === 0 ? <li className="quiet">{empty}</li> : null}
      </ol>
      {isCut ? (
        <button type="button" className="link small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? `Only ${readBackMost} ${title.toLowerCase()}` : `Show all ${items.length} ${title.toLowerCase()}`}
        </button>
      ) : null}
    </>
  );
}
