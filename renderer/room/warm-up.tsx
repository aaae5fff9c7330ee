import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { RoomPicture } from '#contract/room.ts';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { type Channel, channels } from '#core/scenario/vocabulary.ts';
import { RoomScreen } from '../parts/room/room-screen.tsx';

/** The second time, what the first one found out is used. */
const drawn = [...channels, ...channels];

/**
 * Draws a piece of each kind while there is nothing else to do, wholly covered by what is shown: the first one that is released then
 * comes as fast as the tenth. Drawn in earnest, as the shapes of letters are kept once they were painted. Ends early when `stopped`.
 */
export async function warmUp(textPx: number, stopped: AbortSignal): Promise<void> {
  await untilIdle();
  if (stopped.aborted) return;
  const place = document.createElement('div');
  place.className = 'behind';
  place.inert = true;
  place.ariaHidden = 'true';
  document.body.append(place);
  const root = createRoot(place);
  for (const [turn, channel] of drawn.entries()) {
    if (stopped.aborted) break;
    flushSync(() => root.render(<RoomScreen key={turn} picture={pictureOf(channel, textPx)} />));
    await untilIdle();
  }
  root.unmount();
  place.remove();
}

/** The next frame is drawn and nothing waits. */
function untilIdle(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
}

function pictureOf(channel: Channel, textPx: number): RoomPicture {
  const storylineTime = '2026-01-01T09:00';
  const piece = { channel, storylineTime, from: letters, subject: letters };
  const view: RoomView = {
    phase: 'running',
    tlp: 'TLP:CLEAR',
    textPx,
    times: { exerciseMinutes: 0, storylineTime },
    card: null,
    stoppedAt: null,
    artefact: { ...piece, to: letters, body: pages, tlp: null, attachments: [] },
    enlarged: null,
    beside: null,
    decision: null,
    question: null,
    story: [piece],
  };
  return { show: 'view', view, page: 0, pageBeside: 0 };
}

const letters = 'The quick brown fox JUMPS OVER THE LAZY DOG, packs my box with 0123456789 jugs (“liquor” – ‘Muster’)';
/** Enough to be paged. */
const pages = Array.from({ length: 24 }, (_, line) => `09:${10 + line} ${letters}`).join('\n');
