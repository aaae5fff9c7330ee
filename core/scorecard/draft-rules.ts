import { longDate } from '../local-time.ts';
import { needsReason } from './caveats.ts';
import { listUnconfirmed } from './changed-numbers.ts';
import { type MonthDraft, readAsks } from './month-draft.ts';
import { monthWords } from './page/month-words.ts';
import { describePeriod } from './period.ts';
import type { MonthView } from './views/month-view.ts';

/** What keeps a draft from being published, in sentences. */
export function lacksOf(draft: MonthDraft, asOf: string, today: string): readonly string[] {
  const lacks: string[] = [];
  if (Object.values(draft.files).length === 0) lacks.push('No file was taken: a month is counted from at least one.');
  if (asOf > today) lacks.push(`${longDate(asOf)} is still to come: look at the month from an earlier day.`);
  return [...lacks, ...readAsks(draft.asks).lacks];
}

/** What the figures keep it from: a text of a correction that names an earlier number, a grave caveat without a reason. */
export function lacksOfView(draft: MonthDraft, view: MonthView, because: string): readonly string[] {
  const unconfirmed = listUnconfirmed(draft, view.changed);
  const grave = view.caveats.find(needsReason);
  if (grave === undefined || because !== '') return unconfirmed;
  return [...unconfirmed, `${grave.says} Say why it is published all the same.`];
}

/** Why a month cannot be looked at from a day; null where it can. */
export function refuseAsOf(month: string, asOf: string): string | null {
  const { start } = describePeriod(month, 'UTC');
  return asOf < start ? `${longDate(asOf)} lies before ${monthWords(month)}.` : null;
}
