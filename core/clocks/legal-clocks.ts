import { europeanClocks } from './european-clocks.ts';
import type { LegalClock } from './legal-clock.ts';
import { otherClocks } from './other-clocks.ts';

export const legalClocks: readonly LegalClock[] = [...europeanClocks, ...otherClocks];

export function findLegalClock(id: string): LegalClock | undefined {
  return legalClocks.find((candidate) => candidate.id === id);
}
