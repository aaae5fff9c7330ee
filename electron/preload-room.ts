import { contextBridge, ipcRenderer } from 'electron';
import type { RoomBridge, RoomPicture } from '#contract/room.ts';

let latest: RoomPicture | null = null;
const listeners = new Set<(picture: RoomPicture) => void>();

ipcRenderer.on('muster:picture', (_event, picture: RoomPicture) => {
  latest = picture;
  for (const listener of listeners) listener(picture);
});

/** As in the browser: none takes the place of another, and each is shown at once what came before it listened. */
const bridge: RoomBridge = {
  onPicture: (listener) => {
    listeners.add(listener);
    if (latest) listener(latest);
  },
};

contextBridge.exposeInMainWorld('musterRoom', bridge);
