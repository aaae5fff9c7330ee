import type { ListedException } from '../figures/exception-flags.ts';

/** What can be decided on an exception. Source: spec.md D.5. */
export const decisions = ['renew', 'fix', 'retire', 'escalate'] as const;
export type Decision = (typeof decisions)[number];

/** Printed wherever a suggestion stands. */
export const decisionRule =
  'Suggested by rule, decided by people: escalate what has no owner or no approver, what its own owner approved, and what its owner has left behind; retire what covers nothing that is there; fix what expired, was renewed twice, runs over 365 days or lacks a compensating control at high risk; renew what else ends soon or has no end.';

/** null: nothing has to be decided. */
export function suggestDecision({ flags, redFlags }: Pick<ListedException, 'flags' | 'redFlags'>): Decision | null {
  const has = (...wanted: ListedException['flags']) => wanted.some((flag) => flags.includes(flag));
  if (has('NO_OWNER', 'NO_APPROVER', 'OWNER_LEFT', 'SELF_APPROVED')) return 'escalate';
  if (has('ORPHAN_SCOPE')) return 'retire';
  if (has('EXPIRED', 'RENEWED≥2', 'OVER_365_DAYS') || redFlags.includes('NO_COMPENSATING_CONTROL')) return 'fix';
  return has('EXPIRES≤30', 'NO_EXPIRY') ? 'renew' : null;
}
