import { z } from 'zod';
import {
  actionTypes,
  capabilities,
  confidences,
  fixStrengths,
  gapConditions,
  gapElements,
  gapSeverities,
  observationKinds,
  roles,
  runbookChangeTypes,
  summaryApprovers,
  summaryMarks,
} from '../../scenario/vocabulary.ts';

/** What a person writes down. One shape serves the command, the event and the captures file, so they cannot drift apart. */
const text = z.string().trim().min(1, 'Write something here, or leave the field out.');
const date = z.iso.date('Write a date such as 2026-04-16.');
export const role = z.enum(roles);
export const captureText = text;
export const captureDate = date;

/** Inject ids, or `#14` for an entry. In a captures file 14 is the entry's place; in an event it is its `seq`. */
export const evidence = z.array(text);

export const decisionFields = {
  by: role,
  choice: text,
  rationale: text.optional(),
  options_considered: z.array(text).optional(),
  information: text.optional(),
  missing: text.optional(),
  confidence: z.enum(confidences).optional(),
  dissent: text.optional(),
  reversible: z.boolean().optional(),
  authority: text.optional(),
  review_by: text.optional(),
};

/** One line is a complete capture: only the title is needed until review. */
export const gapFields = {
  title: text,
  when: text.optional(),
  missing: text.optional(),
  effect: text.optional(),
  element: z.enum(gapElements).optional(),
  capability: z.enum(capabilities).optional(),
  condition: z.enum(gapConditions).optional(),
  severity: z.enum(gapSeverities).optional(),
  objective: text.optional(),
  csf: text.optional(),
  control: text.optional(),
  workaround: text.optional(),
  evidence: evidence.default([]),
  by: role.optional(),
};

export const strengthFields = {
  what: text,
  effect: text.optional(),
  keep: text.optional(),
  capability: z.enum(capabilities).optional(),
  objective: text.optional(),
  evidence: evidence.default([]),
  by: role.optional(),
};

export const actionItemFields = {
  title: text.max(100, 'An action title has at most 100 characters.'),
  description: text.optional(),
  type: z.enum(actionTypes).optional(),
  strength_of_fix: z.enum(fixStrengths).optional(),
  owner_role: role.optional(),
  owner_name: text.optional(),
  owner_email: text.optional(),
  due_on: date.optional(),
  done_test: text.optional(),
  sponsor: text.optional(),
};

export const runbookChangeFields = {
  runbook: text,
  step: text.optional(),
  type: z.enum(runbookChangeTypes),
  old: text.optional(),
  new: text.optional(),
  proposer: text.optional(),
  owner: text.optional(),
  approver: text.optional(),
  due_on: date.optional(),
  new_version: text.optional(),
  effective_on: date.optional(),
};

/** Communications and Legal release the summary for customers, each for itself. Source: spec.md C.4, C.5. */
export const summaryApprovalFields = {
  role: z.enum(summaryApprovers),
  name: text,
  on: date,
  tlp: z.enum(summaryMarks).default('TLP:GREEN'),
};

export const observationFields = {
  text,
  kind: z.enum(observationKinds).default('fact'),
  capability: z.enum(capabilities).optional(),
  by: role.optional(),
};
