import type { WordingFinding } from './check-text.ts';

/** What each level means to the writer. */
export const levelWords: Readonly<Record<WordingFinding['level'], string>> = {
  error: 'Blocks FINAL:',
  warn: 'Say it differently:',
  info: 'Note:',
};
