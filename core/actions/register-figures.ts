import { Temporal } from 'temporal-polyfill';
import { daysBetween } from '../local-time.ts';
import { isOpen } from '../plan/open-actions.ts';
import { isDay } from '../scenario/calendar.ts';
import type { RegisteredAction } from './registered-action.ts';

type Dated = Pick<RegisteredAction, 'status' | 'due_on' | 'created_on' | 'verified_on'>;

export const ageBuckets = ['to_30', 'to_60', 'to_90', 'over_90', 'unknown'] as const;
export type AgeBucket = (typeof ageBuckets)[number];

/** Of an action that nobody has closed, since it was agreed; null for one that is closed. */
export function ageBucketOf(action: Dated, today: string): AgeBucket | null {
  if (!isOpen(action)) return null;
  const { created_on: created } = action;
  if (created === undefined || !isDay(created)) return 'unknown';
  const days = daysBetween(created, today);
  if (days <= 30) return 'to_30';
  if (days <= 60) return 'to_60';
  return days <= 90 ? 'to_90' : 'over_90';
}

export function isOverdue(action: Pick<Dated, 'status' | 'due_on'>, today: string): boolean {
  return isOpen(action) && action.due_on !== undefined && isDay(action.due_on) && action.due_on < today;
}

export type ClosureRate = {
  readonly from: string;
  readonly to: string;
  /** Due in the period; what was dropped with a reason is among them. */
  readonly due: number;
  /** Of those, verified on their day or before it. */
  readonly onTime: number;
};

const monthsBack = 12;

/** Verified by due / due in the period, which ends today. Source: spec.md C.7. */
export function measureClosure(actions: readonly Dated[], today: string): ClosureRate {
  const from = Temporal.PlainDate.from(today).subtract({ months: monthsBack }).add({ days: 1 }).toString();
  const due = actions.filter(
    ({ due_on }) => due_on !== undefined && isDay(due_on) && due_on >= from && due_on <= today,
  );
  const onTime = due.filter(({ status, due_on = '', verified_on }) => {
    return status === 'verified' && verified_on !== undefined && verified_on <= due_on;
  });
  return { from, to: today, due: due.length, onTime: onTime.length };
}

export type RegisterFigures = {
  readonly open: number;
  readonly overdue: number;
  /** Somebody says it is done, and nobody else has looked yet. */
  readonly toVerify: number;
  readonly closure: ClosureRate;
  readonly ages: readonly { readonly bucket: AgeBucket; readonly count: number }[];
};

export function countRegister(actions: readonly Dated[], today: string): RegisterFigures {
  const ages = Map.groupBy(actions, (action) => ageBucketOf(action, today));
  return {
    open: actions.filter(isOpen).length,
    overdue: actions.filter((action) => isOverdue(action, today)).length,
    toVerify: actions.filter(({ status }) => status === 'done').length,
    closure: measureClosure(actions, today),
    ages: ageBuckets.map((bucket) => ({ bucket, count: ages.get(bucket)?.length ?? 0 })),
  };
}
