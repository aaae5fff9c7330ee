import type { Drift } from '../files/file-kinds.ts';
import type { Snapshot } from '../snapshot.ts';
import { ask, day, number, type TileRows, text, yesNo } from './tile-rows.ts';

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

/** The oldest first. */
export function driftRows(figures: Figures, drift: readonly Drift[]): TileRows {
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
