import type { Run } from '../../report/document.ts';
import type { Rating } from '../figures/rate-figures.ts';

/** Below it values are listed: no percentage, mean, rating or arrow. Source: spec.md D.8. */
export const fewestToRate = 5;
const fewestForPercentFirst = 50;
const mostListed = 4;

/** `54.5 %`, kept on one line. */
export const percentWords = (value: number): string => `${value.toFixed(1)}\u00A0%`;

/** `20,000`. */
export const countWords = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** Counts first below 50, per cent first from there; a percentage only from 5, and of nothing none. */
export function shareWords(
  part: number,
  whole: number,
  pct: number | null,
): readonly [first: string, second: string | null] {
  const counts = `${countWords(part)} of ${countWords(whole)}`;
  if (pct === null || whole < fewestToRate) return [counts, null];
  if (whole < fewestForPercentFirst) return [counts, percentWords(pct)];
  return [percentWords(pct), counts];
}

/** Letter and shape before the words; without a rating the words alone. */
export function lightRuns(rating: Rating, words: string): readonly Run[] {
  return rating === null ? [words] : [{ light: rating }, ` ${words}`];
}

/** `V-02, V-04 and 3 more`. */
export function someOf(ids: readonly string[], most = mostListed): string {
  if (ids.length <= most) return ids.join(', ');
  return `${ids.slice(0, most - 1).join(', ')} and ${countWords(ids.length - most + 1)} more`;
}
