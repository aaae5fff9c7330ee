import type { SavedEvent, SavedEventOf } from '../exercise/events.ts';
import { type ExerciseState, listStandingOf } from '../exercise/state.ts';

export type ReviewedDecision = {
  readonly seq: number;
  readonly event: SavedEvent;
  /** What a report would print of it and does not know yet, in words. */
  readonly missing: readonly string[];
};

type Made = SavedEventOf<'decision_made' | 'decision_revised'>['data'];

/** Every decision that was made or revised, with what is still to be filled in. Source: spec.md B.1 and C.1, section 3. */
export function listDecisionsToReview(state: ExerciseState): readonly ReviewedDecision[] {
  return listStandingOf(state, 'decision_made', 'decision_revised').map((event) => ({
    seq: event.seq,
    event,
    missing: listMissing(event.data),
  }));
}

function listMissing({ rationale, information, options_considered: options, confidence }: Made): readonly string[] {
  return [
    ...(rationale === undefined ? ['why'] : []),
    ...(information === undefined ? ['what was known'] : []),
    ...(options === undefined || options.length === 0 ? ['what else was considered'] : []),
    ...(confidence === undefined ? ['how sure people were'] : []),
  ];
}

/** Questions to which the room was promised an answer that has not come. */
export function listPromised(state: ExerciseState) {
  return listStandingOf(state, 'question_asked').filter(({ data }) => data.answer === 'promised');
}
