import type { ConsoleBridge } from '#contract/console.ts';
import type { RoomMirror } from '../../state/room-store.ts';

export function blankOrShow(bridge: ConsoleBridge, { isBlank }: Pick<RoomMirror, 'isBlank'>): void {
  void bridge.draw_curtain({ down: !isBlank }).catch(() => undefined);
}
