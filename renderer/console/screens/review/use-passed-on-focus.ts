import { type RefObject, useLayoutEffect } from 'react';

/** When this part goes with the focus inside, what stands in its place then takes the focus over, or the one before, or the head of the step. */
export function usePassedOnFocus(place: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const part = place.current;
    return () => {
      const list = part?.parentElement;
      if (!list || !part.contains(document.activeElement)) return;
      const at = [...list.children].indexOf(part);
      queueMicrotask(() => {
        if (document.activeElement !== document.body) return; // another step was opened, and has it
        focusOn(list.isConnected ? [list.children[at], list.children[at - 1]] : []);
      });
    };
  }, [place]);
}

function focusOn(near: readonly (Element | undefined)[]): void {
  const takesFocus = (found?: Element | null) => found instanceof HTMLElement && found.hasAttribute('tabindex');
  const part = [...near, document.getElementById('step-title')].find(takesFocus);
  if (!(part instanceof HTMLElement)) return;
  part.focus({ preventScroll: true });
  part.scrollIntoView({ block: part.matches('section') ? 'start' : 'nearest' });
}
