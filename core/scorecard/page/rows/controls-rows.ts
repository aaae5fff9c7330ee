import { shortDate } from '../../../local-time.ts';
import { standingOf } from '../../figures/controls-health.ts';
import type { Asset } from '../../files/file-kinds.ts';
import type { Scorecard } from '../../scorecard.ts';
import { tellStanding } from '../failing-assets.ts';
import { countWords, percentWords } from '../honest-words.ts';
import { type DecidedFigure, inOrderOf, leftOut } from './decided-row.ts';

export function listControls({ snapshot, rows }: Scorecard): DecidedFigure | null {
  const controls = snapshot.figures.controls_health;
  if (controls === null || rows.assets === null) return null;
  const { in_scope, compliant, pct } = controls;
  const [inScope, good] = [new Set(controls.in_scope_ids), new Set(controls.compliant_ids)];
  const { as_of } = snapshot.period;
  const days = snapshot.settings.controls.stale_after_days;
  const whyOf = (asset: Asset) => {
    if (asset.status !== 'active') return asset.status;
    if (!inScope.has(asset.asset_id)) return `tier ${asset.tier}`;
    const on = asset.baseline_checked_on;
    const checked = on === null ? '' : `, checked ${shortDate(on)}`;
    const exception = asset.exception_id === null ? '' : `, exception ${asset.exception_id}`;
    return `tier ${asset.tier}: ${tellStanding(asset, standingOf(asset, as_of, days), as_of)}${checked}${exception}`;
  };
  const countsAs = ({ asset_id: id }: Asset) =>
    inScope.has(id) ? (good.has(id) ? 'compliant' : 'not compliant') : leftOut;
  return {
    figure: 'Controls',
    kind: 'assets',
    result: `${countWords(compliant)} of ${countWords(in_scope)} compliant${pct === null ? '' : `, ${percentWords(pct)}`}; a check counts for ${days} days`,
    rows: inOrderOf(['not compliant', 'compliant'], rows.assets, {
      countsAs,
      tell: (asset, counts) => ({
        ...{ line: asset.line, id: asset.asset_id, name: asset.name },
        ...{ countsAs: counts, why: whyOf(asset) },
      }),
    }),
  };
}
