import { type Asset, columnsOf, type Drift, type Sighting } from './files/file-kinds.ts';
import type { Period } from './period.ts';

type Known = { readonly assets: readonly Asset[]; readonly drift: readonly Drift[] };
type Found = { readonly identifier: string; readonly seenOn: string; readonly sources: readonly string[] };

/** The columns of drift.csv, so that what is reviewed can be appended to it. */
export const proposedColumns = Object.keys(columnsOf.drift);

/**
 * What a discovery list holds up to `as_of` and neither assets.csv nor drift.csv knows, as rows of drift for somebody to review: nothing of
 * it counts until it stands in drift.csv. Known is an asset by its id or name; drift that was resolved and is seen later is found again.
 * Source: spec.md D.4.
 */
export function proposeDrift(
  sightings: readonly Sighting[],
  known: Known,
  { month, asOf }: Period,
): readonly (readonly string[])[] {
  return listUnknown(sightings, known, asOf).map(({ identifier, seenOn, sources }, at) => {
    const row: Partial<Record<keyof Drift, string>> = {
      drift_id: `NEW-${month}-${String(at + 1).padStart(3, '0')}`,
      identifier,
      kind: 'shadow', // until somebody says that it is known and ours
      source: sources.join(' + '),
      discovered_on: seenOn,
      status: 'open',
    };
    return proposedColumns.map((name) => row[name as keyof Drift] ?? ''); // keys of the same table
  });
}

function listUnknown(sightings: readonly Sighting[], { assets, drift }: Known, asOf: string): readonly Found[] {
  const inventory = new Set(assets.flatMap(({ asset_id, name }) => [fold(asset_id), fold(name)]));
  const resolved = new Map<string, string | null>(); // null: stands in drift.csv without an end
  for (const { identifier, resolved_on } of drift) {
    const before = resolved.get(fold(identifier));
    resolved.set(fold(identifier), before === null || resolved_on === null ? null : later(before, resolved_on));
  }
  const isNews = ({ identifier, seen_on }: Sighting) => {
    const key = fold(identifier);
    const until = resolved.get(key);
    return seen_on <= asOf && !inventory.has(key) && until !== null && (until === undefined || seen_on > until);
  };
  const found = Map.groupBy(sightings.filter(isNews), ({ identifier }) => fold(identifier));
  return [...found.values()].flatMap((same) => {
    const [first] = same.toSorted((a, b) => (a.seen_on < b.seen_on ? -1 : 1));
    if (!first) return [];
    const sources = [...new Set(same.flatMap(({ source }) => source ?? []))];
    return [{ identifier: first.identifier, seenOn: first.seen_on, sources }];
  });
}

const fold = (name: string) => name.trim().toLowerCase();
const later = (one: string | undefined, other: string) => (one === undefined || other > one ? other : one);
