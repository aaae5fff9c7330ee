import type { SavedEvent } from '../exercise/events.ts';
import { eventAt } from '../exercise/log.ts';
import { type ExerciseState, listStandingOf } from '../exercise/state.ts';
import { meanOf, roundOrNull } from '../round.ts';

const fewestForms = 4;
const openlyItem = 5;

/** Means of the twelve statements; suppressed below four forms, so that nobody can be recognised. Source: spec.md B.10. */
export function summariseFeedback(state: ExerciseState) {
  const forms = listStandingOf(state, 'feedback_given').map(({ data }) => data);
  if (forms.length < fewestForms) return { n: forms.length, suppressed: true, means: null, could_speak_openly: null };
  const means = Array.from({ length: 12 }, (_, item) =>
    roundOrNull(meanOf(forms.map(({ scores }) => scores[item] ?? 0))),
  );
  return { n: forms.length, suppressed: false, means, could_speak_openly: means[openlyItem] ?? null };
}

/** A form, or a correction of one: what is in it is told of nobody alone. */
export function isFeedback(state: ExerciseState, { type, data }: SavedEvent): boolean {
  if (type === 'entry_amended') return eventAt(state.log, data.of)?.type === 'feedback_given';
  return type === 'feedback_given';
}
