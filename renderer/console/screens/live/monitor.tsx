import { useState } from 'react';
import { useRoom } from '../../../state/use-application.tsx';
import { useLive } from './live-context.tsx';
import { RoomMirror } from './room-mirror.tsx';
import s from './stage.module.css';
import { classes } from './words.ts';

/** The orange frame: what the room sees now, the very same picture. */
export function Monitor() {
  const { exercise, bridge } = useLive('exercise', 'bridge');
  const { picture, exercise: shown, isBlank } = useRoom();
  const isLive = shown === exercise && !isBlank;
  const [pages, setPages] = useState(1);
  const page = picture.show === 'view' ? picture.page : null;
  const turn = (to: number) => void bridge.turn_room_page({ page: Math.max(0, to) }).catch(() => undefined);
  return (
    <section className={s.monitor} aria-label="What the room sees now">
      <div className={s.monitorHead}>
        <span className={isLive ? s.onair : s.offair}>{isLive ? 'LIVE' : 'OFF'}</span>
        <span className="tiny quiet">
          {isBlank ? 'Blank. F9 shows again what it showed' : isLive ? 'What the room sees now' : 'Not in the room'}
        </span>
        {page !== null && pages > 1 && (
          <span className={s.pages}>
            <button type="button" className="link" disabled={page === 0} onClick={() => turn(page - 1)}>
              Previous page
            </button>
            <button type="button" className="link" disabled={page >= pages - 1} onClick={() => turn(page + 1)}>
              Next page
            </button>
          </span>
        )}
      </div>
      <div className={classes(s.screen, !isLive && s.off)}>
        <RoomMirror picture={picture} onPages={setPages} />
      </div>
    </section>
  );
}
