import type { Words } from '../../report/document.ts';
import type { ExceptionFlag, ExceptionState, ListedException } from '../figures/exception-flags.ts';

const words: Readonly<Record<ExceptionFlag, string>> = {
  EXPIRED: 'expired',
  NO_OWNER: 'no owner',
  NO_COMPENSATING_CONTROL: 'no compensating control',
  NO_APPROVER: 'no approver',
  'EXPIRES≤30': 'ends soon',
  NO_EXPIRY: 'no end',
  SELF_APPROVED: 'approved by its owner',
  'RENEWED≥2': 'renewed twice or more',
  OVER_365_DAYS: 'runs over 365 days',
  ORPHAN_SCOPE: 'what it covers is not there',
  OWNER_LEFT: 'owner left',
};

export const stateWords: Readonly<Record<ExceptionState, string>> = {
  expired_open: 'expired, still open',
  active: 'active',
  not_started: 'approved, not begun',
  pending: 'pending',
};

/** `expiring` is the limit in days: thirty unless the settings say otherwise. */
export function flagWords(flag: ExceptionFlag, expiring: number): string {
  return flag === 'EXPIRES≤30' ? `ends within ${expiring} days` : words[flag];
}

/** Of one exception: the red ones first. */
export function redFirst({ flags, redFlags }: ListedException): readonly ExceptionFlag[] {
  return [...redFlags, ...flags.filter((flag) => !redFlags.includes(flag))];
}

/** The red ones first and marked; at most so many, the rest counted. */
export function flagRuns(one: ListedException, expiring: number, most = one.flags.length): Words {
  const { redFlags } = one;
  const inOrder = redFirst(one);
  const shown = inOrder.slice(0, most);
  if (shown.length === 0) return 'none';
  const more = inOrder.length - shown.length;
  return [
    ...shown.flatMap((flag, at) => {
      const told = flagWords(flag, expiring);
      return [at === 0 ? '' : ', ', redFlags.includes(flag) ? { alert: told } : told];
    }),
    more === 0 ? '' : `, ${more} more`,
  ];
}
