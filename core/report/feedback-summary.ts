import type { ExerciseState } from '../exercise/state.ts';
import { feedbackStatements } from '../review/forms/field.ts';
import { summariseFeedback } from '../review/summarise-feedback.ts';

export const feedbackColumns = ['statement', 'mean', 'n'] as const;

/** Means of the forms; below four their number alone, so that nobody can be recognised. */
export function listFeedbackSummary(state: ExerciseState): readonly (readonly string[])[] {
  const { n, means } = summariseFeedback(state);
  if (means === null) return [[n === 0 ? 'no form was given' : 'suppressed: fewer than four forms', '', String(n)]];
  return feedbackStatements.map((statement, at) => [statement, means[at]?.toFixed(1) ?? '', String(n)]);
}
