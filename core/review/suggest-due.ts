import { Temporal } from 'temporal-polyfill';
import type { GapSeverity } from '../scenario/vocabulary.ts';

/** Source: spec.md B.2. */
export const dueDays: Readonly<Record<GapSeverity, number>> = { critical: 15, high: 30, medium: 60, low: 90 };

/** Counted from the day of the last sitting, as overdue is. `isOver`: a review that comes late has to choose another day. */
export function suggestDue(
  severity: GapSeverity | undefined,
  day: string | null,
  today: string,
): { readonly due: string; readonly isOver: boolean } | null {
  if (severity === undefined || day === null) return null;
  const due = Temporal.PlainDate.from(day).add({ days: dueDays[severity] }).toString();
  return { due, isOver: due < today };
}
