import type { SavedEvent } from '../exercise/events.ts';
import { listLog } from '../exercise/log.ts';
import { measureDecisions } from '../exercise/metrics/decisions.ts';
import { findEndM } from '../exercise/metrics/measure-exercise.ts';
import { type ExerciseState, listStandingOf } from '../exercise/state.ts';
import { cutAtWord, listWords, plural } from '../report/term-words.ts';
import { listDecisionsToReview, listPromised } from './list-decisions.ts';
import { isGrave } from './list-final-blockers.ts';
import type { PlacedBlocker } from './place-blockers.ts';
import { isSigning, listSignatures } from './signatures.ts';

/** What the report prints as not written, not agreed or not signed. None of it blocks FINAL; whoever makes it final has read it. */
export function listLooseEnds(state: ExerciseState): readonly PlacedBlocker[] {
  return [
    ...listGaps(state),
    ...listDecisions(state),
    ...listActions(state),
    ...listQuestions(state),
    ...listLeadership(state),
    ...listSigning(state),
  ];
}

function listGaps(state: ExerciseState): readonly PlacedBlocker[] {
  return listStandingOf(state, 'gap_recorded').flatMap(({ data }) => {
    const { gap, when, missing, effect, element, capability, condition } = data;
    const words = namesOf({ 'when it showed': when, 'what was missing': missing, 'its effect': effect });
    const tags = namesOf({ element, capability, condition });
    return [
      ...(words.length > 0 ? [{ ...placed('gaps', gap), what: `not said: ${listWords(words)}` }] : []),
      ...(tags.length > 0 ? [{ ...placed('gaps', gap), what: `not chosen: ${listWords(tags)}` }] : []),
    ];
  });
}

function listDecisions(state: ExerciseState): readonly PlacedBlocker[] {
  const undecided = measureDecisions(state, findEndM(state)).filter(({ isDecided }) => !isDecided);
  const noReason = listDecisionsToReview(state).filter(({ missing }) => missing.includes('why'));
  return [
    ...undecided.map(({ id }) => ({ ...placed('decisions', id), what: 'opened, and never decided' })),
    ...noReason.map(({ event }) => ({ ...placed('decisions', nameOf(event)), what: 'no reason is recorded' })),
  ];
}

/** One that was taken in passing is known by its question: no document prints its number. */
function nameOf({ type, data }: SavedEvent): string {
  if (type !== 'decision_made') return type === 'decision_revised' ? data.decision : type;
  return data.question === undefined ? data.decision : cutAtWord(data.question, 60);
}

/** An owner and a day are no loose end where they block. */
function listActions(state: ExerciseState): readonly PlacedBlocker[] {
  const grave = new Set(
    listStandingOf(state, 'gap_recorded').flatMap(({ data }) => (isGrave(data.severity) ? [data.gap] : [])),
  );
  return listStandingOf(state, 'action_agreed').flatMap(({ data }) => {
    const { action_item, gap, owner_name, due_on, done_test, strength_of_fix } = data;
    const isBlocked = gap !== undefined && grave.has(gap);
    const lacks = namesOf({
      ...(isBlocked ? {} : { 'no owner': owner_name, 'no due date': due_on }),
      'no done-test': done_test,
      'no strength of fix': strength_of_fix,
    });
    return lacks.length > 0 ? [{ ...placed('actions', action_item), what: listWords(lacks) }] : [];
  });
}

function listQuestions(state: ExerciseState): readonly PlacedBlocker[] {
  return listPromised(state).map(({ seq }) => ({
    ...placed('open_items', `#${seq}`),
    where: 'Question',
    what: 'an answer was promised and is not here yet',
  }));
}

function listLeadership(state: ExerciseState): readonly PlacedBlocker[] {
  if (listStandingOf(state, 'if_real_written').length > 0) return [];
  return [{ ...placed('leadership', 'For leadership'), what: '“If this had been real” is not written' }];
}

/** Who signs a text signs what stands there then. */
function listSigning(state: ExerciseState): readonly PlacedBlocker[] {
  const last = new Map(listSignatures(state).map((event) => [event.data.role.toLowerCase(), event]));
  if (last.size === 0)
    return [{ ...placed('sign_off', 'Signatures'), what: `nobody has signed version ${state.version}.0` }];
  const changes = listLog(state.log).filter((event) => !isSigning(event));
  return [...last.values()].flatMap(({ seq, data: { name, role } }) => {
    const since = changes.filter((event) => event.seq > seq).length;
    const what = `${plural(since, 'entry was', 'entries were')} recorded after this signature`;
    return since === 0 ? [] : [{ ...placed('sign_off', `${name}, ${role}`), what }];
  });
}

const placed = (step: PlacedBlocker['step'], name: string) => ({ step, name, where: name });

const namesOf = (fields: Readonly<Record<string, unknown>>) =>
  Object.keys(fields).filter((name) => fields[name] === undefined);
