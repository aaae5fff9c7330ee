import { legalClocksSchema } from './legal-clock.ts';
import table from './legal-clocks.json' with { type: 'json' };

/** The table as its file has it, with the day on which it was checked. */
export const legalClockTable = legalClocksSchema.parse(table);

export const legalClocks = legalClockTable.clocks;

/** Stands wherever a legal clock is shown. */
export const notLegalAdvice = legalClockTable.disclaimer;

export function findLegalClock(id: string) {
  return legalClocks.find((candidate) => candidate.id === id);
}

/** The clocks that start when this one is filed. */
export function listFollowOns(id: string) {
  return legalClocks.filter(({ follows }) => follows?.clock === id);
}
