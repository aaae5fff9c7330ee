import {
  type Block,
  type Card,
  type Cell,
  type DayStrip,
  measure,
  type StripItem,
  type Table,
  type Words,
} from '#core/report/document.ts';
import { cellGap, heightOfCell, heightOfLine, heightOfTiles, rule, singleLine } from './cell-heights.ts';
import { countLines } from './count-lines.ts';
import { dayStripHeight } from './draw-day-strip.ts';
import { drawLanes } from './draw-swim-lanes.ts';
import { chartSize } from './word-chart.ts';
import { denseCaption, leadAlone, lookOf, titleSize } from './word-styles.ts';
import { cardStyles, isHeld } from './word-tables.ts';

/** What stands on a page in one piece, or line by line; lengths in twips. */
export type Strip = {
  readonly before: number;
  readonly after: number;
  readonly height: number;
  /** So high that a page may break inside; null: never. */
  readonly lineHeight: number | null;
  readonly staysWithNext: boolean;
  readonly startsPage: boolean;
  /** Repeated above it where it begins a page: the head of its table. */
  readonly headHeight: number;
  readonly isEntry: boolean;
};

const twipsForPixel = 15;
const paddings = { plain: 50, tight: 32, roomy: 60, dense: 20 } as const;
const plainStrip = {
  before: 0,
  after: 0,
  lineHeight: null,
  staysWithNext: false,
  startsPage: false,
  headHeight: 0,
  isEntry: false,
};

function paragraphStrip(style: string, words: Words, width = measure, more: Partial<Strip> = {}): Strip {
  const { size, spacing, isBold, staysWithNext, staysWhole } = lookOf(style);
  const lineHeight = heightOfLine(style);
  const lines = countLines(words, size, width, isBold);
  return {
    ...plainStrip,
    before: spacing.before,
    after: spacing.after,
    height: lines * lineHeight,
    lineHeight: staysWhole ? null : lineHeight,
    staysWithNext,
    ...more,
  };
}

/** Without a name below it, it is set lower, line by line. */
function leadStrips({ text, by }: Extract<Block, { is: 'lead' }>): readonly Strip[] {
  const strip = paragraphStrip('Lead', text, measure - 240);
  if (by !== null) return [strip, paragraphStrip('LeadBy', by)];
  const { before, after, line } = leadAlone;
  const height = (strip.height * line) / lookOf('Lead').spacing.line;
  return [{ ...strip, before, after, height, staysWithNext: false }];
}

function dayStrips({ lanes, caption }: DayStrip): readonly Strip[] {
  const height = dayStripHeight(lanes.length) * twipsForPixel;
  return [
    { ...captionStrip('Figure', caption, true), staysWithNext: true },
    { ...plainStrip, height },
  ];
}

/** The strips of one block, top to bottom; `entries` is how many lines a table of contents has. */
export function stripsOf(block: Block, entries: number): readonly Strip[] {
  switch (block.is) {
    case 'title':
      return [titleStrip(block.text)];
    case 'section':
      return [headingStrip(block.text, measure - 580, block.startsPage)];
    case 'appendix':
      return [headingStrip(`Appendix ${block.letter} – ${block.text}`, measure, block.startsPage)];
    case 'subhead':
      return [paragraphStrip('Heading2', block.text, measure, { startsPage: block.startsPage ?? false })];
    case 'lead':
      return leadStrips(block);
    case 'tiles':
      return [{ ...plainStrip, height: heightOfTiles(block.tiles) }];
    case 'day_strip':
      return dayStrips(block);
    case 'page_head':
      return [paragraphStrip('PageBlockHead', block.text)];
    case 'table':
      return [
        ...(block.caption === null ? [] : [captionStrip('Table', block.caption, block.look === 'dense')]),
        ...tableStrips(block),
      ];
    case 'card':
      return cardStrips(block);
    case 'strip':
      return [{ ...plainStrip, height: heightOfStrip(block.items) }];
    case 'swim_lanes':
      return figureStrips(drawLanes(block.lanes).height, block.caption);
    case 'bar_chart':
      return figureStrips(chartSize.height, block.caption);
    case 'contents':
      return [
        ...Array.from({ length: entries }, () => paragraphStrip('TOC1', 'x')),
        paragraphStrip('Normal', ''), // in which docx ends the field
      ];
    case 'point':
      return [paragraphStrip('Point', block.words, measure - 280)];
    case 'paragraph':
    case 'meta':
    case 'statement':
    case 'note':
    case 'page_note':
      return [paragraphStrip(styleNames[block.is], block.words)];
    case 'block_head':
      return [paragraphStrip('BlockHead', block.text)];
    default:
      throw new Error(`No document with contents holds a block of the kind ${block.is}`);
  }
}

const styleNames = {
  paragraph: 'Normal',
  meta: 'Meta',
  statement: 'Statement',
  note: 'Note',
  page_note: 'PageNote',
} as const;

function titleStrip(text: string): Strip {
  const size = titleSize(text);
  const height = countLines(text, size, measure, true) * size * 10 * singleLine;
  return { ...plainStrip, height, staysWithNext: true };
}

const headingStrip = (text: string, width: number, startsPage = false) =>
  paragraphStrip('Heading1', text, width, { startsPage, isEntry: true, ...(startsPage ? { before: 0 } : {}) });

function captionStrip(kind: string, text: string, isDense = false): Strip {
  const { before, after } = isDense ? denseCaption : lookOf('Caption').spacing;
  return paragraphStrip('Caption', `${kind} 00 – ${text}`, measure, { before, after, staysWithNext: kind === 'Table' });
}

function figureStrips(pixels: number, caption: string): readonly Strip[] {
  const { before, after } = lookOf('Figure').spacing;
  const figure = { ...plainStrip, before, after, height: pixels * twipsForPixel, staysWithNext: true };
  return [figure, captionStrip('Figure', caption)];
}

function tableStrips({ columns, rows, look = 'plain', rowHeight = 0, ...stays }: Table): readonly Strip[] {
  const padding = paddings[look] * 2 + rule;
  const widths = columns.map(({ width }) => width - cellGap);
  const high = (cells: readonly Cell[], style: string) =>
    Math.max(rowHeight, ...cells.map((cell, at) => heightOfCell(cell, style, widths[at] ?? measure))) + padding;
  const head = high(
    columns.map(({ head: words }) => words),
    'TableHead',
  );
  const textStyle = look === 'dense' ? 'TableSmall' : 'TableText';
  const body = rows.map((row, at) => {
    const staysWithNext = isHeld(at, rows.length, stays);
    return { ...plainStrip, height: high(row, textStyle), staysWithNext, headHeight: head };
  });
  return [{ ...plainStrip, height: head, staysWithNext: true }, ...body];
}

/** What LibreOffice wants below the last row of a card, measured. */
const lowerEdge = rule * 3;

function cardStrips({ rows, size }: Card): readonly Strip[] {
  const [nameStyle, style] = cardStyles[size ?? 'normal'];
  const [names, words] = [1560 - cellGap, 7800 - cellGap];
  return rows.map(([name, cell], at) => {
    const high = Math.max(heightOfCell(name, nameStyle, names), heightOfCell(cell, style, words));
    const isLast = at === rows.length - 1;
    return { ...plainStrip, height: high + 32 * 2 + (isLast ? lowerEdge : rule), staysWithNext: !isLast };
  });
}

/** Name, chip with its words, evidence: a row each. */
function heightOfStrip(items: readonly StripItem[]): number {
  const width = Math.floor(measure / Math.max(items.length, 1) / 60) * 60 - cellGap;
  const high = (cells: readonly (readonly [style: string, words: string])[]) =>
    cells.reduce((sum, [style, words]) => sum + heightOfCell(words, style, width), paddings.plain * 2 + rule);
  const highest = (rows: readonly number[]) => Math.max(0, ...rows);
  const chip = lookOf('Chip').spacing.before;
  return (
    highest(items.map(({ name }) => high([['TableHead', name]]))) +
    highest(
      items.map(
        ({ rating, words }) =>
          high([
            ['Chip', rating ?? '–'],
            ['TableSmall', words],
          ]) + chip,
      ),
    ) +
    highest(items.map(({ evidence }) => high([['TableSmall', evidence]])))
  );
}
