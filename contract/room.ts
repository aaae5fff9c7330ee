import type { RoomView } from '#core/exercise/views/room-view.ts';

/** What the shared screen shows: nothing yet, a blank picture, or what was released. Pages count from 0. */
export type RoomPicture =
  | { readonly show: 'waiting' }
  | { readonly show: 'blank'; readonly tlp: string | null }
  /** Before an exercise: can the last row read it? */
  | { readonly show: 'test_card'; readonly tlp: string }
  /** `pageBeside`: of what stands beside the artefact. */
  | { readonly show: 'view'; readonly view: RoomView; readonly page: number; readonly pageBeside: number };

export type Side = 'artefact' | 'beside';

/** The bytes of an attached picture as a `data:` address; a picture of the room names them by `id`. */
export type RoomImage = { readonly id: string; readonly url: string };

/** Told with every picture of the room; the bytes that it names, or null where it names none. */
export type PictureListener = (picture: RoomPicture, image: RoomImage | null) => void;

/** The whole contract of the room: it is shown pictures. It can ask for nothing and say nothing. */
export type RoomBridge = {
  readonly onPicture: (listener: PictureListener) => void;
};
