import type { Tracked } from '#core/report/document.ts';
import { inOrder } from './words.tsx';

/** What goes and what comes, marked as such for the eye and for a screen reader. */
export function TrackedView({ tracked: { head, label, pieces, comment } }: { readonly tracked: Tracked }) {
  return (
    <div>
      <p className="small quiet">{head}</p>
      <p>
        <b className="strong">{label}</b>{' '}
        {inOrder(pieces).map(({ item: { is, text }, place }) =>
          is === 'kept' ? (
            <bdi key={place}>{text}</bdi>
          ) : is === 'deleted' ? (
            <del key={place}>{text}</del>
          ) : (
            <ins key={place}>{text}</ins>
          ),
        )}
      </p>
      <p className="small quiet">{comment}</p>
    </div>
  );
}
