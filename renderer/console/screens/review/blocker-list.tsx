import { capitalise } from '#core/report/term-words.ts';
import type { PlacedBlocker } from '#core/review/place-blockers.ts';
import css from './review.module.css';
import { useReviewed } from './review-context.tsx';

/** What still blocks FINAL, or is open without blocking it; each leads to its place. */
export function BlockerList({ blockers }: { readonly blockers: readonly PlacedBlocker[] }) {
  const { go } = useReviewed();
  if (blockers.length === 0) return <p className="small good">Nothing blocks FINAL.</p>;
  return (
    <ul className={css.blockers}>
      {blockers.map(({ where, what, step, name }) => (
        <li key={`${where} ${what}`}>
          <button type="button" className={css.blocker} onClick={() => go(step, name)}>
            <b className="strong">{where}</b> {capitalise(what)}
          </button>
        </li>
      ))}
    </ul>
  );
}
