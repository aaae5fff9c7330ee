import { useState } from 'react';
import { NotSaved } from '../../not-saved.tsx';
import s from './live.module.css';
import { useLive } from './live-context.tsx';
import { useNotSaved } from './saved-state.tsx';

/** What failed, over the stage so that nothing moves: not saved stays until it is; a refusal until it is read. */
export function Troubles() {
  const { refusal, said, clearRefusal, opened, about, cover, exercise } = useLive(
    'refusal',
    'said',
    'clearRefusal',
    'opened',
    'about',
    'cover',
    'exercise',
  );
  const notSaved = useNotSaved();
  return (
    <div className={s.troubles}>
      <Notices />
      <div role="status">
        {said !== null && (
          <p className={s.notice}>
            <span>{said}</span>
            <button type="button" className="link" onClick={clearRefusal}>
              Close
            </button>
          </p>
        )}
      </div>
      {notSaved !== null && (
        <NotSaved exercise={exercise} reason={notSaved} unsaved={about.unsaved} isHidden={cover === 'all'} />
      )}
      <div role="alert">
        {refusal !== null && opened?.kind !== 'act' && (
          <p className={s.refusal}>
            <span>{refusal}</span>
            <button type="button" className="link" onClick={clearRefusal}>
              Close
            </button>
          </p>
        )}
      </div>
    </div>
  );
}

function Notices() {
  const { about } = useLive('about');
  const [read, setRead] = useState<readonly string[]>([]);
  return about.notices
    .filter((notice) => !read.includes(notice))
    .map((notice) => (
      <p key={notice} className={s.notice}>
        <span>{notice}</span>
        <button type="button" className="link" onClick={() => setRead([...read, notice])}>
          Close
        </button>
      </p>
    ));
}
