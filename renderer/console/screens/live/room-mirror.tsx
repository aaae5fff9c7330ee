import type { RoomImage, RoomPicture } from '#contract/room.ts';
import { RoomScreen } from '../../../parts/room/room-screen.tsx';
import s from './stage.module.css';

type Props = {
  readonly picture: RoomPicture;
  readonly image?: RoomImage | null;
  readonly onPages?: (count: number, beside: number) => void;
};

/** The room's own picture, small: the same part draws both. */
export function RoomMirror({ picture, image = null, onPages }: Props) {
  return (
    <div className={s.mirror}>
      {onPages ? (
        <RoomScreen picture={picture} image={image} onPages={onPages} />
      ) : (
        <RoomScreen picture={picture} image={image} />
      )}
    </div>
  );
}
