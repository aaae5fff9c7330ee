import { goesOn, leadingTime, linedUp, linesOf } from './body-lines.ts';

/** The body of a script is free text. What is seen in it here only guides the drawing: no word is lost or moved. */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'item'; readonly mark: string; readonly words: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'row';
      readonly time: string | null;
      readonly cells: readonly string[];
      /** Lines that go on with it, indented below it by its author. */
      readonly more?: readonly string[];
    }
  | {
      readonly kind: 'said';
      readonly time: string | null;
      readonly name: string | null;
      readonly lines: readonly string[];
    };

export type Fact = { readonly label: string; readonly value: string };

const itemMark = /^(?:[-–•*>]|\d{1,3}[.)]|\d{1,4}\s?[x×])\s+(?=\S)/;
/** At most three words: what is longer before a colon is the beginning of a sentence. */
const speaker = /^([\p{Lu}@#][\p{L}\p{N}._@#()/&'’-]{0,38}(?: [\p{L}\p{N}._@#()/&'’-]{1,38}){0,2}):\s+(?=\S)/u;

/** A paragraph a text, whatever the width at which its author wrapped it. */
export function listParagraphs(body: string): readonly string[] {
  return readProse(body).map(tellBlock);
}

function tellBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.join('\n');
    case 'item':
      return `${block.mark} ${block.words}`;
    case 'row':
      return [...(block.time === null ? [] : [block.time]), ...block.cells, ...(block.more ?? [])].join('   ');
    case 'facts':
    case 'said':
      return ''; // never read in prose
  }
}

/** Letters, notes and messages: paragraphs, numbered lines, and rows where the writer lined words up. */
export function readProse(body: string): readonly Block[] {
  return joinParagraphs(linesOf(body).map(readProseLine));
}

/** Alerts, reports and dashboards: every line for itself; label and value where they stand in pairs. */
export function readSheet(body: string): readonly Block[] {
  return joinFacts(readRows(body, readSheetLine));
}

/** A log: a line a row, its spaces kept. */
export function readLog(body: string): readonly Block[] {
  return readRows(body, rowOf);
}

/** A line of its own each, but for what is indented: that goes on with the one above it. */
function readRows(body: string, read: (line: string) => Block): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of linesOf(body)) {
    const more = line.trim();
    const last = blocks.at(-1);
    const joined = goesOn(line) && last ? goOn(last, more) : null;
    if (joined) blocks.splice(-1, 1, joined);
    else if (more !== '') blocks.push(read(line));
  }
  return blocks;
}

function goOn(block: Block, more: string): Block | null {
  if (block.kind === 'row') return { ...block, more: [...(block.more ?? []), more] };
  const last = block.kind === 'facts' ? block.facts.at(-1) : undefined;
  if (block.kind !== 'facts' || !last) return null;
  return { ...block, facts: [...block.facts.slice(0, -1), { ...last, value: `${last.value} ${more}` }] };
}

/** A chat: a new message begins with a time or a name; what belongs to none is one message of the sender. */
export function readChat(body: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of linesOf(body)) {
    const message = readMessage(line);
    const last = blocks.at(-1);
    if (message.time === null && message.name === null && last?.kind === 'said') {
      blocks.splice(-1, 1, { ...last, lines: [...last.lines, line.trim()] });
    } else if (line.trim() !== '') {
      blocks.push(message);
    }
  }
  return blocks;
}

/** Whether its messages carry the names and times of those who wrote them. */
export function isTalk(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.kind === 'said' && block.time !== null && block.name !== null);
}

function readMessage(line: string) {
  const trimmed = line.trim();
  const time = leadingTime.exec(trimmed)?.[0] ?? null;
  const rest = trimmed.slice(time?.length ?? 0).trim();
  const [name = '', ...words] = time === null ? [] : rest.split(/\s{2,}/);
  if (words.length > 0) return { kind: 'said', time, name, lines: [words.join('  ')] } as const;
  const named = speaker.exec(rest);
  if (named?.[1] === undefined) return { kind: 'said', time, name: null, lines: [rest] } as const;
  return { kind: 'said', time, name: named[1], lines: [rest.slice(named[0].length)] } as const;
}

function readProseLine(line: string): Block {
  const trimmed = line.trim();
  const mark = itemMark.exec(trimmed)?.[0];
  if (mark !== undefined) return { kind: 'item', mark: mark.trim(), words: trimmed.slice(mark.length) };
  if (linedUp.test(trimmed)) return rowOf(line);
  return { kind: 'paragraph', lines: trimmed === '' ? [] : [trimmed] };
}

/** An empty paragraph parts two; one hard-wrapped in the script flows again. */
function joinParagraphs(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (
      block.kind !== 'paragraph' ||
      last?.kind !== 'paragraph' ||
      block.lines.length === 0 ||
      last.lines.length === 0
    ) {
      joined.push(block);
    } else {
      joined.splice(-1, 1, { kind: 'paragraph', lines: addLine(last.lines, block.lines[0] ?? '') });
    }
  }
  return joined.filter((block) => block.kind !== 'paragraph' || block.lines.length > 0);
}

const wrappedFrom = 70;

function addLine(lines: readonly string[], line: string): readonly string[] {
  const last = lines.at(-1) ?? '';
  const lastRow = last.length > wrappedFrom && /^[\p{Ll}(]/u.test(line);
  return lastRow ? [...lines.slice(0, -1), `${last} ${line}`] : [...lines, line];
}

function readSheetLine(line: string): Block {
  const cells = line.trim().split(/\s{2,}/);
  const isTimed = leadingTime.test(line.trim());
  const labels = cells.filter((_, index) => index % 2 === 0);
  const arePairs = !isTimed && cells.length % 2 === 0 && labels.every((label) => /^\p{Lu}[\p{L}-]{1,14}$/u.test(label));
  if (!arePairs) return rowOf(line);
  return { kind: 'facts', facts: labels.map((label, index) => ({ label, value: cells[index * 2 + 1] ?? '' })) };
}

function joinFacts(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'facts' && last?.kind === 'facts') {
      joined.splice(-1, 1, { kind: 'facts', facts: [...last.facts, ...block.facts] });
    } else joined.push(block);
  }
  return joined;
}

function rowOf(line: string): Block {
  const trimmed = line.trim();
  const time = leadingTime.exec(trimmed)?.[0] ?? null;
  const rest = trimmed.slice(time?.length ?? 0).trim();
  return { kind: 'row', time, cells: rest === '' ? [] : rest.split(/\s{2,}/) };
}
