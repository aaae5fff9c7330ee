import { createRoot } from 'react-dom/client';
import type { RoomBridge } from '#contract/room.ts';

declare global {
  interface Window {
    /** Put there by the desktop's preload or by the browser shell's bridge. */
    readonly musterRoom: RoomBridge;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('room.html has no place for the room');
const page = createRoot(root);
window.musterRoom.onPicture((picture) => page.render(<p>{picture.show}</p>));
