import { useCallback, useEffect, useRef, useState } from 'react';
import { useBridge } from '../../../state/use-application.tsx';
import { unreachable } from '../../../state/use-request.ts';
import { type Followed, follow, notFollowed } from './follow-check.ts';
import { useKeptPlace } from './use-kept-place.ts';

const everyMs = 2_000;

/** The check of a script, anew when its file changes: asked for every two seconds while the window is seen, and when it is again. */
export function useCheck(script: string): Followed & { readonly checkNow: () => Promise<void> } {
  const bridge = useBridge();
  const [followed, setFollowed] = useState(notFollowed);
  const keepPlace = useKeptPlace(followed);
  const latest = useRef(notFollowed);
  const isAsking = useRef(false);
  const checkNow = useCallback(async () => {
    if (isAsking.current) return;
    isAsking.current = true;
    const answer = await bridge
      .check_script({ script, known: latest.current.check?.stamp ?? null })
      .catch(() => ({ ok: false, problem: unreachable }) as const);
    isAsking.current = false;
    const next = follow(latest.current, answer);
    if (next.check !== latest.current.check || next.problem !== latest.current.problem) keepPlace();
    latest.current = next;
    setFollowed(next);
  }, [bridge, script, keepPlace]);
  useEffect(() => {
    const look = () => {
      if (!document.hidden) void checkNow();
    };
    void checkNow();
    const timer = setInterval(look, everyMs);
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [checkNow]);
  return { ...followed, checkNow };
}
