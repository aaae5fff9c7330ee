import { useCallback } from 'react';
import { useIsConnected } from '../../../parts/use-is-connected.ts';
import { useRoom, useRoomStore } from '../../../state/use-application.tsx';
import { useRoomImage } from '../../../state/use-room-image.ts';
import { useLive } from './live-context.tsx';
import { RoomMirror } from './room-mirror.tsx';
import s from './stage.module.css';
import { turnPage } from './turn-page.ts';
import { classes } from './words.ts';

/** The orange frame: what the room sees now, the very same picture. */
export function Monitor() {
  const { exercise, bridge, isScribe } = useLive('exercise', 'bridge', 'isScribe');
  const room = useRoom();
  const store = useRoomStore();
  const { picture, exercise: shown, isBlank, pages } = room;
  const isConnected = useIsConnected();
  const image = useRoomImage(picture);
  const isLive = shown === exercise && !isBlank && isConnected;
  const setPages = useCallback((count: number) => store.setState({ pages: count }), [store]);
  const page = picture.show === 'view' ? picture.page : null;
  return (
    <section className={s.monitor} aria-label="What the room sees now">
      <div className={s.monitorHead}>
        <span className={isLive ? s.onair : s.offair}>{isLive ? 'LIVE' : 'OFF'}</span>
        <span className="tiny quiet">
          {!isConnected
            ? 'Not connected: what the room saw last'
            : isBlank
              ? 'Blank. F9 shows again what it showed'
              : isLive
                ? 'What the room sees now'
                : 'Not in the room'}
        </span>
        {page !== null && pages > 1 && !isScribe && (
          <span className={s.pages}>
            <button type="button" className="link" disabled={page === 0} onClick={() => turnPage(bridge, room, -1)}>
              Previous page
            </button>
            <button
              type="button"
              className="link"
              disabled={page >= pages - 1}
              onClick={() => turnPage(bridge, room, 1)}
            >
              Next page
            </button>
          </span>
        )}
      </div>
      <div className={classes(s.screen, !isLive && s.off)}>
        <RoomMirror picture={picture} image={image} onPages={setPages} />
      </div>
    </section>
  );
}
