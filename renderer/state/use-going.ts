import { useCallback, useEffect } from 'react';
import { useBridge } from './use-application.tsx';
import { useRequest } from './use-request.ts';

/** The exercise in front of people, whichever screen this is; asked for again when the window is looked at again. */
export function useGoing() {
  const bridge = useBridge();
  const found = useRequest(useCallback(() => bridge.load_going_on({}), [bridge]));
  const again = found.at === 'loading' ? null : found.again;
  useEffect(() => {
    if (again === null) return;
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [again]);
  return { going: found.at === 'there' ? found.value.going : null, again };
}
