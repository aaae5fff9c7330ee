import type { Asset, Drift } from '../files/file-kinds.ts';
import type { Snapshot } from '../snapshot.ts';
import { ask, day, type FigureRows, number, type TileRows, text, yesNo } from './tile-rows.ts';

type Figures = NonNullable<Snapshot['figures']['drift']>;

const columns = [
  text('Drift'),
  text('What'),
  text('Kind'),
  text('Owner'),
  text('Internet-facing'),
  day('Discovered'),
  day('Resolved'),
  text('State'),
  number('Age, days'),
];

const assetColumns = [text('Asset'), text('Name'), number('Tier'), text('Owner'), text('State')];

/** The oldest first. What is open is compared with the active assets. */
export function driftRows(figures: Figures, drift: readonly Drift[], assets: readonly Asset[]): FigureRows {
  const byId = new Map(drift.map((one) => [one.drift_id, one]));
  const ageOf = (id: string) => figures.ages_days[id] ?? -1;
  const oldestFirst = (ids: readonly string[]) => ids.toSorted((a, b) => ageOf(b) - ageOf(a));
  const isKind = (kind: Drift['kind']) => (id: string) => byId.get(id)?.kind === kind;
  const facing = new Set(figures.internet_facing_open);
  return {
    numbers: [
      ask('open', 'open', figures.ids, oldestFirst),
      ask('unmanaged', 'unmanaged', figures.ids.filter(isKind('unmanaged')), oldestFirst),
      ask('shadow', 'shadow', figures.ids.filter(isKind('shadow')), oldestFirst),
      ask('internet_facing', 'open and internet-facing', figures.internet_facing_open, oldestFirst),
      ask('new', 'found in the month', figures.new_in_period),
      ask('closed', 'closed in the month', figures.closed_in_period),
      ask('accepted', 'accepted under an exception', figures.accepted),
    ],
    aside: [
      { ...ask('assets', 'active assets', idsOfActive(assets)), columns: assetColumns, rowOf: assetRow(assets) },
      ask(
        'false_positives',
        'false positives, left out',
        idsOf(drift, ({ status }) => status === 'false_positive'),
      ),
      ask(
        'facing_unknown',
        'with unknown exposure',
        idsOf(drift, ({ internet_facing: is }) => is === null),
      ),
    ],
    columns,
    rowOf: (id) => {
      const one = byId.get(id);
      if (!one) return null;
      const about = [id, one.identifier, one.kind, one.owner ?? '', yesNo(one.internet_facing)];
      const age = figures.ages_days[id];
      const times = [one.discovered_on, one.resolved_on ?? '', one.status.replace('_', ' ')];
      return { cells: [...about, ...times, age === undefined ? '' : String(age)], isFlagged: facing.has(id) };
    },
  };
}

const idsOf = (drift: readonly Drift[], is: (one: Drift) => boolean) =>
  drift.filter(is).map(({ drift_id }) => drift_id);

const idsOfActive = (assets: readonly Asset[]) =>
  assets.filter(({ status }) => status === 'active').map(({ asset_id }) => asset_id);

function assetRow(assets: readonly Asset[]): TileRows['rowOf'] {
  let byId: ReadonlyMap<string, Asset> | null = null;
  return (id) => {
    byId ??= new Map(assets.map((asset) => [asset.asset_id, asset]));
    const asset = byId.get(id);
    return asset
      ? { cells: [id, asset.name, String(asset.tier), asset.owner ?? '', asset.status], isFlagged: false }
      : null;
  };
}
