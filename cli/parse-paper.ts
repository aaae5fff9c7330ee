import { type PaperSize, paperSizes } from '#core/scenario/vocabulary.ts';

export const wrongPaper = { wrong: `--paper takes ${paperSizes.join(' or ')}.` };

/** undefined: as the organisation's documents are set; null: no paper we know. */
export function parsePaper(typed: string | undefined): PaperSize | undefined | null {
  return typed === undefined ? undefined : (paperSizes.find((known) => known === typed) ?? null);
}
