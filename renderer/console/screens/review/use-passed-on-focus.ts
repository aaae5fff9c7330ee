import { type RefObject, useLayoutEffect } from 'react';

/** When this part goes with the focus inside, the one after it takes the focus over, or the one before, or the head of the step. */
export function usePassedOnFocus(place: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const part = place.current;
    return () => {
      if (!part?.contains(document.activeElement)) return;
      const near = [part.nextElementSibling, part.previousElementSibling].find(
        (found) => found instanceof HTMLElement && found.tabIndex === -1,
      );
      queueMicrotask(() => focusOn(near?.isConnected ? near : document.getElementById('step-title')));
    };
  }, [place]);
}

function focusOn(part: Element | null): void {
  if (part instanceof HTMLElement) part.focus();
}
