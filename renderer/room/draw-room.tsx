import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PictureListener, RoomPicture } from '#contract/room.ts';
import { chooseScene } from '../parts/room/choose-scene.ts';
import { RoomScreen } from '../parts/room/room-screen.tsx';
import { RoomPage } from './room-page.tsx';

/** So long the room behind a fallen curtain is left as it was: other windows of the same machine may still be waiting for theirs. */
const behindMs = 250;

/**
 * Draws what it is told at `place`. A blank is drawn already, out of sight, and moved over everything with one attribute before
 * anything else is done; what was shown is taken out behind it. It rises only over what was drawn anew.
 */
export function drawRoom(place: HTMLElement): PictureListener {
  const room = createRoot(place);
  const drawCurtain = hangCurtain();
  let later: ReturnType<typeof setTimeout> | undefined;
  return (picture, image) => {
    clearTimeout(later);
    const drawPicture = () => flushSync(() => room.render(<RoomPage picture={picture} image={image} />));
    const tlp = blankTlpOf(picture);
    if (showsNothing(picture)) {
      drawCurtain(tlp);
      document.documentElement.dataset.curtain = 'down';
      later = setTimeout(drawPicture, behindMs);
      return;
    }
    drawPicture();
    delete document.documentElement.dataset.curtain;
    later = setTimeout(() => drawCurtain(tlp), behindMs);
  };
}

/** Not heard, as the page behind it says the same. Drawn anew only with another marking or in other colours. */
function hangCurtain(): (tlp: string | null) => void {
  const cloth = document.createElement('div');
  cloth.className = 'curtain';
  cloth.ariaHidden = 'true';
  document.body.append(cloth);
  const root = createRoot(cloth);
  let drawn = '';
  return (tlp) => {
    const theme = document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
    if (drawn === `${tlp} ${theme}`) return;
    drawn = `${tlp} ${theme}`;
    flushSync(() => root.render(<RoomScreen picture={{ show: 'blank', tlp }} theme={theme} />));
  };
}

function showsNothing(picture: RoomPicture): boolean {
  return picture.show === 'blank' || (picture.show === 'view' && chooseScene(picture.view).kind === 'blank');
}

/** The marking that a blank over this picture has. */
function blankTlpOf(picture: RoomPicture): string | null {
  if (picture.show === 'view') return picture.view.tlp;
  return picture.show === 'blank' ? picture.tlp : null;
}
