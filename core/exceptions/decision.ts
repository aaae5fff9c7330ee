import { z } from 'zod';

const line = z.string().trim().max(500);
const words = z.string().trim().max(10_000);
const day = z.string().trim().max(40);

/** What the organisation decides about an exception, beside what its file says. What is left empty is not known. */
export const decisionSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('renew'),
    expires_on: day,
    approver: line,
    reason: words.optional(),
    compensating_control: words.optional(),
  }),
  z.strictObject({ is: z.literal('fix'), by: line, until: day, reason: words.optional() }),
  z.strictObject({ is: z.literal('retire'), closed_on: day, reason: words.optional() }),
  z.strictObject({ is: z.literal('escalate'), to: line, until: day, reason: words.optional() }),
]);
export type Decision = z.infer<typeof decisionSchema>;
export type DecisionKind = Decision['is'];

/** Takes back what stands, so that what stood before it stands again. */
const withdrawalSchema = z.strictObject({ is: z.literal('withdraw'), number: z.int().min(1) });

/** One entry of the register of exceptions; none is ever changed. */
export const entrySchema = z.strictObject({
  /** Counts up over all exceptions. */
  number: z.int().min(1),
  exception: z.string(),
  /** The moment in UTC, and the day on that computer. */
  t: z.string(),
  told_on: z.iso.date(),
  /** What the file said then: its month, and when the exception ended. */
  month: z.string(),
  expires_on: z.iso.date().nullable(),
  said: z.union([decisionSchema, withdrawalSchema]),
});
export type Entry = z.infer<typeof entrySchema>;
export type DecisionEntry = Entry & { readonly said: Decision };

export const exceptionRegisterSchema = z.strictObject({ entries: z.array(entrySchema) });
export type ExceptionRegister = z.infer<typeof exceptionRegisterSchema>;

/** The day by which it is done: the file is to say so then. */
export function dayOfDecision(decision: Decision): string {
  switch (decision.is) {
    case 'renew':
      return decision.expires_on;
    case 'retire':
      return decision.closed_on;
    case 'fix':
    case 'escalate':
      return decision.until;
  }
}
