import type { Block, Cell, ReportDocument, Run, Tile, Words } from '#core/report/document.ts';
import type { Piece } from '#core/report/track-words.ts';

/** A document as lines of plain text, in reading order. */
export function tellDocument({ blocks }: Pick<ReportDocument, 'blocks'>): string {
  return blocks.flatMap(tellBlock).join('\n');
}

/** The lines from a section's heading to the next one. */
export function tellSection(document: Pick<ReportDocument, 'blocks'>, number: number): string {
  const { blocks } = document;
  const from = blocks.findIndex((block) => block.is === 'section' && block.number === number);
  const to = blocks.findIndex((block, at) => at > from && (block.is === 'section' || block.is === 'appendix'));
  return from === -1 ? '' : tellDocument({ blocks: blocks.slice(from, to === -1 ? blocks.length : to) });
}

/** All that stands before the first section. */
export function tellPageOne({ blocks }: Pick<ReportDocument, 'blocks'>): string {
  return tellDocument({
    blocks: blocks.slice(
      0,
      blocks.findIndex(({ is }) => is === 'section'),
    ),
  });
}

function tellBlock(block: Block): readonly string[] {
  switch (block.is) {
    case 'title':
    case 'subhead':
    case 'block_head':
    case 'page_head':
    case 'headline':
      return [block.text];
    case 'sheet':
      return [`${block.mark} ${block.tlp}`];
    case 'band':
      return [`${block.words} | ${block.aside}`];
    case 'mono':
      return block.lines;
    case 'said':
      return [`${block.when ?? ''} ${block.who ?? ''}: ${block.lines.join('\n')}`];
    case 'form':
      return block.rows.map(({ name, words = '' }) => `${name}: ${tellWords(words)}`);
    case 'appendix':
      return [`Appendix ${block.letter} ${block.text}`];
    case 'contents':
      return ['[contents]'];
    case 'bar_chart':
    case 'day_strip':
      return [block.description, block.caption];
    case 'tiles':
      return block.tiles.map(tellTile);
    case 'section':
      return [`${block.number} ${block.text}`];
    case 'lead':
      return [block.by === null ? block.text : `${block.text} (${block.by})`];
    case 'card':
      return block.rows.map(([name, cell]) => `${name}: ${tellCell(cell)}`);
    case 'strip':
      return block.items.map(({ name, rating, words, evidence }) => `${name}: ${rating ?? '–'} ${words}; ${evidence}`);
    case 'swim_lanes':
      return [block.description, block.caption];
    case 'tracked':
      return [block.head, `${block.label}: ${block.pieces.map(tellPiece).join('')}`, block.comment];
    case 'table':
      return [
        ...(block.caption === null ? [] : [block.caption]),
        block.columns.map(({ head }) => head).join(' | '),
        ...block.rows.map((row) => row.map(tellCell).join(' | ')),
      ];
    default:
      return [tellWords(block.words)];
  }
}

/** `Controls: 6 of 11 | [red] 54.5 %, below 85 % | worst: tier 0, 2 of 4 | ↑ 4.5 points, better | n = 11`; a stale one has a `~`. */
export function tellTile({ name, headline, isStale, state, details, change, foot }: Tile): string {
  const told = [headline, tellWords(state), ...details.map(tellWords), change, foot];
  return `${isStale ? '~' : ''}${name}: ${told.join(' | ')}`;
}

/** `Legal [-determines-][+opens+] the table`. */
function tellPiece({ is, text }: Piece): string {
  if (is === 'kept') return text;
  return is === 'deleted' ? `[-${text}-]` : `[+${text}+]`;
}

function tellCell(cell: Cell): string {
  if (typeof cell === 'string' || !('lines' in cell)) return tellWords(cell);
  return cell.lines.map(({ words }) => tellWords(words)).join(' / ');
}

function tellWords(words: Words): string {
  return typeof words === 'string' ? words : words.map(tellRun).join('');
}

function tellRun(run: Run): string {
  if (typeof run === 'string') return run;
  if ('bold' in run) return run.bold;
  if ('light' in run) return `[${run.light}]`;
  if ('alert' in run) return `!${run.alert}`;
  return 'code' in run ? run.code : `[${run.rating}]`;
}
