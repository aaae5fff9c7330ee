import { z } from 'zod';
import {
  actionStatuses,
  channels,
  incidentFacts,
  incidentSeverities,
  managementDecisions,
  milestones,
  ratings,
  retestResults,
  roomCards,
} from '../scenario/vocabulary.ts';
import {
  actionItemFields,
  captureDate as date,
  decisionFields,
  gapFields,
  observationFields,
  role,
  runbookChangeFields,
  strengthFields,
  summaryApprovalFields,
  captureText as text,
} from './events/captures.ts';
import { leftOutFields, nothingSaid, saysSomething } from './finish.ts';
import { setupSchema } from './setup.ts';
import { tellsWhy, whyNeeded } from './tells-why.ts';

const by = role.optional();
const seq = z.int().positive();
const reason = text.optional();
/** A day: more is a slip, and would not fit on the card. */
const mostCardMinutes = 1_440;

function command<Type extends string, Shape extends z.core.$ZodShape>(type: Type, fields: Shape) {
  return z.strictObject({ type: z.literal(type), ...fields });
}

const startExercise = z.strictObject({ type: z.literal('start_exercise'), setup: setupSchema });

const course = [
  command('pause_exercise', { reason: text }),
  /** `on` opens the next sitting and is needed after `suspend_exercise`: UTC. */
  command('resume_exercise', { on: z.iso.datetime().optional() }),
  command('suspend_exercise', { reason: text }),
  command('stop_for_real_world', { reason: text }),
  command('end_exercise', {}),
  command('reanchor_clock', {
    after: z.enum(['sleep', 'restart']),
    gap_ms: z.int().nonnegative(),
    counted: z.boolean(),
  }),
] as const;

const runningOrder = [
  command('release_inject', { inject: text, already_done: z.boolean().default(false) }),
  command('hold_inject', { inject: text, reason }),
  command('skip_inject', { inject: text, reason }),
  command('move_inject', { inject: text, to_min: z.number().nonnegative() }),
  command('leave_out_injects', leftOutFields).refine(saysSomething, nothingSaid),
  command('improvise_inject', {
    title: text,
    channel: z.enum(channels),
    from: text,
    to: text,
    subject: text.optional(),
    roles: z.array(role).default([]),
    body: text,
  }),
  /** `attachment` shows that one of the inject large, counted from 1; `compare` shows the inject beside the artefact. */
  command('change_room', {
    show: z.enum(roomCards),
    minutes: z.number().positive().max(mostCardMinutes).optional(),
    inject: text.optional(),
    attachment: z.int().positive().optional(),
  }),
] as const;

const live = [
  command('record_detection', { inject: text, by }),
  command('record_action', { action: text, by }),
  command('record_action_not_done', { action: text, by, reason }),
  command('record_question', {
    question: text,
    inject: text.optional(),
    answer: text.optional(),
    to_room: z.boolean().default(false),
    by,
  }),
  command('open_decision', {
    decision: text,
    inject: text.optional(),
    owner: role.optional(),
    question: text.optional(),
    target_min: z.number().positive().optional(),
  }),
  command('show_decision_options', { decision: text }),
  /** `decision: new` is the one-key capture: no latency, in no rate. */
  command('record_decision', { decision: text, question: text.optional(), ...decisionFields }),
  command('revise_decision', { decision: text, ...decisionFields }),
  command('change_severity', { severity: z.enum(incidentSeverities), by }),
  command('change_attendance', {
    role,
    name: text.optional(),
    change: z.enum(['arrived', 'left']),
    stands_in_for: text.optional(),
  }),
  /** With `facts`, all the clock depends on must be among them; without, nobody asked. */
  command('recognise_clock', {
    clock: text,
    inject: text.optional(),
    facts: z.array(z.enum(incidentFacts)).optional(),
    by,
  }),
  command('rule_out_clock', { clock: text, by: role, reason: text }),
  command('file_clock', { clock: text, by, reference: text.optional() }),
  command('declare_milestone', { milestone: z.enum(milestones), by }),
] as const;

/** `register_id` is reserved by the register before the command is given: `AI-2026Q4-007`. */
const agreeAction = command('agree_action', {
  id: text.regex(/^AI-[1-9]\d*$/, 'Write a number such as AI-1, or leave it out.').optional(),
  register_id: text,
  gap: text.optional(),
  item: z.strictObject(actionItemFields),
});

const anyTime = [
  command('record_gap', gapFields),
  command('record_strength', strengthFields),
  command('record_observation', observationFields),
  command('park_item', { text, by }),
  command('propose_runbook_change', { gap: text.optional(), change: z.strictObject(runbookChangeFields) }),
  command('amend_entry', { of: seq, with: z.record(z.string(), z.json()) }),
  command('withdraw_entry', { of: seq, reason: text }),
  command('undo_last', {}),
] as const;

const review = [
  command('rate_objective', { objective: text, rating: z.enum(ratings), reason, by }),
  command('record_feedback', {
    scores: z.array(z.int().min(1).max(5)).length(12, 'The form has twelve statements, each scored 1 to 5.'),
    strength: text.optional(),
    gap: text.optional(),
    change_plan: text.optional(),
    change_exercise: text.optional(),
    unsaid: text.optional(),
  }),
  command('retest_action', { action: text, result: z.enum(retestResults), note: text.optional() }),
  command('change_action_status', {
    action: text,
    status: z.enum(actionStatuses),
    evidence: text.optional(),
    verified_by: text.optional(),
    reason,
  }),
  command('write_if_real', { text, by: text.optional() }),
  command('ask_leadership', { what: text, cost: text.optional(), owner: text.optional(), by: date.optional() }),
  command('record_management_response', {
    gap: text,
    decision: z.enum(managementDecisions),
    by: text.optional(),
    until: date.optional(),
    note: text.optional(),
  }),
  command('acknowledge_wording', { of: seq, rule: text, reason: text.refine(tellsWhy, whyNeeded) }),
  command('sign_report', { name: text, role: text, on: date }),
  command('approve_summary', summaryApprovalFields),
  command('finalise_report', {}),
  command('open_revision', { reason: text }),
] as const;

const common = [...course, ...runningOrder, ...live, ...anyTime, ...review] as const;

/** What can be asked for. Imperative: `decide` may refuse each of them. Every verb of a captures file is one of these. */
export const commandSchema = z.discriminatedUnion('type', [startExercise, agreeAction, ...common]);

/** As many as a window gives in one request: those of a few tenths of a second. */
export const commandsAtOnce = 50;

/** What a window asks for: no start, which needs a folder, and no register id, which whoever keeps the register adds. */
export const windowCommandSchema = z.discriminatedUnion('type', [agreeAction.omit({ register_id: true }), ...common]);

export type Command = z.infer<typeof commandSchema>;
export type WindowCommand = z.infer<typeof windowCommandSchema>;
/** As a window may write it: what has a default may be left out. */
export type AskedCommand = z.input<typeof windowCommandSchema>;
export type CommandType = Command['type'];
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;
