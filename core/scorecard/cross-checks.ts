import type { FileKind } from './files/file-kinds.ts';
import type { MonthRows } from './measure-month.ts';

const named = 5;

/** What rows say that another row or column does not bear out. They are counted all the same; by the file they stand in. */
export function crossCheck(rows: MonthRows, asOf: string): Readonly<Record<FileKind, readonly string[]>> {
  const { assets, incidents, drift, exceptions, vulnerabilities } = rows;
  const assetIds = assets && new Set(assets.map(({ asset_id }) => asset_id));
  const exceptionIds = exceptions && new Set(exceptions.map(({ exception_id }) => exception_id));
  const unknownException = ({ exception_id: id }: { readonly exception_id: string | null }) =>
    exceptionIds !== null && id !== null && !exceptionIds.has(id);
  const excepted = 'an exception that exceptions does not have, so none is credited';
  return {
    assets: tell([
      [(assets ?? []).filter(unknownException).map(({ asset_id }) => asset_id), excepted],
      [
        (assets ?? []).filter((asset) => (asset.baseline_checked_on ?? '') > asOf).map(({ asset_id }) => asset_id),
        `checked after ${asOf}, and taken as it was then`,
      ],
    ]),
    incidents: tell([
      [
        (incidents ?? []).filter(endedSomeTime).map(({ incident_id }) => incident_id),
        'ended without a time, so in no mean and not open',
      ],
    ]),
    drift: tell([
      [(drift ?? []).filter(unknownException).map(({ drift_id }) => drift_id), excepted],
      [(drift ?? []).filter(closedSomeTime).map(({ drift_id }) => drift_id), 'dealt with on no day, so open'],
      [
        (drift ?? [])
          .filter(({ status, resolved_on }) => status === 'open' && resolved_on !== null)
          .map(({ drift_id }) => drift_id),
        'open, and dealt with on a day all the same, so closed from that day',
      ],
    ]),
    exceptions: [],
    vulnerabilities: tell([
      [(vulnerabilities ?? []).filter(unknownException).map(({ finding_id }) => finding_id), excepted],
      [
        (vulnerabilities ?? [])
          .filter(({ asset_id }) => assetIds !== null && !assetIds.has(asset_id))
          .map(({ finding_id }) => finding_id),
        'an asset that assets does not have',
      ],
      [
        (vulnerabilities ?? [])
          .filter(({ status, fixed_on }) => status === 'fixed' && fixed_on === null)
          .map(({ finding_id }) => finding_id),
        'fixed on no day, so missed',
      ],
    ]),
  };
}

type Told = readonly [ids: readonly string[], what: string];

const tell = (told: readonly Told[]): readonly string[] =>
  told.flatMap(([ids, what]) => {
    if (ids.length === 0) return [];
    const more = ids.length > named ? ` and ${ids.length - named} more` : '';
    return [`${what}: ${ids.slice(0, named).join(', ')}${more}`];
  });

const endedSomeTime = ({ resolved_at, status }: NonNullable<MonthRows['incidents']>[number]) =>
  resolved_at === null && /^(?:resolved|closed)$/i.test(status ?? '');

const closedSomeTime = ({ resolved_on, status }: NonNullable<MonthRows['drift']>[number]) =>
  resolved_on === null && (status === 'onboarded' || status === 'decommissioned');
