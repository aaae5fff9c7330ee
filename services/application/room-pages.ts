import type { RoomView } from '#core/exercise/views/room-view.ts';
import type { FoundAttachment } from '#core/exercise/views/showings.ts';

/** Which page the room is on: what is new starts with its first. */
export function createRoomPages() {
  let page = 0;
  let before = '';
  return {
    of: ({ artefact, card }: RoomView, enlarged: FoundAttachment | null): number => {
      const piece = JSON.stringify([artefact, card?.show, enlarged?.inject, enlarged?.attachment]);
      if (piece !== before) page = 0;
      before = piece;
      return page;
    },
    turn: (to: number) => {
      page = to;
    },
  };
}
