import { type ExerciseState, listStandingOf } from '../exercise/state.ts';
import { longDate } from '../local-time.ts';
import { dayOfLastSitting } from './day-of-last-sitting.ts';
import { listDecisionsToReview, listPromised } from './list-decisions.ts';
import { listFeed } from './list-feed.ts';
import { type PlacedBlocker, placeBlockers } from './place-blockers.ts';
import { type ReviewStep, reviewSteps } from './review-places.ts';
import { listSignatures } from './signatures.ts';
import { listWording } from './wording/list-wording.ts';

export type StepLine = {
  readonly step: ReviewStep;
  readonly name: string;
  /** What it holds already. */
  readonly entries: number;
  /** What blocks FINAL there. */
  readonly left: number;
};

export type ReviewView = {
  readonly title: string;
  readonly about: string;
  readonly version: string;
  /** `over` once the exercise has ended; until then only what belongs to any time can be written. */
  readonly phase: 'not_started' | 'running' | 'over' | 'final';
  readonly blockers: readonly PlacedBlocker[];
  readonly steps: readonly StepLine[];
};

export function describeReview(state: ExerciseState): ReviewView {
  const day = dayOfLastSitting(state);
  const held = day === null ? 'not held yet' : `held ${longDate(day)}`;
  const blockers = placeBlockers(state);
  return {
    title: state.scenario.title,
    about: `${state.scenario.quarter}, ${held}. ${state.setup?.plan.tlp ?? ''}`.trim(),
    version: `${state.version}.0`,
    phase: phaseOf(state),
    blockers,
    steps: reviewSteps.map(({ step, name }) => ({
      step,
      name,
      entries: countEntries(state, step),
      left: blockers.filter((blocker) => blocker.step === step).length,
    })),
  };
}

function phaseOf({ phase }: ExerciseState): ReviewView['phase'] {
  if (phase === 'not_started' || phase === 'final') return phase;
  return phase === 'ended' ? 'over' : 'running';
}

function countEntries(state: ExerciseState, step: ReviewStep): number {
  switch (step) {
    case 'hot_wash':
      return listStandingOf(state, 'item_parked').length;
    case 'decisions':
      return listDecisionsToReview(state).length;
    case 'timeline':
      return listFeed(state).length;
    case 'gaps':
      return listStandingOf(state, 'gap_recorded').length;
    case 'objectives':
      return state.setup?.plan.objectives.length ?? 0;
    case 'actions':
      return listStandingOf(state, 'action_agreed').length;
    case 'runbooks':
      return listStandingOf(state, 'runbook_change_proposed').length;
    case 'strengths':
      return listStandingOf(state, 'strength_recorded', 'observation_recorded').length;
    case 'open_items':
      return listStandingOf(state, 'item_parked').length + listPromised(state).length;
    case 'previous':
      return state.setup?.previous_actions.length ?? 0;
    case 'feedback':
      return listStandingOf(state, 'feedback_given').length;
    case 'leadership':
      return listStandingOf(state, 'leadership_asked', 'management_response_recorded', 'if_real_written').length;
    case 'wording':
      return listWording(state).length;
    case 'sign_off':
      return listSignatures(state).length;
  }
}
