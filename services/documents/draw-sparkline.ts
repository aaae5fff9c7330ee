import type { Sparkline } from '#core/report/document.ts';
import { type Drawing, wrapSvg } from './drawing.ts';
import { ink } from './sheet.ts';

export const sparklineSize = { width: 110, height: 20 } as const;
const edge = 4;
const highest = 13;

type Dot = { readonly x: number; readonly y: number };

/** A line through the months that have a figure; it breaks where one is missing and, with a mark, where the definition changed. */
export function drawSparkline({ points }: Sparkline): Drawing {
  const values = points.flatMap(({ value }) => value ?? []);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = (sparklineSize.width - 2 * edge) / Math.max(points.length - 1, 1);
  const xOf = (at: number) => round(edge + at * step);
  const yOf = (value: number) => round(high === low ? 10 : edge + highest - ((value - low) / (high - low)) * highest);
  const stretches: Dot[][] = [[]];
  const marks: string[] = [];
  for (const [at, { value, isCountedAnew }] of points.entries()) {
    if (isCountedAnew) marks.push(drawBreak(xOf(at - 0.5)));
    if (isCountedAnew || value === null) stretches.push([]);
    if (value !== null) stretches.at(-1)?.push({ x: xOf(at), y: yOf(value) });
  }
  const last = points.at(-1)?.value;
  const end = last == null ? '' : drawDot({ x: xOf(points.length - 1), y: yOf(last) }, 2.6, ink.text);
  return wrapSvg(sparklineSize.width, sparklineSize.height, [...stretches.map(drawStretch), ...marks, end].join(''));
}

function drawStretch(dots: readonly Dot[]): string {
  const [only, ...more] = dots;
  if (only === undefined) return '';
  if (more.length === 0) return drawDot(only, 1.2, ink.quiet);
  const path = dots.map(({ x, y }) => `${x},${y}`).join(' ');
  return `<polyline points="${path}" fill="none" stroke="#${ink.quiet}" stroke-width="1.2"/>`;
}

const drawBreak = (x: number) =>
  `<path d="M${x} 1V19" stroke="#${ink.accent}" stroke-width=".9" stroke-dasharray="2 1.6"/>`;
const drawDot = ({ x, y }: Dot, size: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${size}" fill="#${fill}"/>`;
const round = (value: number) => Math.round(value * 10) / 10;
