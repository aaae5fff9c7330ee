import { isFigure } from './attachment-content.ts';
import type { Block } from './read-body.ts';

export type RowBlock = Extract<Block, { kind: 'row' }>;
/** Rows that stand below one another, and what is no row, in order. */
export type Stretch = { readonly rows: readonly RowBlock[] } | { readonly block: Block };

/** Columns that rows share: what each needs at most, in em. */
export type RowColumns = {
  readonly time: number | null;
  readonly words: readonly number[];
  readonly isFigure: readonly boolean[];
  /** What most rows close with: a figure, a state, a name; it stands at the right. */
  readonly closing: number | null;
};
export type RowParts = { readonly words: readonly string[]; readonly closing: string | null };

export function groupRows(blocks: readonly Block[]): readonly Stretch[] {
  const stretches: ({ rows: RowBlock[] } | { block: Block })[] = [];
  for (const block of blocks) {
    const last = stretches.at(-1);
    if (block.kind !== 'row') stretches.push({ block });
    else if (last && 'rows' in last && isCode(block) === last.rows.every(isCode)) last.rows.push(block);
    else stretches.push({ rows: [block] });
  }
  return stretches;
}

/** A line of a listing with its number, or a command behind its sign: spaces and signs count in it. */
export function isCode({ time, cells }: RowBlock): boolean {
  const [first = '', ...rest] = cells;
  if (time !== null) return false;
  return /^\$ \S/.test(first) || (/^\d{1,3}$/.test(first) && /[(){}=;]/.test(rest.join('')));
}

/** The columns of rows that have something to align, and each row's parts in them: null for one that is a sentence. */
export function alignRows(
  rows: readonly RowBlock[],
): { readonly columns: RowColumns; readonly parts: readonly (RowParts | null)[] } | null {
  const isSentence = ({ time, cells }: RowBlock) => time === null && cells.length < 2;
  const closed = rows.map((row) => (isSentence(row) ? null : partRow(row, rows)));
  const aligned = closed.filter((part) => part !== null);
  if (aligned.length < 2) return null;
  const [, second = 1] = aligned.map(({ words }) => words.length).sort((one, other) => other - one);
  const parts = closed.map((part) => part && { ...part, words: joinFrom(second, part.words) });
  return {
    columns: findColumns(
      parts.filter((part) => part !== null),
      rows.flatMap(({ time }) => time ?? []),
    ),
    parts,
  };
}

/** As wide as a gap between cells; a line breaks behind it, and only a usual space is not drawn there. */
const wideGap = '\u00a0\u00a0 ';

/** Cells for which no other row has a column stand in the last one. */
function joinFrom(count: number, words: readonly string[]): readonly string[] {
  return words.length <= count ? words : [...words.slice(0, count - 1), words.slice(count - 1).join(wideGap)];
}

function findColumns(parts: readonly RowParts[], times: readonly string[]): RowColumns {
  const closings = parts.flatMap(({ closing }) => closing ?? []);
  const count = Math.max(...parts.map(({ words }) => words.length));
  const columns = Array.from({ length: count }, (_, at) => parts.flatMap(({ words }) => tellWidth(words, at, count)));
  return {
    time: times.length === 0 ? null : widest(times),
    words: columns.map(widest),
    isFigure: columns.map((_, at) => at > 0 && parts.every(({ words }) => isFigure(words[at] ?? '0'))),
    closing: closings.length === 0 ? null : widest(closings),
  };
}

/** The last cell of a row goes on to the end, over columns that only other rows have: it makes none of them wide. */
function tellWidth(words: readonly string[], at: number, count: number): readonly string[] {
  const cell = words[at];
  const goesOn = at === words.length - 1 && at < count - 1;
  return cell === undefined || (goesOn && !isFigure(cell)) ? [] : [cell];
}

const longestClosing = 15;
const longestStray = 24;

/** A row whose last cell closes it, as in most of the rows around it. */
function partRow({ cells }: RowBlock, rows: readonly RowBlock[]): RowParts {
  const many = rows.map((row) => row.cells).filter((other) => other.length > 1);
  const closed = many.filter((other) => endLength(other) <= longestClosing);
  const isLikeThem = closed.some((other) => other.length === cells.length) && endLength(cells) <= longestStray;
  const isClosed = cells.length > 1 && (endLength(cells) <= longestClosing || isLikeThem);
  if (!isClosed || closed.length * 2 <= many.length) return { words: cells, closing: null };
  return { words: cells.slice(0, -1), closing: cells.at(-1) ?? null };
}

function endLength(cells: readonly string[]): number {
  return cells.at(-1)?.length ?? 0;
}

function widest(texts: readonly string[]): number {
  return Math.max(1, ...texts.map(measureEm));
}

function measureEm(text: string): number {
  let em = 0.2;
  for (const letter of text) em += letterEm(letter);
  return em;
}

const known = new Map<string, number>();

/** A little more than a letter of the room's own font needs. */
function letterEm(letter: string): number {
  const em = known.get(letter) ?? findEm(letter);
  known.set(letter, em);
  return em;
}

function findEm(letter: string): number {
  if (/[iljtfr.,:;'|()\s-]/.test(letter)) return 0.38;
  if (/[mwMW@%]/.test(letter)) return 0.95;
  if (/\d/.test(letter)) return 0.64;
  return /\p{Lu}/u.test(letter) ? 0.75 : 0.6;
}
