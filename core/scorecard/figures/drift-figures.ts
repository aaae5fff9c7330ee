import { daysBetween } from '../../local-time.ts';
import { medianOf, percentOf, roundOrNull } from '../../round.ts';
import type { Asset, Drift } from '../files/file-kinds.ts';
import type { Period } from '../period.ts';
import type { Cover } from './exception-standing.ts';

/** What was found outside management or inventory and is not dealt with at `as_of`; later closures do not rewrite history. Source: spec.md D.4. */
export function measureDrift(drift: readonly Drift[], assets: readonly Asset[], cover: Cover, period: Period) {
  const { start, end, asOf } = period;
  const real = drift.filter(({ status }) => status !== 'false_positive');
  const isAccepted = (one: Drift) => one.status === 'accepted' && cover(one.exception_id, asOf);
  const standing = real.filter(
    ({ discovered_on, resolved_on }) => discovered_on <= asOf && (resolved_on === null || resolved_on > asOf),
  );
  const open = standing.filter((one) => !isAccepted(one));
  const ages = open.map((one) => ({ id: one.drift_id, days: daysBetween(one.discovered_on, asOf) }));
  const active = assets.filter(({ status }) => status === 'active').length;
  const within = (day: string | null) => day !== null && day >= start && day <= end;
  return {
    open: open.length,
    ids: idsOf(open),
    unmanaged: open.filter(({ kind }) => kind === 'unmanaged').length,
    shadow: open.filter(({ kind }) => kind === 'shadow').length,
    accepted: idsOf(standing.filter(isAccepted)),
    new_in_period: idsOf(real.filter(({ discovered_on }) => within(discovered_on))),
    closed_in_period: idsOf(real.filter(({ resolved_on }) => within(resolved_on))),
    ages_days: Object.fromEntries(ages.map(({ id, days }) => [id, days])),
    median_age_days: roundOrNull(medianOf(ages.map(({ days }) => days))),
    oldest_days: ages.length === 0 ? null : Math.max(...ages.map(({ days }) => days)),
    internet_facing_open: idsOf(open.filter(({ internet_facing }) => internet_facing === true)),
    active_assets: active,
    ratio_pct: roundOrNull(percentOf(open.length, active)),
  };
}

const idsOf = (drift: readonly Drift[]): string[] => drift.map(({ drift_id }) => drift_id);
