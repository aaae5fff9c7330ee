import { exerciseMinutesAt } from '../exercise/clock.ts';
import type { EventType, SavedEvent } from '../exercise/events.ts';
import { type ExerciseState, listStanding, listStandingOf } from '../exercise/state.ts';
import { idOf, isCapture } from '../exercise/topics.ts';
import { describeEvent } from '../report/describe-event.ts';
import { isFeedback } from './summarise-feedback.ts';

export type FeedKind =
  | 'decision'
  | 'gap'
  | 'strength'
  | 'observation'
  | 'action'
  | 'parked'
  | 'inject'
  | 'review'
  | 'other';

export const feedKinds: Readonly<Record<FeedKind, { readonly name: string; readonly letter: string | null }>> = {
  decision: { name: 'Decisions', letter: 'D' },
  gap: { name: 'Gaps', letter: 'G' },
  strength: { name: 'Strengths', letter: 'S' },
  observation: { name: 'Observations', letter: 'O' },
  action: { name: 'Actions', letter: 'A' },
  parked: { name: 'Parked', letter: 'P' },
  inject: { name: 'Injects', letter: null },
  review: { name: 'Review', letter: null },
  other: { name: 'Everything else', letter: null },
};

/** One entry that stands, as the feed shows it. */
export type FeedRow = {
  readonly seq: number;
  readonly event: SavedEvent;
  /** `T+47`: whole minutes of the exercise clock; `after` for what was written after the end. */
  readonly mark: string;
  readonly kind: FeedKind;
  readonly id: string | null;
  readonly text: string;
  /** Can be amended and withdrawn. */
  readonly isCapture: boolean;
};

const listed = new WeakMap<ExerciseState, readonly FeedRow[]>();

/** All that stands: the play in the order of its time, then what was written after it. A form is named and never told. */
export function listFeed(state: ExerciseState): readonly FeedRow[] {
  const known = listed.get(state) ?? gatherFeed(state);
  listed.set(state, known);
  return known;
}

function gatherFeed(state: ExerciseState): readonly FeedRow[] {
  const ended = listStandingOf(state, 'exercise_ended')[0]?.seq ?? Number.POSITIVE_INFINITY;
  const timeOf = ({ seq, m }: SavedEvent) => (seq > ended ? Number.MAX_VALUE : m);
  return listStanding(state)
    .filter(({ type }) => type !== 'entry_amended')
    .sort((one, other) => timeOf(one) - timeOf(other) || one.seq - other.seq)
    .map((event) => ({
      seq: event.seq,
      event,
      mark: event.seq > ended ? 'after' : `T+${Math.floor(exerciseMinutesAt(state, event.m))}`,
      kind: kindOf(event.type),
      id: idOf(event) ?? null,
      text: isFeedback(state, event) ? 'Feedback form' : describeEvent(event, state.scenario).text,
      isCapture: isCapture(event.type),
    }));
}

const kinds: Partial<Record<EventType, FeedKind>> = {
  decision_opened: 'decision',
  decision_made: 'decision',
  decision_revised: 'decision',
  gap_recorded: 'gap',
  strength_recorded: 'strength',
  observation_recorded: 'observation',
  item_parked: 'parked',
  action_agreed: 'action',
  runbook_change_proposed: 'review',
  objective_rated: 'review',
  feedback_given: 'review',
  action_retested: 'review',
  action_status_changed: 'review',
  if_real_written: 'review',
  leadership_asked: 'review',
  management_response_recorded: 'review',
  wording_acknowledged: 'review',
  report_signed: 'review',
  summary_approved: 'review',
  report_finalised: 'review',
  revision_opened: 'review',
};

function kindOf(type: EventType): FeedKind {
  return kinds[type] ?? (type.startsWith('inject') ? 'inject' : 'other');
}

/** What may be cited as evidence: injects that were released by their id, entries of the play by `#seq`. */
export type EvidenceRow = Pick<FeedRow, 'mark' | 'kind' | 'text'> & { readonly reference: string };

export function listEvidence(state: ExerciseState, except: number | null): readonly EvidenceRow[] {
  const seen = new Set<string>();
  return listFeed(state).flatMap(({ seq, event, mark, kind, text, isCapture: isCited }) => {
    if (seq === except || kind === 'review' || kind === 'action') return [];
    const isRelease = event.type === 'inject_released';
    if (!isRelease && !isCited) return [];
    const reference = isRelease ? event.data.inject : `#${seq}`;
    if (seen.has(reference)) return [];
    seen.add(reference);
    return [{ reference, mark, kind, text }];
  });
}
