import { contextBridge, ipcRenderer } from 'electron';
import type { RoomBridge, RoomPicture } from '#contract/room.ts';

let latest: RoomPicture | null = null;
let show: (picture: RoomPicture) => void = () => {};

ipcRenderer.on('muster:picture', (_event, picture: RoomPicture) => {
  latest = picture;
  show(picture);
});

/** One listener: the page. What came before it listened is shown to it at once. */
const bridge: RoomBridge = {
  onPicture: (listener) => {
    show = listener;
    if (latest) show(latest);
  },
};

contextBridge.exposeInMainWorld('musterRoom', bridge);
