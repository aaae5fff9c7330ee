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
      const { width, height } = sizeOf(outer);
      const scale = scaleFor(width, height);
      const left = (width - stageWidth * scale) / 2;
      const top = (height - stageHeight * scale) / 2;
      if (stage.current) stage.current.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
    };
    scaleToBox();
    const observer = new ResizeObserver(scaleToBox);
    observer.observe(outer);
    return () => observer.disconnect();
  }, []);
  return { box, stage };
}

/** With the parts of a pixel that `clientWidth` leaves out. */
function sizeOf(box: HTMLElement): { readonly width: number; readonly height: number } {
  const { width, height } = getComputedStyle(box);
  return { width: Number.parseFloat(width), height: Number.parseFloat(height) };
}

/** Bars thinner than a pixel are none: they would be seen as a dark line along the edge. */
function scaleFor(width: number, height: number): number {
  const whole = Math.min(width / stageWidth, height / stageHeight);
  const full = Math.max(width / stageWidth, height / stageHeight);
  const bar = Math.max(width - stageWidth * whole, height - stageHeight * whole);
  return bar < 1 ? full : whole;
}
