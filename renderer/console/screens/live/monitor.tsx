import { type RefObject, useCallback } from 'react';
import type { Side } from '#contract/room.ts';
import { useIsConnected } from '../../../parts/use-is-connected.ts';
import { showsRealWorld } from '../../../state/room-store.ts';
import { useRoom, useRoomStore } from '../../../state/use-application.tsx';
import { useRoomImage } from '../../../state/use-room-image.ts';
import { useRoomsFirst } from '../../../state/use-rooms-first.ts';
import { useLive } from './live-context.tsx';
import { RoomMirror } from './room-mirror.tsx';
import s from './stage.module.css';
import { turnPage } from './turn-page.ts';
import { classes } from './words.ts';

/** The orange frame: what the room sees now, the very same picture. */
export function Monitor({ place }: { readonly place?: RefObject<HTMLElement | null> }) {
  const { exercise, isScribe } = useLive('exercise', 'isScribe');
  const room = useRoom();
  const store = useRoomStore();
  const { exercise: shown } = room;
  const isBlank = room.isBlank && !showsRealWorld(room);
  const picture = useRoomsFirst(room.picture, room.status);
  const isConnected = useIsConnected();
  const image = useRoomImage(picture);
  const isLive = shown === exercise && !isBlank && isConnected;
  const setPages = useCallback((pages: number, pagesBeside: number) => store.setState({ pages, pagesBeside }), [store]);
  return (
    <section ref={place} className={s.monitor} aria-label="What the room sees now">
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
        {!isScribe && <Pages />}
      </div>
      <div className={classes(s.screen, !isLive && s.off)}>
        <RoomMirror picture={picture} image={image} onPages={setPages} />
      </div>
    </section>
  );
}

/** Of the artefact, or of each of two side by side. */
function Pages() {
  const { bridge } = useLive('bridge');
  const room = useRoom();
  const { picture, pages, pagesBeside } = room;
  if (picture.show !== 'view') return null;
  const turn = (side: Side) => (step: 1 | -1) => turnPage(bridge, room, step, side);
  if (!picture.view.beside)
    return <Turn page={picture.page} pages={pages} names={['Previous page', 'Next page']} onTurn={turn('artefact')} />;
  return (
    <>
      <Turn page={picture.pageBeside} pages={pagesBeside} names={['← Left', 'Left →']} onTurn={turn('beside')} />
      <Turn page={picture.page} pages={pages} names={['← Right', 'Right →']} onTurn={turn('artefact')} />
    </>
  );
}

type TurnProps = {
  readonly page: number;
  readonly pages: number;
  readonly names: readonly [previous: string, next: string];
  readonly onTurn: (step: 1 | -1) => void;
};

function Turn({ page, pages, names: [previous, next], onTurn }: TurnProps) {
  if (pages < 2) return null;
  return (
    <span className={s.pages}>
      <button type="button" className="link" disabled={page === 0} onClick={() => onTurn(-1)}>
        {previous}
      </button>
      <button type="button" className="link" disabled={page >= pages - 1} onClick={() => onTurn(1)}>
        {next}
      </button>
    </span>
  );
}
