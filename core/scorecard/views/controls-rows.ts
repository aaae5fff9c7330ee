import { daysBetween } from '../../local-time.ts';
import { type AssetStanding, standingOf } from '../figures/controls-health.ts';
import type { Asset } from '../files/file-kinds.ts';
import type { Snapshot } from '../snapshot.ts';
import { ask, day, number, type TileRows, text } from './tile-rows.ts';

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
): TileRows {
  const byId = new Map(assets.map((asset) => [asset.asset_id, asset]));
  const failing = new Set(controls.failing);
  const tierOf = (id: string) => byId.get(id)?.tier ?? Number.POSITIVE_INFINITY;
  const sort = (ids: readonly string[]) =>
    ids.toSorted((a, b) => Number(failing.has(b)) - Number(failing.has(a)) || tierOf(a) - tierOf(b));
  const { stale_after_days: limit } = settings.controls;
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
    columns,
    rowOf: (id) => {
      const asset = byId.get(id);
      return asset ? rowOf(asset, period.as_of, limit, failing.has(id)) : null;
    },
  };
}

const statusWords = { compliant: 'compliant', non_compliant: 'not compliant', unknown: 'unknown' } as const;

function rowOf(asset: Asset, asOf: string, limit: number, isFailing: boolean) {
  const { asset_id, name, tier, owner, baseline_status: status, baseline_checked_on: checked, exception_id } = asset;
  const baseline = status === null ? 'unknown' : statusWords[status];
  const cells = [asset_id, name, String(tier), owner ?? '', baseline, checked ?? '', exception_id ?? ''];
  const counts = isFailing ? failingWords(standingOf(asset, asOf, limit), checked, asOf) : 'compliant';
  return { cells: [...cells, counts], isFlagged: isFailing };
}

function failingWords(standing: AssetStanding, checked: string | null, asOf: string): string {
  if (standing === 'stale' && checked !== null) return `stale, ${daysBetween(checked, asOf)} days`;
  return standing === 'unknown' ? 'unknown' : 'not compliant';
}
