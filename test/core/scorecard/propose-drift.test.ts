import { describe, expect, test } from 'vitest';
import type { Asset, Drift, Sighting } from '#core/scorecard/files/file-kinds.ts';
import { describePeriod } from '#core/scorecard/period.ts';
import { proposeDrift, proposedColumns } from '#core/scorecard/propose-drift.ts';

const seen = (identifier: string, seen_on: string, source: string | null = 'scan'): Sighting => ({
  identifier,
  seen_on,
  source,
  line: 1,
});
const asset = (asset_id: string, name: string) => ({ asset_id, name }) as Asset; // what is compared, and no more
const drift = (identifier: string, resolved_on: string | null) => ({ identifier, resolved_on }) as Drift;
const known = { assets: [asset('A-1', 'db01')], drift: [drift('vm-7', null), drift('vm-8', '2026-10-10')] };

function propose(...sightings: readonly Sighting[]) {
  const at = (name: string) => proposedColumns.indexOf(name);
  return proposeDrift(sightings, known, describePeriod('2026-10', 'UTC')).map((row) =>
    ['drift_id', 'identifier', 'kind', 'source', 'discovered_on', 'status'].map((name) => row[at(name)]).join(' | '),
  );
}

describe('What a discovery list found', () => {
  test('is proposed once, since it was first seen, with everyone who saw it', () => {
    expect(
      propose(seen('Box-9', '2026-10-20'), seen('box-9', '2026-10-03', 'proxy'), seen('s3://x', '2026-10-31')),
    ).toEqual([
      'NEW-2026-10-001 | box-9 | shadow | scan + proxy | 2026-10-03 | open',
      'NEW-2026-10-002 | s3://x | shadow | scan | 2026-10-31 | open',
    ]);
  });

  test('is nothing where an asset has that id or name, where it is drift already, and after the last day', () => {
    expect(
      propose(
        seen('a-1', '2026-10-20'),
        seen(' DB01', '2026-10-20'),
        seen('vm-7', '2026-10-20'),
        seen('new', '2026-11-01'),
      ),
    ).toEqual([]);
  });

  test('is found again where it was resolved before', () => {
    expect(propose(seen('vm-8', '2026-10-10'))).toEqual([]);
    expect(propose(seen('vm-8', '2026-10-10'), seen('vm-8', '2026-10-11', null))).toEqual([
      'NEW-2026-10-001 | vm-8 | shadow |  | 2026-10-11 | open',
    ]);
  });
});
