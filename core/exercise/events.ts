import { z } from 'zod';
import {
  actionStatuses,
  channels,
  incidentFacts,
  incidentSeverities,
  managementDecisions,
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

const seq = z.int().positive();
const by = role.optional();
/** What holds of the incident, where a legal clock depends on it. */
const facts = z.array(z.enum(incidentFacts));

function event<Type extends string, Shape extends z.core.$ZodShape>(type: Type, data: Shape) {
  return z.strictObject({ type: z.literal(type), data: z.strictObject(data) });
}

const course = [
  z.strictObject({ type: z.literal('exercise_started'), data: setupSchema }),
  event('exercise_paused', { reason: text }),
  event('exercise_resumed', {}),
  event('exercise_suspended', { reason: text }),
  event('real_world_stop', { reason: text }),
  event('exercise_ended', {}),
  event('clock_reanchored', {
    after: z.enum(['sleep', 'restart']),
    gap_ms: z.int().nonnegative(),
    counted: z.boolean(),
  }),
] as const;

const runningOrder = [
  /** `showing` 1 is the release; from 2 on the room merely sees it again. */
  event('inject_released', {
    inject: text,
    already_done: z.boolean().default(false),
    showing: z.int().positive(),
    reinstated: z.boolean().default(false),
  }),
  event('inject_held', { inject: text, reason: text.optional() }),
  event('inject_skipped', { inject: text, reason: text.optional() }),
  event('inject_moved', { inject: text, to_min: z.number().nonnegative() }),
  z.strictObject({
    type: z.literal('injects_left_out'),
    data: z.strictObject(leftOutFields).refine(saysSomething, nothingSaid),
  }),
  event('inject_improvised', {
    inject: text,
    title: text,
    channel: z.enum(channels),
    from: text,
    to: text,
    subject: text.optional(),
    roles: z.array(role),
    body: text,
  }),
  /** `inject` and `attachment`, counted from 1: what is shown large; `inject` alone: what stands beside the artefact. */
  event('room_changed', {
    show: z.enum(roomCards),
    minutes: z.number().positive().optional(),
    inject: text.optional(),
    attachment: z.int().positive().optional(),
  }),
] as const;

const live = [
  event('detected', { inject: text, by }),
  event('action_observed', { action: text, by }),
  event('action_not_done', { action: text, by, reason: text.optional() }),
  event('question_asked', {
    question: text,
    inject: text.optional(),
    answer: text.optional(),
    to_room: z.boolean().default(false),
    by,
  }),
  event('decision_opened', {
    decision: text,
    inject: text.optional(),
    owner: role.optional(),
    question: text.optional(),
    target_min: z.number().positive().optional(),
  }),
  event('decision_options_shown', { decision: text }),
  /** `question` only where the decision was captured without being opened first. */
  event('decision_made', { decision: text, question: text.optional(), ...decisionFields }),
  event('decision_revised', { decision: text, ...decisionFields }),
  event('severity_changed', { severity: z.enum(incidentSeverities), by }),
  event('attendance_changed', {
    role,
    name: text.optional(),
    change: z.enum(['arrived', 'left']),
    stands_in_for: text.optional(),
  }),
  event('clock_recognised', { clock: text, inject: text.optional(), facts: facts.optional(), by }),
  event('clock_not_applicable', { clock: text, by: role, reason: text }),
  event('clock_filed', { clock: text, by, reference: text.optional() }),
] as const;

const reached = [
  event('incident_declared', { by }),
  event('exec_notified', { by }),
  event('containment_declared', { by }),
  event('eradication_declared', { by }),
  event('recovery_declared', { by }),
  event('statement_approved', { by }),
] as const;

const anyTime = [
  event('gap_recorded', { gap: text, ...gapFields }),
  event('strength_recorded', { strength: text, ...strengthFields }),
  event('observation_recorded', { observation: text, ...observationFields }),
  event('item_parked', { item: text, text, by }),
  event('action_agreed', { action_item: text, register_id: text, gap: text.optional(), ...actionItemFields }),
  event('runbook_change_proposed', { change: text, gap: text.optional(), ...runbookChangeFields }),
  event('entry_amended', { of: seq, with: z.record(z.string(), z.json()) }),
  event('entry_withdrawn', { of: seq, reason: text }),
  event('undone', { of: seq }),
] as const;

const review = [
  event('objective_rated', { objective: text, rating: z.enum(ratings), reason: text.optional(), by }),
  event('feedback_given', {
    scores: z.array(z.int().min(1).max(5)).length(12, 'The form has twelve statements, each scored 1 to 5.'),
    strength: text.optional(),
    gap: text.optional(),
    change_plan: text.optional(),
    change_exercise: text.optional(),
    unsaid: text.optional(),
  }),
  event('action_retested', { action: text, result: z.enum(retestResults), note: text.optional() }),
  event('action_status_changed', {
    action: text,
    status: z.enum(actionStatuses),
    evidence: text.optional(),
    verified_by: text.optional(),
    reason: text.optional(),
  }),
  event('if_real_written', { text, by: text.optional() }),
  event('leadership_asked', { what: text, cost: text.optional(), owner: text.optional(), by: date.optional() }),
  event('management_response_recorded', {
    gap: text,
    decision: z.enum(managementDecisions),
    by: text.optional(),
    until: date.optional(),
    note: text.optional(),
  }),
  /** `text`: the very words that stay, in `field` of the entry `of`. */
  event('wording_acknowledged', { of: seq, field: text, rule: text, text, reason: text }),
  event('report_signed', { name: text, role: text, on: date }),
  event('summary_approved', summaryApprovalFields),
  event('report_finalised', { version: text }),
  event('revision_opened', { version: text, reason: text }),
] as const;

/** The closed list of what can have happened. Past tense, never edited: a correction is another event. Source: definitions.md. */
export const eventSchema = z.discriminatedUnion('type', [
  ...course,
  ...runningOrder,
  ...live,
  ...reached,
  ...anyTime,
  ...review,
]);

/** `seq` alone gives the order; `t` is UTC for people, `m` steady milliseconds for every measure. */
export type SavedEvent = {
  readonly seq: number;
  readonly t: string;
  readonly m: number;
  readonly s: string;
} & ExerciseEvent;

export type ExerciseEvent = z.infer<typeof eventSchema>;
export type EventType = ExerciseEvent['type'];
export type EventOf<Type extends EventType> = Extract<ExerciseEvent, { type: Type }>;
export type SavedEventOf<Type extends EventType> = Extract<SavedEvent, { type: Type }>;
