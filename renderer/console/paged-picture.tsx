import { useCallback, useEffect, useState } from 'react';
import type { RoomImage } from '#contract/room.ts';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { RoomScreen } from '../parts/room/room-screen.tsx';
import styles from './paged-picture.module.css';

type Props = {
  readonly view: RoomView;
  readonly image?: RoomImage | null;
  readonly theme?: 'light' | 'dark';
  /** In a dialog ← and → turn its pages, with Shift those at the left. */
  readonly takesArrows?: boolean;
};

/** What the room would see, page by page: drawn for the eye; whoever listens hears the words, without the furniture of the room. */
export function PagedPicture({ view, image = null, theme = 'light', takesArrows = false }: Props) {
  const [counts, setCounts] = useState({ now: 1, beside: 1 });
  const [page, setPage] = useState(0);
  const [pageBeside, setPageBeside] = useState(0);
  const tellPages = useCallback((now: number, beside: number) => setCounts({ now, beside }), []);
  useArrows(takesArrows, (step, isBeside) => {
    const turn = (now: number, pages: number) => Math.max(0, Math.min(now + step, pages - 1));
    if (isBeside) setPageBeside((now) => turn(now, counts.beside));
    else setPage((now) => turn(now, counts.now));
  });
  const picture = { show: 'view', view, page, pageBeside } as const;
  return (
    <div className={styles.picture}>
      <div aria-hidden="true">
        <RoomScreen picture={picture} image={image} theme={theme} onPages={tellPages} />
      </div>
      <p className="sr">{wordsOf(view)}</p>
      <div className={view.beside ? styles.both : undefined}>
        {view.beside && <Turn side="Left: " page={pageBeside} pages={counts.beside} onTurn={setPageBeside} />}
        <Turn side={view.beside ? 'Right: ' : ''} page={page} pages={counts.now} onTurn={setPage} />
      </div>
    </div>
  );
}

function useArrows(isOn: boolean, turn: (step: 1 | -1, isBeside: boolean) => void) {
  useEffect(() => {
    if (!isOn) return;
    const press = ({ key, shiftKey, target }: KeyboardEvent) => {
      if (target instanceof HTMLElement && target.matches('input, textarea, select')) return;
      if (key === 'ArrowRight') turn(1, shiftKey);
      if (key === 'ArrowLeft') turn(-1, shiftKey);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

type TurnProps = {
  readonly side: string;
  readonly page: number;
  readonly pages: number;
  readonly onTurn: (page: number) => void;
};

function Turn({ side, page, pages, onTurn }: TurnProps) {
  if (pages < 2) return null;
  const where = side.toLowerCase().replace(/: $/, ' ');
  return (
    <p className={styles.pages}>
      <span className="tiny quiet">
        {side}
        {side === '' ? 'Page' : 'page'} {page + 1} of {pages}
      </span>
      <button type="button" className="link" disabled={page === 0} onClick={() => onTurn(page - 1)}>
        Previous {where}page
      </button>
      <button type="button" className="link" disabled={page >= pages - 1} onClick={() => onTurn(page + 1)}>
        Next {where}page
      </button>
    </p>
  );
}

function wordsOf({ artefact, enlarged, beside }: RoomView): string {
  if (beside) return `${beside.body ?? ''} ${artefact?.body ?? ''}`;
  const content = enlarged?.content;
  if (!enlarged || !content) return artefact?.body ?? '';
  switch (content.is) {
    case 'text':
      return content.text;
    case 'table':
      return [content.head, ...content.rows].map((cells) => cells.join(', ')).join('. ');
    case 'image':
      return `A picture: ${enlarged.name}`;
    case 'none':
      return 'This attachment cannot be shown.';
  }
}
