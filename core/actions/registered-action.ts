import { z } from 'zod';
import { previousActionSchema } from '../exercise/setup.ts';
import { actionStatuses, actionTypes, fixStrengths, roles } from '../scenario/vocabulary.ts';

const text = z.string();

/** What the register was told of an action, and what stood before: nothing that closed one is lost when it opens again. */
const changeSchema = z.strictObject({
  t: text,
  status: z.enum(actionStatuses),
  owner_name: text.optional(),
  evidence: text.optional(),
  reason: text.optional(),
  accepted_by: text.optional(),
  verified_by: text.optional(),
});

/** One action of the register. Source: spec.md C.7; what the first version saved has fewer fields and fits. */
export const registeredActionSchema = z.strictObject({
  register_id: text,
  /** `<exercise>/<AI-n>`: where it was agreed. */
  origin: text,
  exercise: text,
  title: text,
  description: text.optional(),
  /** The gap in one sentence. */
  problem: text.optional(),
  gap: text.optional(),
  source_inject: text.optional(),
  type: z.enum(actionTypes).optional(),
  strength_of_fix: z.enum(fixStrengths).optional(),
  /** The key of repeat gaps: the same capability and condition in a later exercise. Source: spec.md C.7. */
  capability: text.optional(),
  condition: text.optional(),
  severity: text.optional(),
  csf: text.optional(),
  owner_role: text.optional(),
  owner_name: text.optional(),
  owner_email: text.optional(),
  sponsor: text.optional(),
  due_on: text.optional(),
  created_on: text.optional(),
  done_test: text.optional(),
  status: z.enum(actionStatuses),
  evidence: text.optional(),
  /** Why it will not be done, and who accepts the risk. */
  reason: text.optional(),
  accepted_by: text.optional(),
  verified_by: text.optional(),
  verified_on: text.optional(),
  estimate: text.optional(),
  external_key: text.optional(),
  external_url: text.optional(),
  /** The owner was changed in the register: what the exercise agreed does not come back. */
  handed_over: z.boolean().optional(),
  /** When the status was told last, and by which exercise unless in the register itself: older news does not come back. */
  told: z.strictObject({ exercise: text.optional(), t: text }).optional(),
  history: z.array(changeSchema).optional(),
});

export type RegisteredAction = z.infer<typeof registeredActionSchema>;

const fieldsOfPrevious = Object.keys(previousActionSchema.shape).filter((field) => field !== 'id');

/** What the next exercise is told of it. */
export function toPreviousAction(action: RegisteredAction): z.infer<typeof previousActionSchema> {
  const told = Object.entries(action).filter(([field]) => fieldsOfPrevious.includes(field));
  return { ...(Object.fromEntries(told) as Omit<z.infer<typeof previousActionSchema>, 'id'>), id: action.origin };
}

/** The person or the role, as whoever is asked for news of it. */
export const ownerRoleSchema = z.enum(roles);
