import { longDate } from '../local-time.ts';
import type { FileKind } from './files/file-kinds.ts';
import type { MonthRows } from './measure-month.ts';
import { someOf } from './page/honest-words.ts';
import type { Sections } from './sections.ts';

/** Ids named before the rest are counted. */
const named = 6;

/** What several rows say, and which. */
export type Remark = { readonly what: string; readonly ids: readonly string[] };
export type Remarks = Readonly<Record<FileKind, readonly Remark[]>>;

type Checked = { readonly rows: MonthRows; readonly figures: Sections; readonly asOf: string };

/** What rows say that another row or column does not bear out. They are counted all the same; by the file they stand in. */
export function crossCheck(rows: MonthRows, figures: Sections, asOf: string): Remarks {
  const of = (kind: FileKind) => crossCheckFile(kind, { rows, figures, asOf });
  return {
    assets: of('assets'),
    incidents: of('incidents'),
    drift: of('drift'),
    exceptions: of('exceptions'),
    vulnerabilities: of('vulnerabilities'),
  };
}

/** Of one file alone: of hundreds of thousands of findings nobody is looked at for the sake of another. */
export const crossCheckFile = (kind: FileKind, checked: Checked): readonly Remark[] => tell(checks[kind](checked));

type Found = readonly (readonly [what: string, ids: readonly string[]])[];

const checks: Readonly<Record<FileKind, (checked: Checked) => Found>> = {
  assets: ({ rows, asOf }) => {
    const assets = rows.assets ?? [];
    return [
      [unknown, assets.filter(citesUnknown(rows)).map(({ asset_id }) => asset_id)],
      [
        `checked after ${longDate(asOf)}, and taken as it was then`,
        assets.filter((asset) => (asset.baseline_checked_on ?? '') > asOf).map(({ asset_id }) => asset_id),
      ],
    ];
  },
  incidents: ({ figures }) => [
    ['ended without a time, so in no mean and not open', figures.incidents?.resolved_without_time ?? []],
  ],
  drift: ({ rows }) => {
    const drift = rows.drift ?? [];
    return [
      [unknown, drift.filter(citesUnknown(rows)).map(({ drift_id }) => drift_id)],
      ['dealt with on no day, so open', drift.filter(isDealtWithSomeDay).map(({ drift_id }) => drift_id)],
      [
        'open, and dealt with on a day all the same, so closed from that day',
        drift
          .filter(({ status, resolved_on }) => status === 'open' && resolved_on !== null)
          .map(({ drift_id }) => drift_id),
      ],
    ];
  },
  exceptions: () => [],
  vulnerabilities: ({ rows, figures }) => {
    const findings = rows.vulnerabilities ?? [];
    const assetIds = rows.assets && new Set(rows.assets.map(({ asset_id }) => asset_id));
    return [
      [unknown, findings.filter(citesUnknown(rows)).map(({ finding_id }) => finding_id)],
      [
        'an asset that assets does not have',
        findings
          .filter(({ asset_id }) => assetIds !== null && !assetIds.has(asset_id))
          .map(({ finding_id }) => finding_id),
      ],
      ['fixed on no day, so missed', figures.vulnerability?.fixed_without_day ?? []],
    ];
  },
};

const unknown = 'an exception that exceptions does not have, so none is credited';

function citesUnknown({ exceptions }: MonthRows) {
  const known = exceptions && new Set(exceptions.map(({ exception_id }) => exception_id));
  return ({ exception_id: id }: { readonly exception_id: string | null }) =>
    known !== null && id !== null && !known.has(id);
}

const tell = (remarks: Found): readonly Remark[] =>
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
