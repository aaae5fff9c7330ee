import { addDays } from '../../local-time.ts';
import { percentOf, roundOrNull } from '../../round.ts';
import type { Asset } from '../files/file-kinds.ts';
import type { Period } from '../period.ts';
import type { Settings } from '../settings.ts';
import type { Cover } from './exception-standing.ts';

export type AssetStanding = 'compliant' | 'non_compliant' | 'stale' | 'unknown';

/** What is known of an asset's baseline at `as_of`: a check older than the limit says nothing any more. Source: spec.md D.2. */
export function standingOf(asset: Asset, asOf: string, staleAfterDays: number): AssetStanding {
  return standing(asset, addDays(asOf, -staleAfterDays));
}

function standing({ baseline_status, baseline_checked_on }: Asset, oldest: string): AssetStanding {
  if (baseline_status === null || baseline_status === 'unknown' || baseline_checked_on === null) return 'unknown';
  return baseline_checked_on < oldest ? 'stale' : baseline_status;
}

/** Source: spec.md D.2. A percentage over nothing is null, never 100. */
export function measureControls(assets: readonly Asset[], cover: Cover, period: Period, { controls }: Settings) {
  const { scope, scope_tiers, stale_after_days } = controls;
  const oldest = addDays(period.asOf, -stale_after_days);
  const inScope = assets.filter(
    ({ status, tier }) => status === 'active' && (scope === 'all_assets' || scope_tiers.includes(tier)),
  );
  const stood = inScope.map((asset) => ({ asset, is: standing(asset, oldest) }));
  const isExcepted = ({ asset }: (typeof stood)[number]) =>
    asset.baseline_status === 'non_compliant' && cover(asset.exception_id, period.asOf);
  const excepted = stood.filter(isExcepted);
  const counts = controls.exception_counts_as_compliant ? new Set(excepted) : new Set<(typeof stood)[number]>();
  const isCompliant = (one: (typeof stood)[number]) => one.is === 'compliant' || counts.has(one);
  const compliant = stood.filter(isCompliant).length;
  const strict = stood.filter(({ is }) => is === 'compliant').length;
  const idsOf = (wanted: AssetStanding) => stood.filter(({ is }) => is === wanted).map(({ asset }) => asset.asset_id);
  const tiers = [
    ...new Set([...(scope === 'all_assets' ? [] : scope_tiers), ...inScope.map(({ tier }) => tier)]),
  ].toSorted((a, b) => a - b);
  return {
    in_scope: inScope.length,
    compliant,
    pct: roundOrNull(percentOf(compliant, inScope.length)),
    pct_with_exceptions: roundOrNull(percentOf(strict + excepted.length, inScope.length)),
    stale: idsOf('stale'),
    unknown: idsOf('unknown'),
    by_tier: Object.fromEntries(
      tiers.map((tier) => {
        const ofTier = stood.filter(({ asset }) => asset.tier === tier);
        const good = ofTier.filter(isCompliant).length;
        return [
          String(tier),
          { in_scope: ofTier.length, compliant: good, pct: roundOrNull(percentOf(good, ofTier.length)) },
        ];
      }),
    ),
    failing: stood.filter((one) => !isCompliant(one)).map(({ asset }) => asset.asset_id),
    compliant_ids: stood.filter(isCompliant).map(({ asset }) => asset.asset_id),
    excepted: excepted.map(({ asset }) => asset.asset_id),
    in_scope_ids: inScope.map(({ asset_id }) => asset_id),
  };
}
