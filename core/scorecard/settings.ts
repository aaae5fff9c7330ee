import { z } from 'zod';
import { paperSizes, tlpLabels } from '../scenario/vocabulary.ts';
import { fileKinds } from './files/file-kinds.ts';

const day = z.iso.date();
const count = z.int().min(0);
const atLeast = z.strictObject({ green_min: z.number(), amber_min: z.number() });
const atMost = z.strictObject({ green_max: z.number(), amber_max: z.number() });

const slaDaysSchema = z.strictObject({ critical: count, high: count, medium: count, low: count });

/** Days to fix by severity; `bod_26_04` decides by four facts of a finding instead. Source: spec.md D.6. */
export const slaProfiles = {
  default: { critical: 14, high: 30, medium: 90, low: 180 },
  fedramp_rev_5: { critical: 30, high: 30, medium: 90, low: 180 },
  pci: { critical: 30, high: 30, medium: 90, low: 180 },
} as const;
export const profileNames = ['default', 'fedramp_rev_5', 'pci', 'bod_26_04', 'own'] as const;

/** Thresholds: starting points, not industry truths. Source: spec.md D.7. */
const ragSchema = z.strictObject({
  controls_health_pct: atLeast.prefault({ green_min: 95, amber_min: 85 }),
  p0_count: z.strictObject({ green_max: count, red_min: count }).prefault({ green_max: 0, red_min: 1 }),
  p1_count: atMost.prefault({ green_max: 1, amber_max: 3 }),
  mttd_hours: atMost.prefault({ green_max: 4, amber_max: 24 }),
  mttr_hours: atMost.prefault({ green_max: 24, amber_max: 72 }),
  drift_ratio_pct: atMost.prefault({ green_max: 1, amber_max: 3 }),
  sla_missed_pct: atMost.prefault({ green_max: 5, amber_max: 10 }),
});

/** What the figures of a month are counted by. Every part has a default; an unknown one is refused. */
export const settingsSchema = z.strictObject({
  /** Counts up with every change; printed in the footnote. */
  version: z.int().min(1).default(1),
  timezone: z.string().default('UTC'),
  organisation: z.string().default(''),
  tlp: z.enum(tlpLabels).default('TLP:AMBER+STRICT'),
  /** What the page and the list are set for. */
  paper: z.enum(paperSizes).default('a4'),
  controls: z
    .strictObject({
      scope: z.enum(['tier_0_1_assets', 'all_assets']).default('tier_0_1_assets'),
      scope_tiers: z.array(count).default([0, 1]),
      stale_after_days: count.default(35),
      /** The headline is the strict figure unless this is said. */
      exception_counts_as_compliant: z.boolean().default(false),
    })
    .prefault({}),
  incidents: z
    .strictObject({
      severities: z.tuple([z.literal('P0'), z.literal('P1')]).default(['P0', 'P1']),
      mttd_from: z.enum(['occurred_at']).default('occurred_at'),
      mttd_to: z.enum(['detected_at', 'declared_at']).default('detected_at'),
      mttr_from: z.enum(['detected_at', 'declared_at']).default('detected_at'),
      mttr_to: z.enum(['resolved_at', 'contained_at']).default('resolved_at'),
      unit: z.literal('hours').default('hours'),
    })
    .prefault({}),
  exceptions: z.strictObject({ expiring_within_days: count.default(30) }).prefault({}),
  vulnerability: z
    .strictObject({
      profile: z.enum(profileNames).optional(),
      sla_days: slaDaysSchema.optional(),
      due_inclusive: z.literal(true).default(true),
    })
    .prefault({}),
  rag: ragSchema.prefault({}),
  /** A source older than this at `as_of` greys its number. */
  source_stale_after_days: count.default(7),
  /** Who left: exceptions they own are flagged. */
  people_left: z.array(z.string()).default([]),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SlaProfile = (typeof profileNames)[number];
export type SlaDays = z.infer<typeof slaDaysSchema>;

export const usualSettings: Settings = settingsSchema.parse({});

/** `own` where days were given without a name. */
export function slaOf({ vulnerability: { profile, sla_days } }: Settings): {
  readonly profile: SlaProfile;
  readonly days: SlaDays;
} {
  const name = profile ?? (sla_days && !isDefault(sla_days) ? 'own' : 'default');
  const known = name === 'own' || name === 'bod_26_04' ? slaProfiles.default : slaProfiles[name];
  return { profile: name, days: sla_days ?? known };
}

const isDefault = (days: SlaDays) =>
  (['critical', 'high', 'medium', 'low'] as const).every(
    (severity) => days[severity] === slaProfiles.default[severity],
  );

/** Of leadership, and of the security lead. Source: spec.md D.8. */
export const mostAsks = 3;
export const longestSentence = 240;

/** Beside the settings, what one month says of itself in a file for the command line. */
export const monthConfigSchema = z.strictObject({
  ...settingsSchema.shape,
  as_of: day.optional(),
  period_start: day.optional(),
  period_end: day.optional(),
  snapshot_moment: z.string().optional(),
  rounding: z
    .strictObject({ percent_decimals: z.literal(1), hours_decimals: z.literal(1), mode: z.literal('half_up') })
    .optional(),
  /** The day each file is of, where that is not the day it was last changed. */
  source_dates: z.partialRecord(z.enum(fileKinds), day).optional(),
  asks: z
    .array(z.strictObject({ what: z.string().min(1), cost: z.string().min(1), owner: z.string().min(1), by: day }))
    .max(mostAsks)
    .optional(),
  sentence: z.string().max(longestSentence).optional(),
});
export type MonthConfig = z.infer<typeof monthConfigSchema>;
