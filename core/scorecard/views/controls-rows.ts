import { daysBetween } from '../../local-time.ts';
import { type AssetStanding, standingOf } from '../figures/controls-health.ts';
import type { Asset } from '../files/file-kinds.ts';
import type { Snapshot } from '../snapshot.ts';
import { ask, day, type FigureRows, number, text } from './tile-rows.ts';

type Controls = NonNullable<Snapshot['figures']['controls_health']>;

const columns = [
  text('Asset'),
  text('Name'),
  number('Tier'),
  text('Owner'),
  text('Baseline'),
  day('Checked'),
  text('Exception'),
  text('Counts as'),
];

/** Failing ones first, the worst tier first: what has to be dealt with stands at the top. */
export function controlsRows(
  controls: Controls,
  assets: readonly Asset[],
  { period, settings }: Pick<Snapshot, 'period' | 'settings'>,
): FigureRows {
  const byId = new Map(assets.map((asset) => [asset.asset_id, asset]));
  const [failing, inScope] = [new Set(controls.failing), new Set(controls.in_scope_ids)];
  const tierOf = (id: string) => byId.get(id)?.tier ?? Number.POSITIVE_INFINITY;
  const sort = (ids: readonly string[]) =>
    ids.toSorted((a, b) => Number(failing.has(b)) - Number(failing.has(a)) || tierOf(a) - tierOf(b));
  const { stale_after_days: limit } = settings.controls;
  const countsAs = (asset: Asset, isInScope: boolean, isFailing: boolean) => {
    if (!isInScope) return asset.status === 'active' ? `left out: tier ${asset.tier}` : `left out: ${asset.status}`;
    const { as_of: asOf } = period;
    return isFailing ? failingWords(standingOf(asset, asOf, limit), asset.baseline_checked_on, asOf) : 'compliant';
  };
  return {
    numbers: [
      ask('failing', 'not compliant', controls.failing, sort),
      ask('compliant', 'compliant', controls.compliant_ids, sort),
      ask('in_scope', 'in scope', controls.in_scope_ids, sort),
      ask('stale', `checked over ${limit} days ago`, controls.stale, sort),
      ask('unknown', 'unknown', controls.unknown, sort),
      ask('excepted', 'under an accepted exception', controls.excepted, sort),
      ...Object.entries(controls.by_tier).map(([tier, { compliant, in_scope }]) => {
        const ids = () => sort(controls.in_scope_ids.filter((id) => String(tierOf(id)) === tier));
        return { ask: `tier:${tier}`, words: `compliant in tier ${tier}`, ids, value: `${compliant} of ${in_scope}` };
      }),
    ],
    aside: [
      ask(
        'no_scope',
        'not in scope',
        assets.map(({ asset_id }) => asset_id).filter((id) => !inScope.has(id)),
      ),
    ],
    columns,
    rowOf: (id) => {
      const asset = byId.get(id);
      if (!asset) return null;
      const isFailing = failing.has(id);
      return { cells: [...cellsOf(asset), countsAs(asset, inScope.has(id), isFailing)], isFlagged: isFailing };
    },
  };
}

const statusWords = { compliant: 'compliant', non_compliant: 'not compliant', unknown: 'unknown' } as const;

function cellsOf(asset: Asset): readonly string[] {
  const { asset_id, name, tier, owner, baseline_status: status, baseline_checked_on: checked, exception_id } = asset;
  const baseline = status === null ? 'unknown' : statusWords[status];
  return [asset_id, name, String(tier), owner ?? '', baseline, checked ?? '', exception_id ?? ''];
}

function failingWords(standing: AssetStanding, checked: string | null, asOf: string): string {
  if (standing === 'stale' && checked !== null) return `stale, ${daysBetween(checked, asOf)} days`;
  return standing === 'unknown' ? 'unknown' : 'not compliant';
}
