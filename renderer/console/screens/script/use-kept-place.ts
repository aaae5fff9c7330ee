import { useCallback, useLayoutEffect, useRef } from 'react';

type Held = { readonly part: Element; readonly top: number };

/**
 * Holds what is looked at where it is on the screen when something above it comes or goes: what has the keyboard, else the first part
 * of the script that is seen. Call it before the change. At the top of the page there is nothing to hold.
 */
export function useKeptPlace(shown: unknown): () => void {
  const held = useRef<Held | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown has changed the layout
  useLayoutEffect(() => {
    const { current } = held;
    held.current = null;
    if (current?.part.isConnected) window.scrollBy(0, current.part.getBoundingClientRect().top - current.top);
  }, [shown]);
  return useCallback(() => {
    const part = window.scrollY === 0 ? undefined : findSeen();
    held.current = part ? { part, top: part.getBoundingClientRect().top } : null;
  }, []);
}

function findSeen(): Element | undefined {
  const candidates = [document.activeElement, ...document.querySelectorAll('main [data-subject]')];
  return candidates.find((part) => part !== null && part !== document.body && isSeen(part)) ?? undefined;
}

function isSeen(part: Element): boolean {
  const { top, bottom } = part.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
