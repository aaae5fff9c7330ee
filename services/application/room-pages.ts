import type { Side } from '#contract/room.ts';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import type { FoundAttachment } from '#core/exercise/views/showings.ts';

/** Which page the room is on, of the artefact and of what stands beside it: what is new starts with its first. */
export function createRoomPages() {
  const pages: Record<Side, { page: number; before: string }> = {
    artefact: { page: 0, before: '' },
    beside: { page: 0, before: '' },
  };

  function pageOf(side: Side, piece: unknown): number {
    const kept = pages[side];
    const now = JSON.stringify(piece);
    if (now !== kept.before) kept.page = 0;
    kept.before = now;
    return kept.page;
  }

  return {
    of: ({ artefact, card, beside, decision }: RoomView, enlarged: FoundAttachment | null) => ({
      page: pageOf('artefact', [
        ...[artefact, card?.show, beside !== null, enlarged?.inject, enlarged?.attachment],
        card?.show === 'decision' && decision?.question,
      ]),
      pageBeside: pageOf('beside', beside),
    }),
    turn: (to: number, side: Side) => {
      pages[side].page = to;
    },
  };
}
