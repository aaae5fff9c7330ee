import { boolean, type Columns, count, day, moment, number, oneOf, type RowOf, required, text } from './column.ts';

/** The five files of a month and their columns, in the order of their templates, and the list of what was found. Source: spec.md D.2 to D.6. */
export const columnsOf = {
  assets: {
    asset_id: required(text),
    name: required(text),
    tier: required(count),
    type: text,
    owner: text,
    environment: text,
    internet_facing: boolean,
    status: required(oneOf('active', 'decommissioned', 'planned')),
    managed: boolean,
    baseline_id: text,
    baseline_status: oneOf('compliant', 'non_compliant', 'unknown'),
    baseline_checked_on: day,
    exception_id: text,
  },
  incidents: {
    incident_id: required(text),
    title: required(text),
    severity: required(oneOf('P0', 'P1', 'P2', 'P3', 'P4')),
    category: text,
    occurred_at: moment,
    detected_at: required(moment),
    declared_at: moment,
    contained_at: moment,
    resolved_at: moment,
    status: text,
    is_exercise: boolean,
    is_false_positive: boolean,
    discovery_method: text,
  },
  drift: {
    drift_id: required(text),
    identifier: required(text),
    kind: required(oneOf('unmanaged', 'shadow')),
    type: text,
    environment: text,
    internet_facing: boolean,
    owner: text,
    source: text,
    discovered_on: required(day),
    status: required(oneOf('open', 'onboarded', 'decommissioned', 'accepted', 'false_positive')),
    resolved_on: day,
    resolution: text,
    exception_id: text,
  },
  exceptions: {
    exception_id: required(text),
    title: required(text),
    scope_ref: text,
    control_ref: text,
    risk: required(oneOf('critical', 'high', 'medium', 'low')),
    owner: text,
    approver: text,
    requested_on: day,
    approved_on: day,
    starts_on: day,
    expires_on: day,
    closed_on: day,
    status: required(oneOf('draft', 'pending', 'approved', 'rejected', 'closed')),
    compensating_control: text,
    renewals: count,
    ticket: text,
    review_notes: text,
  },
  vulnerabilities: {
    finding_id: required(text),
    asset_id: required(text),
    cve: text,
    title: required(text),
    severity: required(oneOf('critical', 'high', 'medium', 'low')),
    cvss: number,
    internet_facing: boolean,
    discovered_on: required(day),
    due_on: day,
    kev_due_on: day,
    fixed_on: day,
    status: required(oneOf('open', 'fixed', 'false_positive', 'accepted')),
    exception_id: text,
    kev: boolean,
    automatable: boolean,
    technical_impact: oneOf('partial', 'total'),
  },
  discovery: {
    identifier: required(text),
    source: text,
    seen_on: required(day),
  },
} as const satisfies Readonly<Record<string, Columns>>;

/** `discovery` is no file of a month: it is held against its assets. Source: spec.md D.4. */
export type TableKind = keyof typeof columnsOf;
export const fileKinds = ['assets', 'incidents', 'drift', 'exceptions', 'vulnerabilities'] as const;
export type FileKind = (typeof fileKinds)[number];

export type RowIn<Kind extends TableKind> = RowOf<(typeof columnsOf)[Kind]>;
export type Asset = RowIn<'assets'>;
export type Incident = RowIn<'incidents'>;
export type Drift = RowIn<'drift'>;
export type Exception = RowIn<'exceptions'>;
export type Finding = RowIn<'vulnerabilities'>;
export type Sighting = RowIn<'discovery'>;

/** The column that names a row: of two rows with the same, the last one counts. null: every row counts. */
export const keyOf = {
  assets: 'asset_id',
  incidents: 'incident_id',
  drift: 'drift_id',
  exceptions: 'exception_id',
  vulnerabilities: 'finding_id',
  discovery: null,
} as const satisfies Readonly<Record<TableKind, string | null>>;

export function requiredOf(kind: TableKind): readonly string[] {
  const columns: Columns = columnsOf[kind];
  return Object.keys(columns).filter((name) => columns[name]?.required);
}

type Span = readonly [from: string, to: string];

/** Pairs that may not run backwards: a negative duration is an error of its row. Source: spec.md D.3. */
export const spansOf: Readonly<Record<TableKind, readonly Span[]>> = {
  assets: [],
  incidents: [
    ['occurred_at', 'detected_at'],
    ['detected_at', 'resolved_at'],
    ['declared_at', 'resolved_at'],
  ],
  drift: [['discovered_on', 'resolved_on']],
  exceptions: [['starts_on', 'expires_on']],
  vulnerabilities: [['discovered_on', 'fixed_on']],
  discovery: [],
};

/** Columns that may be left out and decide figures all the same: whoever reads a file without one is told. */
export const decidingColumns = {
  assets: ['baseline_status', 'baseline_checked_on', 'exception_id'],
  incidents: ['occurred_at', 'resolved_at', 'is_exercise', 'is_false_positive'],
  drift: ['resolved_on', 'internet_facing', 'exception_id'],
  exceptions: [
    'scope_ref',
    'owner',
    'approver',
    'approved_on',
    'starts_on',
    'expires_on',
    'closed_on',
    'compensating_control',
    'renewals',
  ],
  vulnerabilities: ['fixed_on', 'due_on', 'kev_due_on', 'internet_facing', 'exception_id'],
  discovery: [],
} as const satisfies Readonly<Record<TableKind, readonly string[]>>;
