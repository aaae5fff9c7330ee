import { daysBetween } from '../../local-time.ts';
import { isLikelySamePerson } from '../../same-person.ts';
import type { Asset, Drift, Exception } from '../files/file-kinds.ts';
import type { Settings } from '../settings.ts';
import { isActiveOn, isExpiredOpenOn } from './exception-standing.ts';

/** Source: spec.md D.5. */
export const exceptionFlags = [
  'EXPIRED',
  'NO_OWNER',
  'NO_COMPENSATING_CONTROL',
  'NO_APPROVER',
  'EXPIRES≤30',
  'NO_EXPIRY',
  'SELF_APPROVED',
  'RENEWED≥2',
  'OVER_365_DAYS',
  'ORPHAN_SCOPE',
  'OWNER_LEFT',
] as const;
export type ExceptionFlag = (typeof exceptionFlags)[number];
export type ExceptionState = 'expired_open' | 'active' | 'not_started' | 'pending';

export type ListedException = {
  readonly exception: Exception;
  readonly state: ExceptionState;
  /** null: it has no expiry. Negative: so many days ago. */
  readonly daysLeft: number | null;
  readonly flags: readonly ExceptionFlag[];
  readonly redFlags: readonly ExceptionFlag[];
};

export type Surroundings = {
  readonly asOf: string;
  readonly settings: Settings;
  /** null: that file was not read, so nobody knows whether a scope is an orphan. */
  readonly assets: readonly Asset[] | null;
  readonly drift: readonly Drift[] | null;
};

const risks = ['critical', 'high', 'medium', 'low'];

/** The exception list: what is active, run out and open, approved for later, or waits; first what ran out, then by days left, then risk. */
export function listExceptions(exceptions: readonly Exception[], around: Surroundings): readonly ListedException[] {
  const scopes = knownScopes(around);
  return exceptions
    .flatMap((exception) => {
      const state = stateOn(exception, around.asOf);
      if (state === null) return [];
      const daysLeft = exception.expires_on === null ? null : daysBetween(around.asOf, exception.expires_on);
      const flags = flagsOf(exception, state, daysLeft, around, scopes);
      return [{ exception, state, daysLeft, flags, redFlags: flags.filter((flag) => isRed(flag, exception)) }];
    })
    .toSorted(byUrgency);
}

/** null: rejected, closed or a draft. */
export function stateOn(exception: Exception, day: string): ExceptionState | null {
  if (isExpiredOpenOn(exception, day)) return 'expired_open';
  if (isActiveOn(exception, day)) return 'active';
  if (exception.status === 'pending') return 'pending';
  return exception.status === 'approved' && (exception.closed_on === null || exception.closed_on > day)
    ? 'not_started'
    : null;
}

export function isRed(flag: ExceptionFlag, { risk }: Exception): boolean {
  if (flag === 'NO_COMPENSATING_CONTROL') return risk === 'critical' || risk === 'high';
  return flag === 'EXPIRED' || flag === 'NO_OWNER' || flag === 'NO_APPROVER';
}

function flagsOf(
  exception: Exception,
  state: ExceptionState,
  daysLeft: number | null,
  { asOf, settings }: Surroundings,
  isKnown: (scope: string | null) => boolean,
): readonly ExceptionFlag[] {
  const { owner, approver, compensating_control, expires_on, renewals } = exception;
  const isDecided = state !== 'pending';
  const ends = settings.exceptions.expiring_within_days;
  const is: Readonly<Record<ExceptionFlag, boolean>> = {
    EXPIRED: state === 'expired_open',
    NO_OWNER: owner === null,
    NO_COMPENSATING_CONTROL: compensating_control === null,
    NO_APPROVER: isDecided && approver === null,
    'EXPIRES≤30': state === 'active' && daysLeft !== null && daysLeft <= ends,
    NO_EXPIRY: expires_on === null,
    SELF_APPROVED: owner !== null && approver !== null && isLikelySamePerson(owner, approver),
    'RENEWED≥2': (renewals ?? 0) >= 2,
    OVER_365_DAYS: isDecided && daysRunning(exception, asOf) > 365,
    ORPHAN_SCOPE: !isKnown(exception.scope_ref),
    OWNER_LEFT: owner !== null && settings.people_left.some((name) => isLikelySamePerson(name, owner)),
  };
  return exceptionFlags.filter((flag) => is[flag]);
}

/** From its start to its expiry, or to the day it is looked at where that is later or there is none. */
function daysRunning({ starts_on, expires_on }: Exception, asOf: string): number {
  if (starts_on === null) return 0;
  return daysBetween(starts_on, expires_on !== null && expires_on > asOf ? expires_on : asOf);
}

function knownScopes({ assets, drift }: Surroundings): (scope: string | null) => boolean {
  if (assets === null) return () => true;
  const known = new Set([
    ...assets.filter(({ status }) => status !== 'decommissioned').map(({ asset_id }) => asset_id),
    ...(drift ?? []).map(({ drift_id }) => drift_id),
  ]);
  return (scope) => scope !== null && known.has(scope);
}

const stateOrder: readonly ExceptionState[] = ['expired_open', 'active', 'not_started', 'pending'];
const rankOf = ({ state }: ListedException) => Math.min(1, stateOrder.indexOf(state));

function byUrgency(a: ListedException, b: ListedException): number {
  return (
    rankOf(a) - rankOf(b) ||
    (a.daysLeft ?? Number.POSITIVE_INFINITY) - (b.daysLeft ?? Number.POSITIVE_INFINITY) ||
    risks.indexOf(a.exception.risk) - risks.indexOf(b.exception.risk) ||
    (a.exception.exception_id < b.exception.exception_id ? -1 : 1)
  );
}
