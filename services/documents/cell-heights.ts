import type { Cell, Tile, Words } from '#core/report/document.ts';
import { countLines } from './count-lines.ts';
import { sparklineSize } from './draw-sparkline.ts';
import { lookOf } from './word-styles.ts';
import { tileGap } from './word-table-styles.ts';
import { tileWidth } from './word-tiles.ts';

/** Lengths in twips. */
export const singleLine = 1.149; // of Arial, in parts of its size
export const cellGap = 160;
export const rule = 10;
const tilePadding = 24;
const twipsForPixel = 15;

export function heightOfLine(style: string): number {
  const { size, spacing } = lookOf(style);
  return size * 10 * singleLine * (spacing.line / 240);
}

export function heightOfCell(cell: Cell, style: string, width: number): number {
  const lines = typeof cell === 'string' || !('lines' in cell) ? [{ words: cell }] : cell.lines;
  return lines.reduce((sum, line) => {
    const own = 'quiet' in line && line.quiet ? 'Small' : style;
    const { size, isBold } = lookOf(own);
    return sum + countLines(line.words, size, width, isBold) * heightOfLine(own);
  }, 0);
}

/** Name, figure with state, details with change, line with its foot: a row each, as high as its highest tile. */
export function heightOfTiles(tiles: readonly Tile[]): number {
  const width = tileWidth(tiles.length) - tileGap;
  const { before, after } = lookOf('TileHeadline').spacing;
  const rows: readonly ((tile: Tile) => number)[] = [
    ({ name }) => heightOfCell(name, 'TableHead', width),
    ({ headline, state }) =>
      before + after + heightOfCell(headline, 'TileHeadline', width) + heightOfCell(state, 'TableSmall', width),
    ({ details, change }) => {
      const changed: Words = [{ bold: change }];
      return [...details, changed].reduce((sum, words) => sum + heightOfCell(words, 'TableSmall', width), 0);
    },
    ({ foot }) => sparklineSize.height * twipsForPixel + sparklineGap + heightOfCell(foot, 'Small', width),
  ];
  return rows.reduce((sum, heightOf) => sum + Math.max(0, ...tiles.map(heightOf)) + tilePadding * 2, 2 * rule);
}

/** What a line of text keeps free below a picture that stands in it. */
const sparklineGap = 50;
