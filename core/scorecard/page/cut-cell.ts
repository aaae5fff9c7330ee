import { cutAtWord } from '../../report/term-words.ts';

/** What people wrote, on one line and not longer than a cell takes; nothing is a dash. */
export function cutCell(text: string | null, most: number): string {
  return text === null || text.trim() === '' ? '–' : cutAtWord(text, most);
}

/** A name or an id, cut in the middle: hosts of one kind differ at either end. */
export function cutName(text: string, most: number): string {
  const letters = [...text.trim().replace(/\s+/g, ' ')];
  const kept = Math.floor(most) - 1;
  if (letters.length <= kept + 1) return letters.join('');
  const end = Math.floor(kept / 2);
  return `${letters.slice(0, kept - end).join('')}…${letters.slice(-end).join('')}`;
}
