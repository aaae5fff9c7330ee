import { useEffect, useReducer, useRef } from 'react';
import type { RoomStatus } from '#contract/console-answers.ts';

/** So long the mirror waits, where more windows of this laptop show the room than it draws at once. */
const roomsFirstMs = 80;
const few = 2;

/** What the room is shown, for its mirror in the console: a moment later, where many windows draw it. What a key acts on never waits. */
export function useRoomsFirst<Picture>(picture: Picture, status: RoomStatus | null): Picture {
  const drawn = useRef(picture);
  const [, drawAgain] = useReducer((turn: number) => turn + 1, 0);
  if ((status?.windows ?? 0) <= few) drawn.current = picture;
  useEffect(() => {
    if (drawn.current === picture) return;
    const timer = setTimeout(() => {
      drawn.current = picture;
      drawAgain();
    }, roomsFirstMs);
    return () => clearTimeout(timer);
  }, [picture]);
  return drawn.current;
}
