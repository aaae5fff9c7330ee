import { z } from 'zod';
import { organisationSchema, participantSchema, setupSchema } from '../exercise/setup.ts';
import { localDateTime } from '../scenario/schema.ts';

/** All that is settled before an exercise, while it is being settled: one per script, saved as it is typed. */
export const planSchema = z.strictObject({
  /** File stem of the script: `q2-ransomware`. */
  script: z.string().min(1).max(200),
  /** When the room meets, in the organisation's time; null while that is open. */
  starts_at: localDateTime.nullable(),
  /** Played for practice: kept out of registers, readiness and trend. */
  sample: z.boolean(),
  organisation: organisationSchema,
  /** Only what differs from the script's defaults. */
  placeholders: z.record(z.string().min(1), z.string()),
  plan: setupSchema.shape.plan,
  participants: z.array(participantSchema),
});

export type Plan = z.infer<typeof planSchema>;
