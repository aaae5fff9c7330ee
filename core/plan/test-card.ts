import { testCardPx } from '../scenario/vocabulary.ts';

/** Metres from which a pixel of height is read, on a 75-inch screen of 1920 × 1080. Source: experience.md, "The room, precisely". */
const metresPerPx = 4.4 / 24;

export type TestLine = { readonly number: number; readonly px: number; readonly metres: string };

/** What the last row is asked to read, from the smallest: the first line it can read is the size of text it needs. */
export const testLines: readonly TestLine[] = testCardPx.map((px, at) => ({
  number: at + 1,
  px,
  metres: metresFor(px),
}));

/** How far away text of this height is read, in metres with one decimal. */
export function metresFor(px: number): string {
  return (px * metresPerPx).toFixed(1);
}
