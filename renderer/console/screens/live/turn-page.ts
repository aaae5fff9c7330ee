import type { ConsoleBridge } from '#contract/console.ts';
import type { RoomMirror } from '../../../state/room-store.ts';

/** Turns the room's page, never beyond the first or the last. */
export function turnPage(bridge: ConsoleBridge, { picture, pages }: RoomMirror, step: 1 | -1): void {
  const to = picture.show === 'view' ? Math.min(picture.page, pages - 1) + step : -1;
  if (to >= 0 && to < pages) void bridge.turn_room_page({ page: to }).catch(() => undefined);
}
