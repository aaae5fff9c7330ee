import { useEffect, useState } from 'react';
import type { RoomStatus } from '#contract/console-answers.ts';
import { useRoom } from '../../../state/use-application.tsx';

/** `waiting` until the shell has told how the displays stand. */
export type Shown = 'waiting' | 'unknown' | 'yes' | 'no';

type Answer = { readonly shown: 'yes' | 'no'; readonly arrangement: string | null };

const patienceMs = 1_500;

/**
 * Whether the room sees this very screen: asked once per window and exercise where the displays do not tell, and again when they
 * change or the window stands on another. The answer can be given anew at any time.
 */
export function useShown(exercise: string) {
  const key = `muster.screen-is-shown ${exercise}`;
  const { status } = useRoom();
  const [answered, setAnswered] = useState<Answer | null>(() => JSON.parse(sessionStorage.getItem(key) ?? 'null'));
  const [isTooLong, setTooLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setTooLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  const arrangement = status?.arrangement ?? null;
  useEffect(() => {
    if (!status || !answered || answered.arrangement === arrangement) return;
    sessionStorage.removeItem(key); // also for when the displays are again as they were: people may look at them now
    setAnswered(null);
  }, [status, answered, arrangement, key]);
  const answer = (shown: 'yes' | 'no') => {
    const given: Answer = { shown, arrangement };
    sessionStorage.setItem(key, JSON.stringify(given));
    setAnswered(given);
  };
  return { shown: shownNow(status, answered, isTooLong), answer };
}

function shownNow(status: RoomStatus | null, answered: Answer | null, isTooLong: boolean): Shown {
  if (!status) return isTooLong ? (answered?.shown ?? 'unknown') : 'waiting';
  if (answered?.arrangement === status.arrangement) return answered.shown;
  return status.isConsoleApart ? 'no' : 'unknown';
}
