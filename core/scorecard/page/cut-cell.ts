import { cutAtWord } from '../../report/term-words.ts';

/** What people wrote, on one line and not longer than a cell takes; nothing is a dash. */
export function cutCell(text: string | null, most: number): string {
  return text === null || text.trim() === '' ? '–' : cutAtWord(text, most);
}
