import { z } from 'zod';
import {
  actionItemFields,
  captureDate as date,
  gapFields,
  observationFields,
  role,
  runbookChangeFields,
  strengthFields,
  summaryApprovalFields,
  captureText as text,
} from '../exercise/events/captures.ts';
import { actionStatuses, managementDecisions, ratings, retestResults } from '../scenario/vocabulary.ts';
import { findSeq, gapId, gapNumber, translateEvidence, verb } from './verb.ts';

const by = role.optional();
const reason = text.optional();
const yes = z.literal(true, 'Write true, or leave the entry out.');
const place = z.int().positive('Entries are numbered from 1 in the order of the list.');
const { text: _, ...observed } = observationFields;

const changes = z
  .record(z.string(), z.json())
  .refine((fields) => Object.keys(fields).length > 0, 'Name at least one field and its new value.');

/** Verbs whose own word holds the text of the entry; the record calls it `text`. */
const textVerbs: ReadonlySet<string> = new Set(['observation', 'park', 'if_real']);

function nameAsRecorded(written: z.output<typeof changes>, verbName: string | undefined) {
  if (verbName === undefined || !textVerbs.has(verbName) || !(verbName in written)) return written;
  const { [verbName]: words, ...rest } = written;
  return { ...rest, ...(words === undefined ? {} : { text: words }) };
}

/** Findings and their corrections: during the exercise and after it. */
export const anyTimeVerbs = {
  gap: verb({ gap: z.strictObject(gapFields) }, ({ gap }, references) => ({
    type: 'record_gap',
    ...gap,
    evidence: translateEvidence(gap.evidence, references),
  })),
  strength: verb({ strength: z.strictObject(strengthFields) }, ({ strength }, references) => ({
    type: 'record_strength',
    ...strength,
    evidence: translateEvidence(strength.evidence, references),
  })),
  observation: verb({ observation: text, ...observed }, ({ observation, ...fields }) => ({
    type: 'record_observation',
    text: observation,
    ...fields,
  })),
  park: verb({ park: text, by }, ({ park, ...fields }) => ({ type: 'park_item', text: park, ...fields })),
  action: verb(
    { action: z.strictObject({ id: text.optional(), gap: gapNumber.optional(), ...actionItemFields }) },
    ({ action: { id, gap, ...item } }, { reserveActionId }) => ({
      type: 'agree_action',
      id,
      register_id: reserveActionId(),
      gap: gap === undefined ? undefined : gapId(gap),
      item,
    }),
  ),
  runbook_change: verb(
    { runbook_change: z.strictObject({ gap: gapNumber.optional(), ...runbookChangeFields }) },
    ({ runbook_change: { gap, ...change } }) => ({
      type: 'propose_runbook_change',
      gap: gap === undefined ? undefined : gapId(gap),
      change,
    }),
  ),
  amend: verb({ amend: place, with: changes }, ({ amend, with: written }, references) => {
    const { evidence, gap, ...rest } = nameAsRecorded(written, references.verbOf(amend));
    const cited = z.array(z.string()).safeParse(evidence);
    return {
      type: 'amend_entry',
      of: findSeq(amend, references),
      with: {
        ...rest,
        ...(evidence === undefined
          ? {}
          : { evidence: cited.success ? translateEvidence(cited.data, references) : evidence }),
        ...(gap === undefined ? {} : { gap: typeof gap === 'number' ? gapId(gap) : gap }),
      },
    };
  }),
  withdraw: verb({ withdraw: place, reason: text }, ({ withdraw, reason }, references) => ({
    type: 'withdraw_entry',
    of: findSeq(withdraw, references),
    reason,
  })),
};

/** What is added once the exercise has ended. */
export const reviewVerbs = {
  rate: verb({ rate: text, rating: z.enum(ratings), reason, by }, ({ rate, ...fields }) => ({
    type: 'rate_objective',
    objective: rate,
    ...fields,
  })),
  feedback: verb(
    {
      feedback: z.strictObject({
        scores: z.array(z.int().min(1).max(5)).length(12, 'The form has twelve statements, each scored 1 to 5.'),
        strength: text.optional(),
        gap: text.optional(),
        change_plan: text.optional(),
        change_exercise: text.optional(),
        unsaid: text.optional(),
      }),
    },
    ({ feedback }) => ({ type: 'record_feedback', ...feedback }),
  ),
  retest: verb({ retest: text, result: z.enum(retestResults), note: text.optional() }, ({ retest, ...fields }) => ({
    type: 'retest_action',
    action: retest,
    ...fields,
  })),
  action_status: verb(
    {
      action_status: text,
      status: z.enum(actionStatuses),
      evidence: text.optional(),
      verified_by: text.optional(),
      reason,
    },
    ({ action_status, ...fields }) => ({ type: 'change_action_status', action: action_status, ...fields }),
  ),
  if_real: verb({ if_real: text, by: text.optional() }, ({ if_real, by }) => ({
    type: 'write_if_real',
    text: if_real,
    by,
  })),
  ask_leadership: verb(
    {
      ask_leadership: z.strictObject({
        what: text,
        cost: text.optional(),
        owner: text.optional(),
        by: date.optional(),
      }),
    },
    ({ ask_leadership }) => ({ type: 'ask_leadership', ...ask_leadership }),
  ),
  response: verb(
    {
      response: z.strictObject({
        gap: gapNumber,
        decision: z.enum(managementDecisions),
        by: text.optional(),
        until: date.optional(),
        note: text.optional(),
      }),
    },
    ({ response: { gap, ...fields } }) => ({ type: 'record_management_response', gap: gapId(gap), ...fields }),
  ),
  acknowledge_wording: verb({ acknowledge_wording: place, rule: text, reason: text }, (entry, references) => ({
    type: 'acknowledge_wording',
    of: findSeq(entry.acknowledge_wording, references),
    rule: entry.rule,
    reason: entry.reason,
  })),
  sign: verb({ sign: z.strictObject({ name: text, role: text, on: date }) }, ({ sign }) => ({
    type: 'sign_report',
    ...sign,
  })),
  approve_summary: verb({ approve_summary: z.strictObject(summaryApprovalFields) }, ({ approve_summary }) => ({
    type: 'approve_summary',
    ...approve_summary,
  })),
  finalise: verb({ finalise: yes }, () => ({ type: 'finalise_report' })),
  new_revision: verb({ new_revision: text }, ({ new_revision }) => ({ type: 'open_revision', reason: new_revision })),
};
