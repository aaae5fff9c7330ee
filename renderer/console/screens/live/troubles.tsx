import { useState } from 'react';
import s from './live.module.css';
import { useLive } from './live-context.tsx';
import { useNotSaved } from './saved-state.tsx';

/** What failed, over the stage so that nothing moves: not saved stays until it is; a refusal until it is read. */
export function Troubles() {
  const { refusal, said, clearRefusal, opened } = useLive('refusal', 'said', 'clearRefusal', 'opened');
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
      <div role="alert">
        {notSaved !== null && (
          <p className={s.notSaved}>
            <b>NOT SAVED</b> {notSaved}
          </p>
        )}
        {notSaved === null && refusal !== null && opened?.kind !== 'act' && (
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
