import { Temporal } from 'temporal-polyfill';
import { isDay } from '../scenario/calendar.ts';
import type { OpenAction } from './open-actions.ts';

const dueGroups = ['overdue', 'soon', 'later', 'no_date'] as const;
export type DueGroup = (typeof dueGroups)[number];

const soonDays = 30;

/** What is due today is not overdue. A date that the calendar does not have is none. */
export function dueGroupOf({ dueOn }: Pick<OpenAction, 'dueOn'>, today: string): DueGroup {
  if (dueOn === null || !isDay(dueOn)) return 'no_date';
  if (dueOn < today) return 'overdue';
  return dueOn <= Temporal.PlainDate.from(today).add({ days: soonDays }).toString() ? 'soon' : 'later';
}

/** All four, also the empty ones; in each what is due first stands first. */
export function groupByDue<Action extends Pick<OpenAction, 'id' | 'dueOn'>>(
  actions: readonly Action[],
  today: string,
): readonly { readonly group: DueGroup; readonly actions: readonly Action[] }[] {
  const sorted = actions.toSorted(
    (a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? '') || a.id.localeCompare(b.id, 'en', { numeric: true }),
  );
  return dueGroups.map((group) => ({ group, actions: sorted.filter((action) => dueGroupOf(action, today) === group) }));
}
