import { contextBridge, ipcRenderer } from 'electron';
import type { PictureListener, RoomBridge, RoomImage, RoomPicture } from '#contract/room.ts';
import { createPictureReceiver, type RoomMessage } from '#contract/room-messages.ts';

let latest: { readonly picture: RoomPicture; readonly image: RoomImage | null } | null = null;
const listeners = new Set<PictureListener>();
const receive = createPictureReceiver((picture, image) => {
  latest = { picture, image };
  for (const listener of listeners) listener(picture, image);
});

ipcRenderer.on('muster:picture', (_event, message: RoomMessage) => receive(message));

/** As in the browser: none takes the place of another, and each is shown at once what came before it listened. */
const bridge: RoomBridge = {
  onPicture: (listener) => {
    listeners.add(listener);
    if (latest) listener(latest.picture, latest.image);
  },
};

contextBridge.exposeInMainWorld('musterRoom', bridge);
