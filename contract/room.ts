import type { RoomView } from '#core/exercise/views/room-view.ts';

/** What the shared screen shows: nothing yet, a blank picture, or what was released. `page` counts from 0. */
export type RoomPicture =
  | { readonly show: 'waiting' }
  | { readonly show: 'blank'; readonly tlp: string | null }
  /** Before an exercise: can the last row read it? */
  | { readonly show: 'test_card'; readonly tlp: string }
  | { readonly show: 'view'; readonly view: RoomView; readonly page: number };

/** The whole contract of the room: it is shown pictures. It can ask for nothing and say nothing. */
export type RoomBridge = {
  readonly onPicture: (listener: (picture: RoomPicture) => void) => void;
};
