import { z } from 'zod';
import { countedBySchema } from './counted-by.ts';
import { exceptionFlags } from './figures/exception-flags.ts';
import { fileKinds } from './files/file-kinds.ts';
import { decisions } from './page/suggest-decision.ts';
import { monthConfigSchema, settingsSchema } from './settings.ts';
import { trendKeys } from './trend.ts';

const id = z.string();
const ids = z.array(id);
const day = z.iso.date();
const count = z.int().min(0);
const share = z.number().nullable();
const hours = z.number().nullable();
const rating = z.enum(['green', 'amber', 'red']).nullable();
const byId = <Value extends z.ZodType>(value: Value) => z.record(id, value);

const controlsSchema = z.strictObject({
  in_scope: count,
  compliant: count,
  pct: share,
  pct_with_exceptions: share,
  stale: ids,
  unknown: ids,
  by_tier: byId(z.strictObject({ in_scope: count, compliant: count, pct: share })),
  failing: ids,
  compliant_ids: ids,
  excepted: ids,
  in_scope_ids: ids,
});

const incidentsSchema = z.strictObject({
  p0: count,
  p1: count,
  count,
  ids,
  mttd_hours: hours,
  mttd_n: count,
  mttd_median: hours,
  mttd_excluded_no_occurred: ids,
  mttr_hours: hours,
  mttr_n: count,
  mttr_median: hours,
  ttd: byId(z.number()),
  ttr: byId(z.number()),
  open_at_end: ids,
  resolved_without_time: ids,
  discovery: z.strictObject({ known: count, internal: count }),
});

const driftSchema = z.strictObject({
  open: count,
  ids,
  unmanaged: count,
  shadow: count,
  accepted: ids,
  new_in_period: ids,
  closed_in_period: ids,
  ages_days: byId(count),
  median_age_days: z.number().nullable(),
  oldest_days: count.nullable(),
  internet_facing_open: ids,
  active_assets: count,
  ratio_pct: share,
});

const exceptionsSchema = z.strictObject({
  active: count,
  active_ids: ids,
  expiring_30d: ids,
  days_left: byId(z.int()),
  expired_open: ids,
  pending: ids,
  owner_missing: ids,
  no_compensating_control: ids,
  no_expiry: ids,
  expiring_30d_count: count,
  active_by_risk: byId(count),
  red_flagged: ids,
  flags: byId(z.array(z.enum(exceptionFlags))),
});

const patchingSchema = z.strictObject({
  cohort: count,
  cohort_ids: ids,
  missed: count,
  missed_ids: ids,
  pct: share,
  by_severity: byId(z.strictObject({ due: count, missed: count, pct: share })),
  excluded: byId(z.string()),
  kev_missed: ids,
  overdue_backlog: ids,
  overdue_critical_or_kev: ids,
  overdue_on_tier_0_1: ids,
  overdue_internet_facing: ids,
  overdue_oldest_days: count.nullable(),
  due_dates: byId(day),
  due_with_next_upgrade: count,
  fixed_without_day: ids,
});

const trendEntrySchema = z.strictObject({
  previous: z.number().nullable(),
  current: z.number().nullable(),
  delta: z.number().nullable(),
  direction: z.enum(['up', 'down', 'same']).nullable(),
  verdict: z.enum(['better', 'worse', 'same', 'neutral']).nullable(),
  definition_changed: z.literal(true).optional(),
});

/** Keys as in the acceptance data: `expected.json`, `scorecard`. null: that file was not read. */
export const figuresSchema = z.strictObject({
  controls_health: controlsSchema.nullable(),
  incidents: incidentsSchema.nullable(),
  drift: driftSchema.nullable(),
  exceptions: exceptionsSchema.nullable(),
  vulnerability: patchingSchema.nullable(),
  rag: z.strictObject({
    controls_health: rating,
    p0: rating,
    p1: rating,
    mttd: rating,
    mttr: rating,
    drift: rating,
    exceptions: rating,
    vulnerability: rating,
  }),
  trend: z.partialRecord(z.enum(trendKeys), trendEntrySchema),
});

const headlinesSchema = z.record(z.enum(trendKeys), z.number().nullable());
const definitionsSchema = z.record(z.enum(trendKeys), z.string());

/** A month as a later one is compared with it. */
export const pastMonthSchema = z.strictObject({
  period: z.string(),
  headlines: headlinesSchema,
  definitions: z.partialRecord(z.enum(trendKeys), z.string()),
});
export type PastMonth = z.infer<typeof pastMonthSchema>;

/** Exercises stand beside the figures, never in them. Source: spec.md §0, finding 4. */
export const readinessSchema = z.strictObject({
  last_exercise: z.strictObject({ id, title: z.string(), held_on: day }).nullable(),
  quarter: z.string(),
  quarter_held: z.boolean(),
  /** Actions due up to `as_of`: closed by their day, of all due. */
  actions_due: count,
  actions_on_time: count,
  repeat_gaps: count,
});
export type Readiness = z.infer<typeof readinessSchema>;

const sourceSchema = z.strictObject({
  kind: z.enum(fileKinds),
  file: z.string().nullable(),
  sha256: z.string().nullable(),
  dated_on: day.nullable(),
  is_stale: z.boolean(),
  rows: count,
  rejected: count,
  duplicates: count,
  unknown: byId(count),
  warnings: z.array(z.string()),
});

/** What was decided on an exception and its file does not say yet: until when, and who approved, does it or is asked. */
const decidedSchema = z.strictObject({
  exception: id,
  decided_on: day,
  decision: z.enum(decisions),
  until: z.string(),
  by: z.string().nullable(),
});
export type Decided = z.infer<typeof decidedSchema>;

/** What a month was published in spite of. */
const caveatSchema = z.strictObject({
  is: z.enum(['missing', 'stale', 'left_out', 'not_over', 'disagrees', 'read', 'settings']),
  about: z.enum([...fileKinds, 'month', 'settings']),
  says: z.string(),
});
export type Caveat = z.infer<typeof caveatSchema>;

export const scorecardSchema = 'muster-scorecard/1';

/** `scorecard.json`: every figure and rating, those the page holds back too, and all they were counted by. */
export const snapshotSchema = z.strictObject({
  schema: z.literal(scorecardSchema),
  scorecard: id,
  organisation: z.string(),
  tlp: settingsSchema.shape.tlp,
  period: z.strictObject({ month: z.string(), start: day, end: day, as_of: day, timezone: z.string() }),
  revision: z.int().min(1),
  /** Why there is another revision; null of the first. */
  reason: z.string().nullable(),
  /** UTC; null: a draft, or written by the command line. */
  published_at: z.string().nullable(),
  published_by: z.string().nullable(),
  /** Gravest first; none in what was published before they were kept. */
  caveats: z.array(caveatSchema).default([]),
  /** Why it was published in spite of them. */
  published_because: z.string().nullable().default(null),
  asks: monthConfigSchema.shape.asks.unwrap(),
  sentence: z.string().nullable(),
  figures: figuresSchema,
  headlines: headlinesSchema,
  definitions: definitionsSchema,
  settings: settingsSchema,
  readiness: readinessSchema.nullable(),
  sources: z.array(sourceSchema),
  /** Earlier months, the oldest first, eleven at most. */
  history: z.array(pastMonthSchema),
  /** As the register of exceptions held them then; absent where none stood. */
  decisions: z.array(decidedSchema).optional(),
  /** Written by the command line. */
  counted_by: countedBySchema.optional(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
export type Ask = Snapshot['asks'][number];
