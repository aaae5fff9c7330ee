import { useState } from 'react';
import type { RoomImage } from '#contract/room.ts';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { RoomScreen } from '../parts/room/room-screen.tsx';
import styles from './paged-picture.module.css';

type Props = {
  readonly view: RoomView;
  readonly image?: RoomImage | null;
  readonly theme?: 'light' | 'dark';
};

/** What the room would see, page by page: drawn for the eye; whoever listens hears the words, without the furniture of the room. */
export function PagedPicture({ view, image = null, theme = 'light' }: Props) {
  const [pages, setPages] = useState(1);
  const [page, setPage] = useState(0);
  return (
    <div className={styles.picture}>
      <div aria-hidden="true">
        <RoomScreen picture={{ show: 'view', view, page }} image={image} theme={theme} onPages={setPages} />
      </div>
      <p className="sr">{wordsOf(view)}</p>
      {pages > 1 && (
        <p className={styles.pages}>
          <span className="tiny quiet">
            Page {page + 1} of {pages}
          </span>
          <button type="button" className="link" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Previous page
          </button>
          <button type="button" className="link" disabled={page >= pages - 1} onClick={() => setPage(page + 1)}>
            Next page
          </button>
        </p>
      )}
    </div>
  );
}

function wordsOf({ artefact, attachment }: RoomView): string {
  const content = attachment?.content;
  if (!attachment || !content) return artefact?.body ?? '';
  switch (content.is) {
    case 'text':
      return content.text;
    case 'table':
      return [content.head, ...content.rows].map((cells) => cells.join(', ')).join('. ');
    case 'image':
      return `A picture: ${attachment.name}`;
    case 'none':
      return 'This attachment cannot be shown.';
  }
}
