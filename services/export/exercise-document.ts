import { z } from 'zod';
import { type EventType, eventSchema } from '#core/exercise/events.ts';
import { setupSchema } from '#core/exercise/setup.ts';
import { capabilities, ratings, roles } from '#core/scenario/vocabulary.ts';

const text = z.string();
const minutes = z.number().nonnegative().nullable().describe('Minutes, one decimal; null where it is missing.');
const percent = z.number().min(0).max(100).nullable().describe('Per cent, one decimal; null where it is missing.');
const stamp = { seq: z.int().positive(), t: z.iso.datetime(), m: z.number().nonnegative() };
const run = { s: text };

/** Feedback is not told apart below four forms. Source: spec.md B.10. */
const withheldFeedback = z.strictObject({
  ...stamp,
  ...run,
  type: z.enum(['feedback_given', 'entry_amended']),
  data: z.strictObject({ withheld: z.literal('fewer than four forms') }),
});

const events = eventSchema.options.map((option) => z.strictObject({ ...stamp, ...run, ...option.shape }));

/** What stands of one or more kinds: the event's own fields beside its number and times, with amendments applied. */
function entriesOf(...types: readonly EventType[]) {
  const options = eventSchema.options.filter(({ shape }) => types.some((type) => type === shape.type.value));
  return z.array(
    z.union(options.map(({ shape }) => z.strictObject({ ...stamp, event: shape.type, ...shape.data.shape }))),
  );
}

const feedback = z.strictObject({
  n: z.int().nonnegative(),
  suppressed: z.boolean().describe('Fewer than four forms.'),
  means: z.array(z.number().min(1).max(5)).length(12).nullable(),
  could_speak_openly: z.number().min(1).max(5).nullable(),
});

const record = z.strictObject({
  decisions: entriesOf('decision_opened', 'decision_options_shown', 'decision_made', 'decision_revised'),
  gaps: entriesOf('gap_recorded'),
  strengths: entriesOf('strength_recorded'),
  observations: entriesOf('observation_recorded'),
  actions: entriesOf('action_agreed'),
  runbook_changes: entriesOf('runbook_change_proposed'),
  questions: entriesOf('question_asked'),
  parked: entriesOf('item_parked'),
  clocks: entriesOf('clock_recognised', 'clock_not_applicable', 'clock_filed'),
  feedback,
  asks: entriesOf('leadership_asked'),
  if_real: entriesOf('if_real_written'),
  responses: entriesOf('management_response_recorded'),
  retests: entriesOf('action_retested', 'action_status_changed'),
  signatures: entriesOf('report_signed'),
  approvals: entriesOf('summary_approved'),
});

const decisionMeasure = z.strictObject({
  latency_min: minutes,
  open_min: minutes,
  target_min: z.number().positive().nullable(),
  decided: z.boolean(),
  on_time: z.boolean(),
  revisions: z.int().nonnegative(),
});

/** Further keys may come; these stay. */
const metrics = z.looseObject({
  wall_minutes: minutes,
  paused_minutes: minutes,
  net_minutes: minutes,
  detection: z.strictObject({
    detectable: z.int().nonnegative(),
    detected: z.int().nonnegative(),
    coverage_pct: percent,
    ttd_min: z.record(text, z.number().nonnegative()),
    mttd_min: minutes,
    median_min: minutes,
    missed: z.array(text),
    within_target: z.array(text),
  }),
  time_to_declare_min: minutes,
  exec_notification_min: minutes,
  time_to_contain_min: minutes,
  time_to_recover_min: minutes,
  clock_recognition_min: minutes,
  decisions: z.record(text, decisionMeasure),
  decision_mean_min: minutes,
  decision_median_min: minutes,
  decided_rate_pct: percent,
  on_time_rate_pct: percent,
  undecided: z.array(text),
  actions: z.record(text, z.enum(['on_time', 'late', 'not_observed'])),
  actions_observed_pct: percent,
  actions_on_time_pct: percent,
  statement_latency_min: minutes,
  clocks: z.record(
    text,
    z.strictObject({
      status: z.enum(['not_recognised', 'recognised', 'not_applicable', 'filed']),
      recognition_min: minutes,
      deadline: text
        .nullable()
        .describe('UTC to the second, or a date at whose end it falls; null: the law gives no number.'),
      used_min: z.int().nullable().describe('Storyline minutes, at the filing, else at the end.'),
      left_min: z.int().nullable(),
    }),
  ),
  participation: z.partialRecord(z.enum(roles), minutes),
  sittings: z.int().positive(),
  notes: z.array(text),
});

const rating = z.enum(ratings);
const ratedObjective = z.strictObject({
  objective: text,
  capability: z.enum(capabilities),
  suggestion: rating.nullable().describe('null: no evidence, the evaluator decides.'),
  because: text,
  rating: rating.nullable().describe('The final rating; null until the evaluator gave it.'),
  reason: text.nullable(),
  by: z.enum(roles).nullable(),
  tasks_observed: z.int().nonnegative(),
  tasks_exercised: z.int().nonnegative(),
  tasks: z.array(
    z.strictObject({
      name: text,
      id: text,
      state: z.enum(['done_on_time', 'done_late', 'not_done', 'not_seen', 'not_exercised']),
      minutes,
      target_min: z.number().positive().nullable(),
    }),
  ),
  gaps: z.array(text),
});

const { plan, organisation, placeholders, left_out, previous_actions, previous_measures, sample } = setupSchema.shape;

/** `exercise.json`. Published as schemas/exercise.schema.json. Source: definitions.md, "Files". */
export const exerciseDocumentSchema = z.strictObject({
  schema: z.literal('muster-exercise/1'),
  exercise: text,
  scenario: setupSchema.shape.scenario,
  plan: plan.extend({ sample, organisation, placeholders, left_out, previous_actions, previous_measures }),
  participants: setupSchema.shape.participants,
  events: z.array(z.union([...events, withheldFeedback])),
  record,
  metrics,
  ratings: z.strictObject({
    rated: z
      .boolean()
      .describe('false: facilitator and Incident Commander were one person; documents say "not rated".'),
    objectives: z.array(ratedObjective),
    capabilities: z.partialRecord(z.enum(capabilities), rating),
  }),
  head: text.describe("Hash of the journal's last line."),
});
