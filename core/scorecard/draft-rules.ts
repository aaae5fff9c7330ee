import { longDate } from '../local-time.ts';
import { type MonthDraft, readAsks } from './month-draft.ts';
import { monthWords } from './page/month-words.ts';
import { describePeriod } from './period.ts';

/** What keeps a draft from being published, in sentences. */
export function lacksOf(draft: MonthDraft, asOf: string, today: string): readonly string[] {
  const lacks: string[] = [];
  if (Object.values(draft.files).length === 0) lacks.push('No file was taken: a month is counted from at least one.');
  if (asOf > today) lacks.push(`${longDate(asOf)} is still to come: look at the month from an earlier day.`);
  return [...lacks, ...readAsks(draft.asks).lacks];
}

/** Why a month cannot be looked at from a day; null where it can. */
export function refuseAsOf(month: string, asOf: string): string | null {
  const { start } = describePeriod(month, 'UTC');
  return asOf < start ? `${longDate(asOf)} lies before ${monthWords(month)}.` : null;
}
