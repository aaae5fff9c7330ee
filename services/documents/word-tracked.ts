import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  type ICommentOptions,
  InsertedTextRun,
  Paragraph,
  Tab,
  TextRun,
} from 'docx';
import type { Block, Tracked } from '#core/report/document.ts';
import type { Piece } from '#core/report/track-words.ts';
import { cleanText } from './clean-text.ts';
import { paragraphOf, runsOf } from './word-text.ts';

/** Gives out numbers: each insertion and deletion of a document has its own. */
export type Revisions = { last: number };

const isTracked = (block: Block): block is Tracked => block.is === 'tracked';

/** What the package of a document with tracked changes needs beside its text; nothing where it has none. */
export function trackingOf(blocks: readonly Block[]) {
  const tracked = blocks.filter(isTracked);
  if (tracked.length === 0) return {};
  return { features: { trackRevisions: true }, comments: { children: tracked.map(commentOf) } };
}

function commentOf({ author, at, comment }: Tracked, place: number): ICommentOptions {
  const name = cleanText(author);
  return {
    id: place + 1,
    author: name,
    initials: initialsOf(name),
    date: new Date(at),
    children: [paragraphOf('TableText', comment)],
  };
}

function initialsOf(name: string): string {
  return [...name.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(([letter]) => letter.toUpperCase()).join('');
}

/** The head stays and carries the comment; of a step that comes or goes as a whole, label and end of paragraph come or go too. */
export function layOutTracked(block: Tracked, revisions: Revisions, comment: number): readonly Paragraph[] {
  const author = cleanText(block.author);
  const mark = () => {
    revisions.last += 1;
    return { id: revisions.last, author, date: `${block.at.slice(0, 19)}Z` };
  };
  const head = [
    new CommentRangeStart(comment),
    ...runsOf(block.head),
    new CommentRangeEnd(comment),
    new TextRun({ children: [new CommentReference(comment)] }),
  ];
  const { label, whole, pieces } = block;
  const end = whole === null ? {} : { run: { [whole === 'inserted' ? 'insertion' : 'deletion']: mark() } };
  return [
    new Paragraph({ style: 'StepHead', children: head }),
    new Paragraph({
      style: 'Step',
      ...end,
      children: [...labelOf(label, whole, mark), ...pieces.flatMap((piece) => runsOfPiece(piece, mark))],
    }),
  ];
}

type TrackedRun = TextRun | InsertedTextRun | DeletedTextRun;
type Mark = () => { readonly id: number; readonly author: string; readonly date: string };

function labelOf(label: string, whole: Tracked['whole'], mark: Mark): readonly TrackedRun[] {
  const parts = [cleanText(label), new Tab()];
  if (whole === 'inserted') return [new InsertedTextRun({ children: parts, ...mark() })];
  if (whole === 'deleted') return [new DeletedTextRun({ children: parts, ...mark() })];
  return [new TextRun({ children: parts })];
}

/** A line end becomes a line break, tracked like the words around it. */
function runsOfPiece({ is, text }: Piece, mark: Mark): readonly TrackedRun[] {
  if (is === 'kept') return runsOf(text);
  const Run = is === 'inserted' ? InsertedTextRun : DeletedTextRun;
  return cleanText(text)
    .split('\n')
    .map((line, at) => new Run({ text: line, ...(at > 0 ? { break: 1 } : {}), ...mark() }));
}
