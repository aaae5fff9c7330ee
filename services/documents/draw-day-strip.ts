import type { DayStrip } from '#core/report/document.ts';
import { type Drawing, wrapSvg } from './drawing.ts';
import { ink } from './sheet.ts';

const width = 624;
const left = 24;
const laneHigh = 15;
const daysHigh = 12;

export const dayStripHeight = (lanes: number): number => lanes * laneHigh + daysHigh;

/** A cell for each day; a number stands where something happened. Counts have no colour of a rating. */
export function drawDayStrip({ lanes, known }: DayStrip): Drawing {
  const days = lanes[0]?.counts.length ?? 0;
  const wide = (width - left) / Math.max(days, 1);
  const rows = lanes.map(({ name, counts }, row) => {
    const y = row * laneHigh;
    const fill = row === 0 ? ink.text : ink.accent;
    const cells = counts.map((count, at) => {
      const x = round(left + at * wide);
      if (at >= known) return drawToCome(x, y, wide);
      const cell = drawCell(x, y, wide, count === 0 ? ink.wash : fill);
      return count === 0 ? cell : cell + write(x + wide / 2, y + 11, String(count), 'fill="#fff" font-weight="bold"');
    });
    return `<text x="0" y="${y + 11}" fill="#${ink.text}" font-weight="bold">${name}</text>${cells.join('')}`;
  });
  const below = lanes.length * laneHigh + 9;
  const scale = Array.from({ length: days }, (_, at) =>
    write(left + at * wide + wide / 2, below, String(at + 1), `fill="#${ink.quiet}" font-size="9"`),
  );
  return wrapSvg(width, dayStripHeight(lanes.length), [...rows, ...scale].join(''));
}

const drawCell = (x: number, y: number, wide: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${round(wide - 2)}" height="${laneHigh - 2}" fill="#${fill}"/>`;
const drawToCome = (x: number, y: number, wide: number) =>
  `<rect x="${x + 0.5}" y="${y + 0.5}" width="${round(wide - 3)}" height="${laneHigh - 3}" fill="none" stroke="#${ink.rule}" stroke-dasharray="2 2"/>`;
const write = (x: number, y: number, words: string, more: string) =>
  `<text x="${round(x - 1)}" y="${y}" text-anchor="middle" ${more}>${words}</text>`;
const round = (value: number) => Math.round(value * 10) / 10;
