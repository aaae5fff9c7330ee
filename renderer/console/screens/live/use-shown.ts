import { useEffect, useState } from 'react';
import { useRoom } from '../../../state/use-application.tsx';

/** `waiting` until the shell has told how many displays there are. */
export type Shown = 'waiting' | 'unknown' | 'yes' | 'no';

const patienceMs = 1_500;

/**
 * Whether the room sees this very screen: asked once per window and exercise where there is one display, or nobody knows. The
 * answer can be given anew at any time.
 */
export function useShown(exercise: string) {
  const key = `muster.screen-is-shown ${exercise}`;
  const { status } = useRoom();
  const [answered, setAnswered] = useState<string | null>(() => sessionStorage.getItem(key));
  const [isTooLong, setTooLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setTooLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  const answer = (shown: 'yes' | 'no') => {
    sessionStorage.setItem(key, shown);
    setAnswered(shown);
  };
  return { shown: shownNow(), answer };

  function shownNow(): Shown {
    if (answered === 'yes' || answered === 'no') return answered;
    if (!status) return isTooLong ? 'unknown' : 'waiting';
    return status.displays === null || status.displays < 2 ? 'unknown' : 'no';
  }
}
