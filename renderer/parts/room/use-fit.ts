import { type RefObject, useLayoutEffect, useRef } from 'react';

export const stageWidth = 1920;
export const stageHeight = 1080;

/** Scales the stage into its box, in the middle. A transform: lines break alike in every size, and text is drawn sharp. */
export function useFit(): {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly stage: RefObject<HTMLDivElement | null>;
} {
  const box = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const outer = box.current;
    if (!outer) return;
    const scaleToBox = () => {
      const scale = Math.min(outer.clientWidth / stageWidth, outer.clientHeight / stageHeight);
      const left = (outer.clientWidth - stageWidth * scale) / 2;
      const top = (outer.clientHeight - stageHeight * scale) / 2;
      if (stage.current) stage.current.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
    };
    scaleToBox();
    const observer = new ResizeObserver(scaleToBox);
    observer.observe(outer);
    return () => observer.disconnect();
  }, []);
  return { box, stage };
}
