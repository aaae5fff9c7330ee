import { type RefObject, useEffect } from 'react';

/**
 * What was pressed may go with the press: a form that is saved, a button that is done. Then the nearest part around it that takes the
 * focus has it, and the keyboard goes on from there. Whoever sets the focus elsewhere has the last word.
 */
export function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = page.current;
    if (!root) return;
    let around: readonly Element[] = [];
    const remember = ({ target }: FocusEvent) => {
      around = target instanceof Element && root.contains(target) ? listAround(target, root) : [];
    };
    const forget = () => {
      around = []; // a click beside everything leaves nothing marked, and means to
    };
    const passOn = () => {
      const [held] = around;
      if (!held || document.activeElement !== document.body) return;
      if (held.isConnected && !held.matches(':disabled')) return;
      const next = around.slice(1).find((part) => part.isConnected && part.hasAttribute('tabindex'));
      around = [];
      focusOn(next ?? root.querySelector('#step-title') ?? root.querySelector('h1'));
    };
    const observer = new MutationObserver(() => queueMicrotask(passOn)); // after whoever knows a better place
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget, true);
    observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget, true);
      observer.disconnect();
    };
  }, [page]);
}

/** The part itself, then what it stands in, inside out. */
function listAround(part: Element, root: Element): readonly Element[] {
  const around: Element[] = [];
  for (let at: Element | null = part; at !== null && at !== root; at = at.parentElement) around.push(at);
  return around;
}

function focusOn(part: Element | null): void {
  if (!(part instanceof HTMLElement)) return;
  if (!part.hasAttribute('tabindex')) part.tabIndex = -1;
  part.focus({ preventScroll: true });
  part.scrollIntoView({ block: 'nearest' });
}
