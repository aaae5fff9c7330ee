import type { RoomPicture } from '#contract/room.ts';
import { RoomScreen } from '../../../parts/room/room-screen.tsx';
import s from './stage.module.css';

type Props = { readonly picture: RoomPicture; readonly onPages?: (count: number) => void };

/** The room's own picture, small: the same part draws both. */
export function RoomMirror({ picture, onPages }: Props) {
  return (
    <div className={s.mirror}>
      {onPages ? <RoomScreen picture={picture} onPages={onPages} /> : <RoomScreen picture={picture} />}
    </div>
  );
}
