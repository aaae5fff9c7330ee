import { ImageRun, LineRuleType, Paragraph, SimpleField, Table, TableOfContents, TextRun } from 'docx';
import type { Block, DayStrip, Table as TableBlock } from '#core/report/document.ts';
import { cleanText } from './clean-text.ts';
import { drawDayStrip } from './draw-day-strip.ts';
import { drawLanes } from './draw-swim-lanes.ts';
import type { Drawing } from './drawing.ts';
import { renderFigure } from './render-figure.ts';
import { layOutBarChart } from './word-chart.ts';
import { layOutBand, layOutForm, layOutMono, layOutSaid } from './word-sheets.ts';
import { denseCaption, leadAlone, sectionList, space, titleSize } from './word-styles.ts';
import { layOutCard, layOutStrip, layOutTable } from './word-tables.ts';
import { paragraphOf, runsOf } from './word-text.ts';
import { layOutTiles } from './word-tiles.ts';
import { layOutTracked, type Revisions } from './word-tracked.ts';

type Element = Paragraph | Table | TableOfContents;
type Context = {
  /** How many captions of a kind there are so far. */
  readonly counts: { Table: number; Figure: number; Comment: number };
  readonly revisions: Revisions;
  readonly starts: ReadonlyMap<number, number>;
};

/** Blocks as Word's paragraphs and tables; captions are numbered with SEQ fields that hold their value. */
export async function layOut(blocks: readonly Block[]): Promise<readonly Element[]> {
  const context: Context = {
    counts: { Table: 0, Figure: 0, Comment: 0 },
    revisions: { last: 0 },
    starts: sectionStarts(blocks),
  };
  const elements: Element[] = [];
  for (const block of blocks) {
    const next = await layOutBlock(block, context);
    // Word joins tables that touch; a last table needs a paragraph after it.
    if (next[0] instanceof Table && elements.at(-1) instanceof Table) elements.push(gap());
    elements.push(...next);
  }
  if (elements.at(-1) instanceof Table) elements.push(closing());
  return elements;
}

/** For each section number the number at which its list begins: 1 to 6 is one list, 13 another. */
export function sectionStarts(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (const block of blocks) {
    if (block.is === 'section') starts.set(block.number, starts.get(block.number - 1) ?? block.number);
  }
  return starts;
}

/** As low as a line can be, so that it never makes a page of its own. */
const closing = () => new Paragraph({ spacing: { before: 0, after: 0, line: 1, lineRule: LineRuleType.EXACT } });

const gap = () => new Paragraph({ style: 'Small', spacing: space(0, 120), children: [] });

function layOutSection(
  { number, text, startsPage }: Extract<Block, { is: 'section' }>,
  { starts }: Context,
): Paragraph {
  const numbering = { reference: sectionList(starts.get(number) ?? number), level: 0 };
  return paragraphOf('Heading1', text, { numbering, ...(startsPage ? onNewPage : {}) });
}

const onNewPage = { pageBreakBefore: true, spacing: space(0, 252, 50) };

const styleNames = {
  block_head: 'BlockHead',
  page_head: 'PageBlockHead',
  headline: 'Headline',
  paragraph: 'Normal',
  meta: 'Meta',
  statement: 'Statement',
  note: 'Note',
  page_note: 'PageNote',
  point: 'Point',
  text: 'SheetText',
} as const;

async function layOutBlock(block: Block, context: Context): Promise<readonly Element[]> {
  switch (block.is) {
    case 'title':
      return [new Paragraph({ style: 'Title', children: runsOf(block.text, { size: titleSize(block.text) }) })];
    case 'block_head':
    case 'page_head':
    case 'headline':
      return [paragraphOf(styleNames[block.is], block.text)];
    case 'subhead':
      return [paragraphOf('Heading2', block.text, block.startsPage ? onNewPage : {})];
    case 'paragraph':
    case 'meta':
    case 'statement':
    case 'note':
    case 'page_note':
    case 'point':
    case 'text':
      return [paragraphOf(styleNames[block.is], block.words)];
    case 'section':
      return [layOutSection(block, context)];
    case 'appendix':
      return [paragraphOf('Heading1', `Appendix ${block.letter} – ${block.text}`, block.startsPage ? onNewPage : {})];
    case 'contents':
      return [new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-1' })];
    case 'lead':
      return layOutLead(block);
    case 'card':
      return [layOutCard(block)];
    case 'strip':
      return [layOutStrip(block.items)];
    case 'sheet':
      return []; // where a section of the document begins
    case 'band':
      return [layOutBand(block.words, block.aside)];
    case 'mono':
      return layOutMono(block);
    case 'said':
      return layOutSaid(block);
    case 'form':
      return [layOutForm(block)];
    case 'tracked':
      return layOutTracked(block, context.revisions, ++context.counts.Comment);
    case 'bar_chart':
    case 'tiles':
    case 'day_strip':
    case 'swim_lanes':
      return layOutFigure(block, context);
    case 'table':
      return layOutCaptioned(block, context);
  }
}

function layOutLead({ text, by }: Extract<Block, { is: 'lead' }>): readonly Paragraph[] {
  if (by === null) return [paragraphOf('Lead', text, { spacing: leadAlone, keepNext: false })];
  return [paragraphOf('Lead', text), paragraphOf('LeadBy', by)];
}

/** Given by us: docx counts them over the life of the process. */
const figureId = ({ counts }: Context) => `figure-${counts.Figure + 1}`;

/** The caption stands above a table and keeps with it, below a figure and does not. */
function captionOf(kind: 'Table' | 'Figure', text: string, { counts }: Context, more: object = {}): Paragraph {
  counts[kind] += 1;
  const number = new SimpleField(`SEQ ${kind} \\* ARABIC`, String(counts[kind]));
  const children = [new TextRun(`${kind} `), number, ...runsOf(` – ${text}`)];
  return new Paragraph({ style: 'Caption', keepNext: kind === 'Table', ...more, children });
}

function layOutCaptioned(table: TableBlock, context: Context): readonly Element[] {
  const { caption, look } = table;
  if (caption === null) return [layOutTable(table)];
  return [captionOf('Table', caption, context, look === 'dense' ? { spacing: denseCaption } : {}), layOutTable(table)];
}

type Figure = Extract<Block, { is: 'bar_chart' | 'tiles' | 'day_strip' | 'swim_lanes' }>;

async function layOutFigure(block: Figure, context: Context): Promise<readonly Element[]> {
  if (block.is === 'tiles') return [await layOutTiles(block.tiles)];
  if (block.is === 'day_strip') return layOutDayStrip(block, context);
  if (block.is === 'bar_chart')
    return [layOutBarChart(block, figureId(context)), captionOf('Figure', block.caption, context)];
  const { lanes, caption, description } = block;
  const figure = await figureOf(drawLanes(lanes), { name: 'Swim-lane timeline', description }, context);
  return [new Paragraph({ style: 'Figure', children: [figure] }), captionOf('Figure', caption, context)];
}

/** So low that its caption stands above it, as that of a table. */
async function layOutDayStrip(block: DayStrip, context: Context): Promise<readonly Element[]> {
  const figure = await figureOf(
    drawDayStrip(block),
    { name: 'Incidents by day', description: block.description },
    context,
  );
  const caption = captionOf('Figure', block.caption, context, { keepNext: true, spacing: denseCaption });
  return [caption, new Paragraph({ style: 'Figure', spacing: space(0, 240), keepNext: false, children: [figure] })];
}

async function figureOf(
  drawing: Drawing,
  { name, description }: { readonly name: string; readonly description: string },
  context: Context,
): Promise<ImageRun> {
  return new ImageRun({
    type: 'png',
    data: await renderFigure(drawing),
    transformation: { width: drawing.width, height: drawing.height },
    altText: { id: figureId(context), name, title: name, description: cleanText(description) },
  });
}
