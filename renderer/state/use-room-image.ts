import { useEffect, useState } from 'react';
import type { RoomImage, RoomPicture } from '#contract/room.ts';
import { namedImage } from '#contract/room-messages.ts';
import { useBridge } from './use-application.tsx';

/** The bytes that a picture of the room names; null where it names none, and until they are here. */
export function useRoomImage(picture: RoomPicture): RoomImage | null {
  const bridge = useBridge();
  const id = namedImage(picture);
  const [image, setImage] = useState<RoomImage | null>(null);
  useEffect(() => {
    let isWanted = true;
    if (id === null) setImage(null);
    else
      void bridge.load_room_image({}).then(
        (got) => isWanted && setImage(got.ok ? got.value.image : null),
        () => undefined, // not connected, as the console says already
      );
    return () => {
      isWanted = false;
    };
  }, [bridge, id]);
  return image?.id === id ? image : null;
}
