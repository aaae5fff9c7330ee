import type { SavedEventOf } from '../exercise/events.ts';
import { type ExerciseState, listStandingOf } from '../exercise/state.ts';
import { type GapSeverity, gapSeverities } from '../scenario/vocabulary.ts';

/** Asked always, in this order; each answer becomes an entry of this kind. Source: spec.md B.9. */
export const hotWashQuestions = [
  { question: 'What worked that we must keep?', verb: 'record_strength', field: 'what', answer: 'What worked' },
  { question: 'Where did we wait, and for what?', verb: 'record_gap', field: 'title', answer: 'What we waited for' },
  { question: 'What one change would help most?', verb: 'agree_action', field: 'title', answer: 'The one change' },
] as const;

/** Asked if there is time. */
export const furtherQuestions = [
  'One word each: how was it?',
  'What surprised you?',
  'What did you need to know and could not find?',
  'Which decision would you revisit with the same information?',
  'Where were we lucky?',
  'What would have differed at 03:00 on a Sunday?',
  'Whom do you want to thank?',
] as const;

/** Of each, as many are read aloud; the others are there to be looked at. */
export const readBackMost = 3;

type Action = SavedEventOf<'action_agreed'>['data'];
export type ReadBack = {
  readonly strengths: readonly SavedEventOf<'strength_recorded'>['data'][];
  readonly gaps: readonly { readonly gap: SavedEventOf<'gap_recorded'>['data']; readonly actions: readonly Action[] }[];
};

/** What is said aloud before people go: strengths first, then gaps, the gravest first, with who volunteered for what. */
export function listReadBack(state: ExerciseState): ReadBack {
  const actions = listStandingOf(state, 'action_agreed').map(({ data }) => data);
  const rank = (severity?: GapSeverity) =>
    severity === undefined ? gapSeverities.length : gapSeverities.indexOf(severity);
  const gaps = listStandingOf(state, 'gap_recorded')
    .map(({ data }) => data)
    .toSorted((one, other) => rank(one.severity) - rank(other.severity));
  return {
    strengths: listStandingOf(state, 'strength_recorded').map(({ data }) => data),
    gaps: gaps.map((gap) => ({ gap, actions: actions.filter((action) => action.gap === gap.gap) })),
  };
}
