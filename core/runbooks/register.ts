import { z } from 'zod';
import { runbookIdPattern } from '../scenario/vocabulary.ts';

const text = z.string().trim().min(1).max(200);
const day = z.iso.date('Write a date such as 2026-04-16.');

export const runbookId = z.string().regex(runbookIdPattern, 'Write a runbook id such as RB-04.');

/** It names a file, on every system. */
export const runbookVersion = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9])){0,29}$/, 'Write a version such as 4.2.');

const versionSchema = z.strictObject({
  version: runbookVersion,
  kind: z.enum(['markdown', 'word']),
  sha256: z.string(),
  bytes: z.int().positive(),
  /** UTC. */
  added_at: z.string(),
  approved_on: day.optional(),
  approver: text.optional(),
  effective_on: day.optional(),
});

const runbookSchema = z.strictObject({
  id: runbookId,
  title: text.optional(),
  owner: text.optional(),
  /** As they were taken in: the last one is in force. */
  versions: z.array(versionSchema).min(1),
});

/** What became of a change that an exercise proposed; one of which nothing is said here is still proposed. */
const decisionSchema = z.strictObject({
  /** `<exercise>/<RC-n>`. */
  origin: z.string(),
  status: z.enum(['accepted', 'rejected', 'published']),
  by: text,
  on: day,
  version: runbookVersion.optional(),
  /** Why it was published although the file reads otherwise. */
  reason: text.optional(),
});

export const runbookRegisterSchema = z.strictObject({
  runbooks: z.array(runbookSchema),
  decisions: z.array(decisionSchema),
});

export type RunbookRegister = z.infer<typeof runbookRegisterSchema>;
export type Runbook = z.infer<typeof runbookSchema>;
export type RunbookVersion = z.infer<typeof versionSchema>;
export type ChangeStatus = z.infer<typeof decisionSchema>['status'] | 'proposed';

/** What somebody says about a file that is taken in. */
export const takeInSchema = z.strictObject({
  id: runbookId,
  version: runbookVersion,
  title: text.optional(),
  owner: text.optional(),
  approver: text.optional(),
  approved_on: day.optional(),
});
export type TakeIn = z.infer<typeof takeInSchema>;

export const publishSchema = z.strictObject({
  runbook: runbookId,
  version: runbookVersion,
  effective_on: day,
  approver: text,
  /** Why it is published although the file that was taken in reads otherwise. */
  reason: text.optional(),
});
export type Publish = z.infer<typeof publishSchema>;

/** `proposed`: the decision is taken back. */
export const decideChangeSchema = z.strictObject({
  origin: z.string().min(1).max(300),
  status: z.enum(['accepted', 'rejected', 'proposed']),
  by: text,
});
export type DecideChange = z.infer<typeof decideChangeSchema>;

export function newestOf({ versions }: Runbook): RunbookVersion {
  const last = versions.at(-1);
  if (!last) throw new Error('A runbook has a version.'); // its schema asks for one
  return last;
}
