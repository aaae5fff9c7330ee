import { z } from 'zod';
import { decisionSchema } from '#core/exceptions/decision.ts';
import type { CurrentExceptions, RegisteredException } from '#core/exceptions/describe-register.ts';
import type { WrittenDocuments } from './console-answers.ts';
import type { Requests } from './requests.ts';

export type ExceptionsShown = {
  /** The date on this computer: days are counted to it once the month is over. */
  readonly today: string;
  /** The month whose file they are from; null while none holds exceptions. */
  readonly file:
    | (Pick<CurrentExceptions, 'month' | 'asOf' | 'datedOn' | 'isStale'> & { readonly expiringWithinDays: number })
    | null;
  readonly exceptions: readonly RegisteredException[];
  /** false where the decisions cannot be read: why stands among the notices, and none can be made. */
  readonly isDecidable: boolean;
  readonly notices: readonly string[];
};

export const reminderForms = ['ics', 'csv'] as const;
export type ReminderForm = (typeof reminderForms)[number];

const gives = <Output>() => z.custom<Output>();
const id = z.string().min(1).max(500);
const nothing = z.strictObject({});
const decided = gives<{ readonly exception: RegisteredException }>();

export const exceptionRequests = {
  /** The exceptions of the newest month with what was decided on them. */
  load_exceptions: { input: nothing, output: gives<ExceptionsShown>() },
  /** Gives the exception as it stands on the disk then. */
  decide_exception: { input: z.strictObject({ exception: id, decision: decisionSchema }), output: decided },
  /** Takes back the decision of that number: what stood before it stands again. */
  withdraw_decision: { input: z.strictObject({ exception: id, number: z.int().min(1) }), output: decided },
  /** A calendar with the end of each of these exceptions, or the reminders that are due as a table. */
  write_reminders: {
    input: z.strictObject({ exceptions: z.array(id).min(1).max(20_000), form: z.enum(reminderForms) }),
    output: gives<WrittenDocuments>(),
  },
  open_exceptions_folder: { input: nothing, output: gives<{ readonly opened: boolean; readonly folder: string }>() },
} satisfies Requests;
