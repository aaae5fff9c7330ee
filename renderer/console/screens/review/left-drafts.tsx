import { useState } from 'react';
import css from './review.module.css';
import { useReviewed } from './review-context.tsx';

const kinds: Readonly<Record<string, string>> = {
  'capture-decision': 'Decision',
  'capture-gap': 'Gap',
  'capture-strength': 'Strength',
  'capture-observation': 'Observation',
  'capture-action': 'Action',
  park: 'Parked',
};

/** What stood half typed in the console when the exercise ended: to be written where it belongs, or dropped on purpose. */
export function LeftDrafts() {
  const { drafts } = useReviewed();
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const left = Object.entries(kinds).flatMap(([form, kind]) => {
    const text = dropped.has(form) ? '' : textOf(drafts.read(form));
    return text === '' ? [] : [{ form, kind, text }];
  });
  if (left.length === 0) return null;
  return (
    <section className={css.left} aria-label="Typed and not saved">
      <p className="strong">Typed in the console and not saved before the exercise ended</p>
      <ul>
        {left.map(({ form, kind, text }) => (
          <li key={form}>
            <span>
              {kind}: “<bdi>{text}</bdi>”
            </span>{' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                drafts.forget(form);
                setDropped(new Set([...dropped, form]));
              }}
            >
              Drop it<span className="sr">: {text}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="small quiet">It is in no document. Write it below where it belongs, then drop it here.</p>
    </section>
  );
}

function textOf(draft: unknown): string {
  const text = typeof draft === 'object' && draft !== null && 'text' in draft ? draft.text : '';
  return typeof text === 'string' ? text.trim() : '';
}
