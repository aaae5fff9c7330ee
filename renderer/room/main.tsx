import { createRoot } from 'react-dom/client';
import type { RoomBridge } from '#contract/room.ts';
import '../parts/fonts.css';
import '../parts/tokens.css';
import './room.css';
import { keepAwake } from './keep-awake.ts';
import { loadFonts } from './load-fonts.ts';
import { RoomPage } from './room-page.tsx';
import { warmUp } from './warm-up.tsx';

declare global {
  interface Window {
    /** Put there by the desktop's preload or by the browser shell's bridge. */
    readonly musterRoom: RoomBridge;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('room.html has no place for the room');
const room = createRoot(root);
room.render(<RoomPage picture={{ show: 'waiting' }} image={null} />);
window.musterRoom.onPicture((picture, image) => room.render(<RoomPage picture={picture} image={image} />));
keepAwake();
void loadFonts().then(warmUp);
