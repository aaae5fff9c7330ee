import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConsoleBridge } from '#contract/console.ts';
import type { RoomStatus } from '#contract/console-answers.ts';
import type { RoomPicture } from '#contract/room.ts';

/** What the room is shown, as the application last told it. */
export type RoomMirror = {
  readonly exercise: string | null;
  readonly picture: RoomPicture;
  /** By the panic key, or by a blank card that was recorded. */
  readonly isBlank: boolean;
  readonly status: RoomStatus | null;
  /** Of the picture, as its mirror has drawn it. */
  readonly pages: number;
  /** Of what stands beside the artefact. */
  readonly pagesBeside: number;
};

export function createRoomStore(bridge: ConsoleBridge): StoreApi<RoomMirror> {
  const store = createStore<RoomMirror>(() => ({
    exercise: null,
    picture: { show: 'waiting' },
    isBlank: false,
    status: null,
    pages: 1,
    pagesBeside: 1,
  }));
  bridge.onNotice((notice) => {
    if (notice.type === 'room_status') store.setState({ status: notice.status });
    if (notice.type !== 'room_picture') return;
    const { exercise, picture, isCurtainDown } = notice;
    store.setState({ exercise, picture, isBlank: isCurtainDown || showsNothing(picture) });
  });
  void bridge.load_room_status({}).then((loaded) => loaded.ok && store.setState({ status: loaded.value }));
  return store;
}

/** Nothing lies over what is real, a blank neither. */
export function showsRealWorld({ picture }: Pick<RoomMirror, 'picture'>): boolean {
  return picture.show === 'view' && picture.view.phase === 'real_world';
}

function showsNothing(picture: RoomPicture): boolean {
  return picture.show === 'blank' || (picture.show === 'view' && picture.view.card?.show === 'blank');
}
