import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { useLive } from './live-context.tsx';

/**
 * What has the focus on the stage is seen whole: nothing scrolls to beneath the mirror, which lies over the stage, and where a form was
 * saved and the stage changed under the focus, it is scrolled to.
 */
export function useFocusInView(stage: RefObject<HTMLElement | null>, mirror: RefObject<HTMLElement | null>) {
  const { opened, capturing, state } = useLive('opened', 'capturing', 'state');
  useLayoutEffect(() => {
    const [place, over] = [stage.current, mirror.current];
    if (!place || !over) return;
    const measure = () => {
      const isOver = getComputedStyle(over).position === 'sticky';
      place.style.setProperty('--mirror-height', isOver ? `${over.offsetHeight}px` : '0px');
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(over);
    return () => observer.disconnect();
  }, [stage, mirror]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stage changes with what was saved
  useEffect(() => {
    if (opened || capturing) return;
    const focused = document.activeElement;
    if (focused !== stage.current && stage.current?.contains(focused)) focused?.scrollIntoView({ block: 'nearest' });
  }, [opened, capturing, state, stage]);
}
