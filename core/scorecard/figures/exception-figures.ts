import type { ExceptionFlag, ListedException } from './exception-flags.ts';

/** Source: spec.md D.5. Owner, control and expiry are asked of those in force: active, or run out and still open. */
export function measureExceptions(listed: readonly ListedException[], expiringWithinDays: number) {
  const active = listed.filter(({ state }) => state === 'active');
  const expired = listed.filter(({ state }) => state === 'expired_open');
  const inForce = [...active, ...expired];
  const expiring = active.filter(({ daysLeft }) => daysLeft !== null && daysLeft <= expiringWithinDays);
  const dated = active.filter(({ daysLeft }) => daysLeft !== null).toSorted(byId);
  const risks = (['critical', 'high', 'medium', 'low'] as const).map(
    (risk) => [risk, active.filter(({ exception }) => exception.risk === risk).length] as const,
  );
  return {
    active: active.length,
    active_ids: idsOf(active),
    expiring_30d: idsOf(expiring),
    days_left: Object.fromEntries(dated.map(({ exception, daysLeft }) => [exception.exception_id, daysLeft ?? 0])),
    expired_open: idsOf(expired),
    pending: idsOf(listed.filter(({ state }) => state === 'pending')),
    owner_missing: idsFlagged(inForce, 'NO_OWNER'),
    no_compensating_control: idsFlagged(inForce, 'NO_COMPENSATING_CONTROL'),
    no_expiry: idsFlagged(inForce, 'NO_EXPIRY'),
    expiring_30d_count: expiring.length,
    active_by_risk: Object.fromEntries(risks.filter(([, count]) => count > 0)),
    red_flagged: idsOf(listed.filter(({ redFlags }) => redFlags.length > 0)),
    flags: Object.fromEntries(
      listed.toSorted(byId).map(({ exception, flags }) => [exception.exception_id, [...flags]]),
    ),
  };
}

const byId = (a: ListedException, b: ListedException) => (a.exception.exception_id < b.exception.exception_id ? -1 : 1);

const idsOf = (listed: readonly ListedException[]): string[] =>
  listed.toSorted(byId).map(({ exception }) => exception.exception_id);

const idsFlagged = (listed: readonly ListedException[], flag: ExceptionFlag) =>
  idsOf(listed.filter(({ flags }) => flags.includes(flag)));
