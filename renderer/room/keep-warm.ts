import type { RoomPicture } from '#contract/room.ts';
import { usualTextPx } from '#core/scenario/vocabulary.ts';
import { loadFonts } from './load-fonts.ts';
import { warmUp } from './warm-up.tsx';

/** A window that becomes as large as its display takes several sizes on the way. */
const settledMs = 300;

/** Warms up once the fonts are there, and again when letters will be of another size. To be told what is shown. */
export function keepWarm(): (picture: RoomPicture) => void {
  let textPx = usualTextPx;
  let running = new AbortController();
  let later: ReturnType<typeof setTimeout> | undefined;
  const again = () => {
    running.abort();
    running = new AbortController();
    clearTimeout(later);
    const { signal } = running;
    later = setTimeout(() => void warmUp(textPx, signal), settledMs);
  };
  void loadFonts().then(again);
  window.addEventListener('resize', again);
  return (picture) => {
    if (picture.show !== 'view' || picture.view.textPx === textPx) return;
    textPx = picture.view.textPx;
    again();
  };
}
