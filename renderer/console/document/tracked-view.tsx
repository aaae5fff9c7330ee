import type { Tracked } from '#core/report/document.ts';
import type { Piece } from '#core/report/track-words.ts';
import { inOrder } from './words.tsx';

export function TrackedView({ tracked: { head, label, pieces, comment } }: { readonly tracked: Tracked }) {
  return (
    <div>
      <p className="small quiet">{head}</p>
      <p>
        <b className="strong">{label}</b> <Pieces pieces={pieces} />
      </p>
      <p className="small quiet">{comment}</p>
    </div>
  );
}

/** What goes and what comes, marked as such for the eye and for a screen reader. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return inOrder(pieces).map(({ item: { is, text }, place }) => {
    if (is === 'kept') return <bdi key={place}>{text}</bdi>;
    return is === 'deleted' ? <del key={place}>{text}</del> : <ins key={place}>{text}</ins>;
  });
}
