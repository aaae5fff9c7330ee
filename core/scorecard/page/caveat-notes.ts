import { type Block, pageNote } from '../../report/document.ts';
import { listWords, plural } from '../../report/term-words.ts';
import type { Caveat, Snapshot } from '../snapshot.ts';
import { cutCell } from './cut-cell.ts';

/** On the page in one line: what the month is published in spite of, and where the whole of it stands. */
export function noteCaveats({ caveats, published_because: because }: Snapshot, most: number): readonly Block[] {
  if (caveats.length === 0) return [];
  const why =
    because === null ? '' : ` Published all the same: ${cutCell(because, most)}${/[.!?]$/.test(because) ? '' : '.'}`;
  return [pageNote({ bold: 'Caveats. ' }, `${shorten(caveats)}; see scorecard-rows.docx.${why}`)];
}

function shorten(caveats: readonly Caveat[]): string {
  const about = (is: Caveat['is']) => caveats.filter((caveat) => caveat.is === is).map((caveat) => caveat.about);
  const [missing, stale, left] = [about('missing'), about('stale'), about('left_out')];
  const rest = about('disagrees').length + about('read').length;
  const parts = [
    missing.length === 0 ? null : `no file of ${listWords(missing)}`,
    stale.length === 0 ? null : `${listWords(stale)} stale`,
    left.length === 0 ? null : `rows of ${listWords(left)} left out`,
    about('not_over').length === 0 ? null : 'the month is not over',
    rest === 0 ? null : `${plural(rest, 'remark')} on rows`,
    about('settings').length === 0 ? null : 'settings changed',
  ];
  const told = parts.filter((part) => part !== null).join('; ');
  return told.charAt(0).toUpperCase() + told.slice(1);
}

/** The whole of them, for the document behind the page. */
export function listCaveatNotes({ caveats, published_because: because }: Snapshot): readonly Block[] {
  if (caveats.length === 0) return [];
  return [
    { is: 'block_head', text: 'Caveats' },
    ...caveats.map(({ says }): Block => ({ is: 'point', words: says })),
    ...(because === null ? [] : [{ is: 'paragraph' as const, words: `Published all the same: ${because}` }]),
  ];
}
