import { useEffect, useState } from 'react';
import { roomView } from '#core/exercise/views/room-view.ts';
import { useLive } from './live-context.tsx';

/** Tells a screen reader what fell due and the room timer's whole minutes, without taking the focus. */
export function Announcer() {
  const { state, nowM, rows, cover } = useLive('state', 'nowM', 'rows', 'cover');
  const due = rows.findLast((row) => row.state === 'due');
  const dueWords = due ? `Due: ${cover === 'none' ? due.title : 'the next inject'}` : '';
  const card = roomView(state, nowM).card;
  const left = card?.show === 'timer' && card.minutes !== null ? Math.ceil(card.minutes - card.sinceMinutes) : null;
  const timerWords = left === null ? '' : left > 0 ? `Timer: ${left} min left` : 'Timer: time is up';
  return (
    <div className="sr">
      <Said words={dueWords} />
      <Said words={timerWords} />
    </div>
  );
}

/** Only a change is spoken. */
function Said({ words }: { readonly words: string }) {
  const [said, say] = useState('');
  useEffect(() => say(words), [words]);
  return <div aria-live="polite">{said}</div>;
}
