import type { RoomBridge } from '#contract/room.ts';
import '../parts/fonts.css';
import '../parts/tokens.css';
import './room.css';
import { drawRoom } from './draw-room.tsx';
import { keepAwake } from './keep-awake.ts';
import { keepWarm } from './keep-warm.ts';

declare global {
  interface Window {
    /** Put there by the desktop's preload or by the browser shell's bridge. */
    readonly musterRoom: RoomBridge;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('room.html has no place for the room');
const draw = drawRoom(root);
const stayWarm = keepWarm();
draw({ show: 'waiting' }, null);
window.musterRoom.onPicture((picture, image) => {
  draw(picture, image);
  stayWarm(picture);
});
keepAwake();
