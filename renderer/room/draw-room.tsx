import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PictureListener, RoomPicture } from '#contract/room.ts';
import { roomCards } from '#core/scenario/vocabulary.ts';
import { chooseScene } from '../parts/room/choose-scene.ts';
import { RoomScreen } from '../parts/room/room-screen.tsx';
import { RoomPage } from './room-page.tsx';

/** So long the room behind a fallen curtain is left as it was: other windows of the same machine may still be waiting for theirs. */
const behindMs = 250;

/**
 * Draws what it is told at `place`. A blank is drawn already, out of sight, and moved over everything with one attribute before
 * anything else is done; what was shown is taken out behind it. It rises only over what was drawn anew. What cannot be drawn leaves
 * the blank: neither a black window nor what was shown before.
 */
export function drawRoom(place: HTMLElement): PictureListener {
  const drawCurtain = hangCurtain();
  let later: ReturnType<typeof setTimeout> | undefined;
  let tlp: string | null = null;
  const drawPicture: PictureListener = (picture, image) =>
    flushSync(() => room.render(<RoomPage picture={picture} image={image} />));
  const drawBlank = (picture: RoomPicture) => {
    drawCurtain(tlp);
    document.documentElement.dataset.curtain = 'down';
    later = setTimeout(() => drawPicture(picture, null), behindMs);
  };
  const draw: PictureListener = (picture, image) => {
    clearTimeout(later);
    tlp = null;
    try {
      tlp = blankTlpOf(picture);
      if (showsNothing(picture)) return drawBlank(picture);
      drawPicture(picture, image);
      delete document.documentElement.dataset.curtain;
      later = setTimeout(() => drawCurtain(tlp), behindMs);
    } catch {
      drawBlank({ show: 'blank', tlp });
    }
  };
  // Still before anything is painted, and when the drawing that failed is over.
  const onUncaughtError = () => queueMicrotask(() => draw({ show: 'blank', tlp }, null));
  const room = createRoot(place, { onUncaughtError });
  return draw;
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

/** A card that only a newer version knows is as good as none. */
function showsNothing(picture: RoomPicture): boolean {
  if (picture.show !== 'view') return picture.show === 'blank';
  const scene = chooseScene(picture.view);
  return scene.kind === 'blank' || (scene.kind === 'card' && !knownCards.includes(scene.card));
}

const knownCards: readonly string[] = roomCards;

/** The marking that a blank over this picture has. */
function blankTlpOf(picture: RoomPicture): string | null {
  if (picture.show === 'view') return picture.view.tlp ?? null;
  return picture.show === 'blank' ? picture.tlp : null;
}
