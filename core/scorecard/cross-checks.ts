import type { FileKind } from './files/file-kinds.ts';
import type { MonthRows } from './measure-month.ts';
import { someOf } from './page/honest-words.ts';
import type { Sections } from './sections.ts';

/** Ids named before the rest are counted. */
const named = 6;

/** What several rows say, and which. */
export type Remark = { readonly what: string; readonly ids: readonly string[] };
export type Remarks = Readonly<Record<FileKind, readonly Remark[]>>;

/** What rows say that another row or column does not bear out. They are counted all the same; by the file they stand in. */
export function crossCheck(rows: MonthRows, figures: Sections, asOf: string): Remarks {
  const [assets, drift, findings] = [rows.assets ?? [], rows.drift ?? [], rows.vulnerabilities ?? []];
  const assetIds = rows.assets && new Set(assets.map(({ asset_id }) => asset_id));
  const exceptionIds = rows.exceptions && new Set(rows.exceptions.map(({ exception_id }) => exception_id));
  const isUnknown = ({ exception_id: id }: { readonly exception_id: string | null }) =>
    exceptionIds !== null && id !== null && !exceptionIds.has(id);
  const unknown = 'an exception that exceptions does not have, so none is credited';
  return {
    assets: tell([
      [unknown, assets.filter(isUnknown).map(({ asset_id }) => asset_id)],
      [
        `checked after ${asOf}, and taken as it was then`,
        assets.filter((asset) => (asset.baseline_checked_on ?? '') > asOf).map(({ asset_id }) => asset_id),
      ],
    ]),
    incidents: tell([
      ['ended without a time, so in no mean and not open', figures.incidents?.resolved_without_time ?? []],
    ]),
    drift: tell([
      [unknown, drift.filter(isUnknown).map(({ drift_id }) => drift_id)],
      ['dealt with on no day, so open', drift.filter(isDealtWithSomeDay).map(({ drift_id }) => drift_id)],
      [
        'open, and dealt with on a day all the same, so closed from that day',
        drift
          .filter(({ status, resolved_on }) => status === 'open' && resolved_on !== null)
          .map(({ drift_id }) => drift_id),
      ],
    ]),
    exceptions: [],
    vulnerabilities: tell([
      [unknown, findings.filter(isUnknown).map(({ finding_id }) => finding_id)],
      [
        'an asset that assets does not have',
        findings
          .filter(({ asset_id }) => assetIds !== null && !assetIds.has(asset_id))
          .map(({ finding_id }) => finding_id),
      ],
      ['fixed on no day, so missed', figures.vulnerability?.fixed_without_day ?? []],
    ]),
  };
}

const tell = (remarks: readonly (readonly [what: string, ids: readonly string[]])[]): readonly Remark[] =>
  remarks.flatMap(([what, ids]) => (ids.length === 0 ? [] : [{ what, ids }]));

/** The same in sentences. */
export function tellRemarks(remarks: Remarks): Readonly<Record<FileKind, readonly string[]>> {
  const { assets, incidents, drift, exceptions, vulnerabilities } = remarks;
  const tellAll = (list: readonly Remark[]) => list.map(remarkWords);
  return {
    assets: tellAll(assets),
    incidents: tellAll(incidents),
    drift: tellAll(drift),
    exceptions: tellAll(exceptions),
    vulnerabilities: tellAll(vulnerabilities),
  };
}

/** `an asset that assets does not have: V-02, V-04 and 3 more`. */
export const remarkWords = ({ what, ids }: Remark): string => `${what}: ${someOf(ids, named)}`;

const isDealtWithSomeDay = ({ resolved_on, status }: NonNullable<MonthRows['drift']>[number]) =>
  resolved_on === null && (status === 'onboarded' || status === 'decommissioned');
