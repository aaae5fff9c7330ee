import { useEffect, useState } from 'react';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import classes from './cards.module.css';
import { questionOn } from './decision.tsx';
import { countdown } from './room-words.ts';

type TimeCardProps = { card: NonNullable<RoomView['card']>; isCounting: boolean };
/** The decision that is open, whose question is what the room talks about. */
type AskedProps = TimeCardProps & Pick<RoomView, 'decision'>;

export function DiscussCard({ card, decision }: AskedProps) {
  const left = minutesLeft(card);
  const asked = questionOn(decision);
  return (
    <div className={classes.discuss}>
      <p className={classes.kicker}>
        Discuss <b className={classes.exercise}>EXERCISE</b>
      </p>
      <h2 dir="auto" data-length={asked?.length}>
        {asked?.words ?? 'What do we do now, who does it, and who has to know?'}
      </h2>
      {left !== null && <p className={classes.owner}>{left > 0 ? `${inMinutes(left)} left` : 'Time is up.'}</p>}
    </div>
  );
}

/** The only thing in the room that moves by itself, and only during a sitting: it counts on through a pause. */
export function TimerCard({ card, isCounting, decision }: AskedProps) {
  const asked = questionOn(decision);
  const passed = useMinutesSince(card, isCounting);
  const all = card.minutes ?? 0;
  const left = Math.max(0, all - card.sinceMinutes - passed);
  const part = all > 0 ? left / all : 0;
  return (
    <div className={classes.timer} data-asked={asked !== null || undefined}>
      <b className={classes.digits}>{countdown(left)}</b>
      <svg viewBox="0 0 1420 26" aria-hidden="true">
        <rect x="1.5" y="1.5" width="1417" height="23" fill="none" stroke="currentColor" strokeWidth="3" />
        <rect width={1420 * part} height="26" fill="currentColor" />
      </svg>
      <p>{left > 0 ? 'minutes left' : 'Time is up. Say where you stand.'}</p>
      {asked && <h2 dir="auto">{asked.words}</h2>}
    </div>
  );
}

export function BreakCard({ card }: TimeCardProps) {
  const left = minutesLeft(card);
  if (left === null || left <= 0) {
    return (
      <div className={classes.break}>
        <h2>{left === null ? 'Break.' : 'We go on now.'}</h2>
        <p>{left === null ? 'The facilitator calls you back.' : 'Please take your seats.'}</p>
      </div>
    );
  }
  return (
    <div className={classes.break}>
      <h2>{card.until === null ? 'Break. Back in' : 'Break. Back at'}</h2>
      <b>{card.until ?? Math.ceil(left)}</b>
      <p>{card.until === null ? inMinutes(left).replace(/^\d+ /, '') : `${inMinutes(left)} left. The story waits.`}</p>
    </div>
  );
}

function minutesLeft({ minutes, sinceMinutes }: TimeCardProps['card']): number | null {
  return minutes === null ? null : minutes - sinceMinutes;
}

function inMinutes(left: number): string {
  const whole = Math.ceil(left);
  return whole === 1 ? '1 minute' : `${whole} minutes`;
}

const tickMs = 500;

/** Minutes since this card was last told: the next telling starts it anew. */
function useMinutesSince(card: TimeCardProps['card'], isCounting: boolean): number {
  const [told, setTold] = useState({ card, at: performance.now(), now: performance.now() });
  if (told.card !== card) setTold({ card, at: performance.now(), now: performance.now() });
  useEffect(() => {
    if (!isCounting) return;
    const timer = setInterval(() => setTold((before) => ({ ...before, now: performance.now() })), tickMs);
    return () => clearInterval(timer);
  }, [isCounting]);
  return isCounting ? (told.now - told.at) / 60_000 : 0;
}
