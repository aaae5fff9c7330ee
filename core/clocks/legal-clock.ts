import { z } from 'zod';
import { incidentFacts, profileFlags } from '../scenario/vocabulary.ts';

const text = z.string().min(1);

/** How a clock counts. All but the first four give no number, so there is no deadline to compute. */
export const clockUnits = [
  'hours',
  'calendar_days',
  'months',
  'us_business_days',
  'without_undue_delay',
  'see_table',
  'not_in_force',
  'before_payment',
  'policy',
  'immediately',
] as const;

export const clockGrades = ['A', 'B', 'C'] as const;

/** One row of `legal-clocks.json`. Source: spec.md A.5. */
export const legalClockSchema = z.strictObject({
  id: text,
  name: text,
  /** For the strip over the console. */
  short_name: text.max(26),
  /** All of them must hold: flags of the profile, facts of the incident, or `always`. */
  applies_when: z.array(z.enum([...profileFlags, ...incidentFacts, 'always'])).min(1),
  trigger: text,
  offset: z.int().positive().nullable(),
  unit: z.enum(clockUnits),
  qualifier: text.optional(),
  verified: z.enum(clockGrades),
  /** The first day on which the rule is in force. */
  applies_from: z.iso.date().optional(),
  /** The clock that starts this one when it is filed, and which filing counts where there are several. */
  follows: z.strictObject({ clock: text, filing: z.enum(['first', 'last']) }).optional(),
  /** The deadline is never later than so many hours after the organisation became aware. */
  hours_from_awareness: z.int().positive().optional(),
  /** What a notification must hold at least. */
  contents: z.array(text).min(1).optional(),
});

export const legalClocksSchema = z.strictObject({
  checked_on: z.iso.date(),
  disclaimer: text,
  verification_key: z.strictObject({ A: text, B: text, C: text }),
  clocks: z.array(legalClockSchema),
  /** What may change the table. */
  watch: z.array(text),
});

export type LegalClock = z.infer<typeof legalClockSchema>;
export type ClockUnit = LegalClock['unit'];
