import { z } from 'zod';
import { isTimeZone } from '../scenario/calendar.ts';
import {
  actionStatuses,
  paperSizes,
  profileFlags,
  roles,
  runbookIdPattern,
  seats,
  testCardPx,
  tlpLabels,
} from '../scenario/vocabulary.ts';

const text = z.string().min(1);
export const timeZone = text.refine(isTimeZone, 'Write a time zone such as Europe/Berlin.');
const date = z.iso.date('Write a date such as 2026-04-16.');

export const participantSchema = z.strictObject({
  name: text,
  role: z.enum(roles),
  function: text.optional(),
  contact: text.optional(),
  stands_in_for: text.optional(),
});

export const runbookVersionSchema = z.strictObject({
  id: text.regex(runbookIdPattern, 'Write a runbook id such as RB-04.'),
  version: text,
  title: text.optional(),
  approved_on: date.optional(),
});

/** Without a `profile` every clock may apply and every `when` is true. Source: definitions.md, "Profile flags". */
export const organisationSchema = z.strictObject({
  name: text,
  product: text.optional(),
  domain: text.optional(),
  time_zone: timeZone.default('UTC'),
  profile: z.array(z.enum(profileFlags)).optional(),
  /** Of every Word document; A4 where nothing is said. */
  paper: z.enum(paperSizes).optional(),
});

/** An action of the previous exercise as it stood when this one started. `id` is `<exercise>/<AI-n>`. */
export const previousActionSchema = z.strictObject({
  id: text,
  register_id: text,
  title: text,
  capability: text.optional(),
  condition: text.optional(),
  severity: text.optional(),
  owner_role: text.optional(),
  owner_name: text.optional(),
  due_on: date.optional(),
  status: z.enum(actionStatuses),
  verified_by: text.optional(),
  verified_on: date.optional(),
});

/** The measures that one exercise is set beside the one before in. Source: spec.md B.7. */
export const measureNames = [
  'time_to_notice',
  'time_to_declare',
  'executive_notification',
  'time_to_contain',
  'time_to_recover',
  'statement_latency',
  'decision_latency',
  'decided',
  'decided_in_time',
  'actions_observed',
  'actions_in_time',
  'clock_recognition',
] as const;

/** Mean minutes, or percent where the name is a share; rounded as printed, null over nothing. `n` of `of` stand behind it. */
export const measureFigureSchema = z.strictObject({
  value: z.number().nonnegative().nullable(),
  n: z.int().nonnegative(),
  of: z.int().nonnegative(),
});

/** What the previous exercise measured, as it stood when this one started. */
export const previousMeasuresSchema = z.strictObject({
  exercise: text,
  scenario: text,
  title: text,
  held_on: date,
  /** False where its facilitator and Incident Commander were one person: then nothing of it is compared. */
  rated: z.boolean(),
  figures: z.partialRecord(z.enum(measureNames), measureFigureSchema),
});

/** Height of text in the room, as its last row chose it on the test card. */
export const roomTextPx = z
  .int()
  .min(Math.min(...testCardPx))
  .max(Math.max(...testCardPx));

/** All that was settled before the first minute. The exercise never looks anywhere else for it. */
export const setupSchema = z.strictObject({
  exercise: text,
  sample: z.boolean(),
  scenario: z.strictObject({ id: text, version: text, sha256: text }),
  organisation: organisationSchema,
  placeholders: z.record(text, z.string()),
  plan: z.strictObject({
    seat: z.enum(seats),
    length_min: z.int().positive(),
    objectives: z.array(text),
    storyline_start: text,
    tlp: z.enum(tlpLabels),
    evaluator: text.optional(),
    room_text_px: roomTextPx.optional(),
    runbooks: z.array(runbookVersionSchema),
    previous: text.optional(),
  }),
  participants: z.array(participantSchema),
  /** The day that stood in the plan when it was started; absent where none did. */
  planned_for: date.optional(),
  /** Injects left out before the start, each with why. The others are the running order. */
  left_out: z.array(z.strictObject({ inject: text, because: z.enum(['length', 'objective', 'profile']) })),
  previous_actions: z.array(previousActionSchema),
  /** Absent where the plan names no exercise before, or it could not be read. */
  previous_measures: previousMeasuresSchema.optional(),
});

export type Setup = z.infer<typeof setupSchema>;
export type Participant = z.infer<typeof participantSchema>;
export type MeasureName = (typeof measureNames)[number];
export type MeasureFigure = z.infer<typeof measureFigureSchema>;
export type PreviousMeasures = z.infer<typeof previousMeasuresSchema>;
export type PreviousAction = z.infer<typeof previousActionSchema>;
export type Organisation = z.infer<typeof organisationSchema>;
