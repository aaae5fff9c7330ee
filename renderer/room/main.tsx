import type { RoomBridge } from '#contract/room.ts';
import '../parts/fonts.css';
import '../parts/tokens.css';
import './room.css';
import { drawRoom } from './draw-room.tsx';
import { keepAwake } from './keep-awake.ts';
import { loadFonts } from './load-fonts.ts';
import { warmUp } from './warm-up.tsx';

declare global {
  interface Window {
    /** Put there by the desktop's preload or by the browser shell's bridge. */
    readonly musterRoom: RoomBridge;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('room.html has no place for the room');
const show = drawRoom(root);
show({ show: 'waiting' }, null);
window.musterRoom.onPicture(show);
keepAwake();
void loadFonts().then(warmUp);
