import type { ConsoleBridge } from '#contract/console.ts';
import type { Side } from '#contract/room.ts';
import type { RoomMirror } from '../../../state/room-store.ts';

/** Turns a page of the room, never beyond the first or the last. */
export function turnPage(bridge: ConsoleBridge, room: RoomMirror, step: 1 | -1, side: Side = 'artefact'): void {
  const { picture } = room;
  if (picture.show !== 'view') return;
  const pages = side === 'artefact' ? room.pages : room.pagesBeside;
  const page = side === 'artefact' ? picture.page : picture.pageBeside;
  const to = Math.min(page, pages - 1) + step;
  if (to >= 0 && to < pages) void bridge.turn_room_page({ page: to, side }).catch(() => undefined);
}
