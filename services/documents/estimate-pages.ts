import type { Block } from '#core/report/document.ts';
import type { PaperSize } from '#core/scenario/vocabulary.ts';
import { type Strip, stripsOf } from './block-heights.ts';
import { page, papers } from './sheet.ts';

const fewestLines = 2; // of a paragraph, before and after a page break

/**
 * The page on which each section and appendix begins, in their order: what a table of contents prints. The document is laid
 * out by the rules of our own few styles, because the layout that docx brings takes seconds for one document.
 */
export function estimatePages(blocks: readonly Block[], pageHeight: number): readonly number[] {
  const entries = blocks.filter(({ is }) => is === 'section' || is === 'appendix').length;
  const room = pageHeight - page.top - page.bottom;
  const strips = withGaps(blocks, entries);
  const pages: number[] = [];
  let place: Place = { page: 1, used: 0, owed: 0 };
  for (let at = 0; at < strips.length; ) {
    const chain = takeChain(strips, at);
    const isOver = chain[0]?.startsPage || place.used + needOf(chain, place.owed) > room;
    if (isOver && place.used > 0) place = { page: place.page + 1, used: 0, owed: 0 };
    for (const strip of chain) {
      if (strip.isEntry) pages.push(place.page);
      place = putStrip(place, strip, room);
    }
    at += chain.length;
  }
  return pages;
}

type Place = {
  readonly page: number;
  readonly used: number;
  /** The space that the last paragraph wants below it. */
  readonly owed: number;
};

/** On top of a page the space above is dropped. A paragraph may go on over the page, and so does what is higher than one. */
function putStrip({ page: number, used, owed }: Place, strip: Strip, room: number): Place {
  const { before, after, height, headHeight } = strip;
  const filled = used === 0 ? headHeight + height : used + Math.max(owed, before) + height;
  const more = Math.ceil(filled / room) - 1;
  return { page: number + more, used: filled - more * room, owed: after };
}

/** So that Word, which may set a line a little differently, keeps it on one page too. */
const reserve = 340;

/** Whether the first page holds these blocks. */
export function fitsOnePage(paper: PaperSize): (blocks: readonly Block[]) => boolean {
  const room = papers[paper].height - page.top - page.bottom - reserve;
  return (blocks) => needOf(withGaps(blocks, 0), 0) <= room;
}

/** Tables that would touch have a low line between them. */
function withGaps(blocks: readonly Block[], entries: number): readonly Strip[] {
  const isTable = (block: Block | undefined) =>
    block?.is === 'card' || block?.is === 'strip' || (block?.is === 'table' && block.caption === null);
  const endsInTable = (block: Block | undefined) => isTable(block) || block?.is === 'table';
  return blocks.flatMap((block, at) => {
    const own = stripsOf(block, entries);
    const [first] = own;
    return first && isTable(block) && endsInTable(blocks[at - 1])
      ? [
          { ...first, before: 0, height: 92, headHeight: 0, staysWithNext: false, isEntry: false, startsPage: false },
          ...own,
        ]
      : own;
  });
}

/** What must stand together, from here on. */
function takeChain(strips: readonly Strip[], from: number): readonly Strip[] {
  let to = from;
  while (strips[to]?.staysWithNext && to < strips.length - 1) to += 1;
  return strips.slice(from, to + 1);
}

/** The room that a chain needs on this page: of a last paragraph that may be broken, its first lines. */
function needOf(chain: readonly Strip[], owed: number): number {
  let after = owed;
  return chain.reduce((sum, { before, height, lineHeight, after: own }, at) => {
    const isLast = at === chain.length - 1;
    const least = isLast && lineHeight !== null ? leastOf(height, lineHeight) : height;
    const gap = Math.max(after, before);
    after = own;
    return sum + gap + least;
  }, 0);
}

function leastOf(height: number, lineHeight: number): number {
  const lines = Math.round(height / lineHeight);
  return lines < fewestLines * 2 ? height : fewestLines * lineHeight;
}
