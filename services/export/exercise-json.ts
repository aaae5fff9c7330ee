import { listLog } from '#core/exercise/log.ts';
import { measureExercise } from '#core/exercise/metrics/measure-exercise.ts';
import { type ExerciseState, listStandingOf } from '#core/exercise/state.ts';
import { isNotRated, rateCapabilities, rateObjectives } from '#core/review/rate-objectives.ts';
import { isFeedback, summariseFeedback } from '#core/review/summarise-feedback.ts';

/** The whole record for other programs, in the shape of `exerciseDocumentSchema`. The same journal gives the same bytes. */
export function writeExerciseJson(state: ExerciseState, head: string): string {
  const { setup } = state;
  if (!setup) throw new Error('An exercise that has not started has nothing to export.');
  const rated = rateObjectives(state);
  const feedback = summariseFeedback(state);
  const document = {
    schema: 'muster-exercise/1',
    exercise: setup.exercise,
    scenario: setup.scenario,
    plan: {
      ...setup.plan,
      sample: setup.sample,
      organisation: setup.organisation,
      left_out: setup.left_out,
      placeholders: setup.placeholders,
      previous_actions: setup.previous_actions,
      ...(setup.previous_measures && { previous_measures: setup.previous_measures }),
    },
    participants: setup.participants,
    events: listLog(state.log).map((event) => {
      const { seq, t, m, s, type, data } = event;
      const isWithheld = feedback.suppressed && isFeedback(state, event);
      return { seq, t, m, s, type, data: isWithheld ? { withheld: 'fewer than four forms' } : data };
    }),
    record: { ...listRecord(state), feedback },
    metrics: measureExercise(state),
    ratings: {
      rated: !isNotRated(state),
      objectives: rated.map(({ objective, suggestion, because, final, tasks, gaps, seen, exercised }) => ({
        objective: objective.id,
        capability: objective.capability,
        suggestion,
        because,
        rating: final?.rating ?? null,
        reason: final?.reason ?? null,
        by: final?.by ?? null,
        tasks_observed: seen,
        tasks_exercised: exercised,
        tasks: tasks.map(({ name, id, state: task, minutes, targetMinutes }) => ({
          name,
          id,
          state: task,
          minutes,
          target_min: targetMinutes,
        })),
        gaps,
      })),
      capabilities: rateCapabilities(rated),
    },
    head,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** What stands, by kind, with amendments applied. `event` is its kind: an action has a `type` of its own. */
function listRecord(state: ExerciseState) {
  const dataOf = (...types: Parameters<typeof listStandingOf>[1][]) =>
    listStandingOf(state, ...types).map(({ seq, t, m, type, data }) => ({ seq, t, m, event: type, ...data }));
  return {
    decisions: dataOf('decision_opened', 'decision_options_shown', 'decision_made', 'decision_revised'),
    gaps: dataOf('gap_recorded'),
    strengths: dataOf('strength_recorded'),
    observations: dataOf('observation_recorded'),
    actions: dataOf('action_agreed'),
    runbook_changes: dataOf('runbook_change_proposed'),
    questions: dataOf('question_asked'),
    parked: dataOf('item_parked'),
    clocks: dataOf('clock_recognised', 'clock_not_applicable', 'clock_filed'),
    asks: dataOf('leadership_asked'),
    if_real: dataOf('if_real_written'),
    responses: dataOf('management_response_recorded'),
    retests: dataOf('action_retested', 'action_status_changed'),
    signatures: dataOf('report_signed'),
    approvals: dataOf('summary_approved'),
  };
}
