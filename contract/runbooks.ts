import { z } from 'zod';
import type { RunbookLine } from '#core/runbooks/describe-runbooks.ts';
import type { Original } from '#core/runbooks/original.ts';
import { decideChangeSchema, publishSchema, takeInSchema } from '#core/runbooks/register.ts';
import type { Requests } from './requests.ts';

/** What a window sends of a file it was given. A larger one is named by its path. */
export const largestSent = 700_000;

export type RunbookShelf = { readonly lines: readonly RunbookLine[]; readonly notices: readonly string[] };
export type RunbookTakenIn = {
  readonly id: string;
  readonly version: string;
  readonly steps: number;
  readonly notices: readonly string[];
};

const gives = <Output>() => z.custom<Output>();
const shelf = z.enum(['own', 'samples']);
const file = z.union([
  z.strictObject({ path: z.string().min(1).max(4_000) }),
  z.strictObject({ name: z.string().min(1).max(300), base64: z.base64().max(Math.ceil((largestSent * 4) / 3) + 4) }),
]);

export const runbookRequests = {
  /** The organisation's runbooks and those of the samples, with what the exercises say about them. */
  load_runbooks: {
    input: z.strictObject({}),
    output: gives<{ readonly own: RunbookShelf; readonly samples: RunbookShelf }>(),
  },
  /** A file becomes a version in the organisation's register, or nothing of it is kept. */
  add_runbook: { input: z.strictObject({ about: takeInSchema, file }), output: gives<RunbookTakenIn>() },
  decide_runbook_change: {
    input: z.strictObject({ shelf, decision: decideChangeSchema }),
    output: gives<Readonly<Record<string, never>>>(),
  },
  /** The accepted changes of a runbook become a version of it: a Markdown original is written, a Word one has to be there. */
  publish_runbook: {
    input: z.strictObject({ shelf, publish: publishSchema }),
    output: gives<{ readonly changes: readonly string[] }>(),
  },
  /** Every runbook the register holds, as the exercise tested it. */
  load_tested_runbooks: {
    input: z.strictObject({ exercise: z.string().min(1).max(200) }),
    output: gives<{ readonly originals: readonly Original[]; readonly notices: readonly string[] }>(),
  },
} satisfies Requests;
