import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { RoomPicture } from '#contract/room.ts';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { type Channel, usualTextPx } from '#core/scenario/vocabulary.ts';
import { RoomScreen } from '../parts/room/room-screen.tsx';

const kinds: readonly Channel[] = ['customer_ticket', 'siem_alert', 'email', 'chat', 'phone_call', 'report'];
const rounds = 3;

/** Draws pieces that nobody sees, while nothing is released: the first one the room is shown then comes as fast as the tenth. */
export function warmUp(): void {
  requestIdleCallback(() => {
    const place = document.createElement('div');
    place.inert = true;
    place.ariaHidden = 'true';
    Object.assign(place.style, { position: 'fixed', inset: '0', visibility: 'hidden' });
    document.body.append(place);
    const root = createRoot(place);
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of kinds)
        flushSync(() => root.render(<RoomScreen key={`${kind} ${round}`} picture={pictureOf(kind)} />));
    }
    root.unmount();
    place.remove();
  });
}

function pictureOf(channel: Channel): RoomPicture {
  const storylineTime = '2026-01-01T09:00';
  const piece = { channel, storylineTime, from: 'Muster', subject: 'Muster' };
  const view: RoomView = {
    phase: 'running',
    tlp: 'TLP:CLEAR',
    textPx: usualTextPx,
    times: { exerciseMinutes: 0, storylineTime },
    card: null,
    artefact: { ...piece, to: 'Muster', body: lines, tlp: null, attachments: [] },
    enlarged: null,
    beside: null,
    decision: null,
    question: null,
    story: [piece],
  };
  return { show: 'view', view, page: 0, pageBeside: 0 };
}

const lines = Array.from({ length: 12 }, (_, line) => `09:0${line % 10} Muster  line ${line}`).join('\n');
