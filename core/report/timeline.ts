import { exerciseMinutesAt } from '../exercise/clock.ts';
import { listLog } from '../exercise/log.ts';
import type { ExerciseState } from '../exercise/state.ts';
import { walkStoryline } from '../exercise/storyline.ts';
import { localTimeOf } from '../local-time.ts';
import { isFeedback } from '../review/summarise-feedback.ts';
import { roundHalfUp } from '../round.ts';
import { describeEvent } from './describe-event.ts';

export const timelineColumns = [
  'seq',
  'exercise_time',
  'storyline_time',
  'wall_time',
  'kind',
  'ref',
  'role',
  'text',
  'tags',
] as const;

/**
 * Every event in `seq` order, also what was undone, withdrawn or amended: marked in `tags`, never left out.
 * `exercise_time` is net minutes with one decimal; the other two times are local, the wall's with its offset.
 */
export function listTimeline(state: ExerciseState): readonly (readonly string[])[] {
  const zone = state.setup?.organisation.time_zone ?? 'UTC';
  const marks = markEvents(state);
  const readLocalTime = rememberLast((t: string) => localTimeOf(t, zone));
  return Array.from(walkStoryline(state), ({ event, storylineTime }) => {
    const { ref, role, text } = describeEvent(event, state.scenario);
    const isAmendedForm = event.type === 'entry_amended' && isFeedback(state, event);
    return [
      String(event.seq),
      roundHalfUp(exerciseMinutesAt(state, event.m)).toFixed(1),
      storylineTime,
      readLocalTime(event.t),
      event.type,
      ref,
      role,
      isAmendedForm ? 'Amended: feedback form' : text,
      [...(marks.get(event.seq) ?? [])].join(' '),
    ];
  });
}

function markEvents(state: ExerciseState): ReadonlyMap<number, ReadonlySet<string>> {
  const marks = new Map<number, Set<string>>();
  const mark = (seq: number, word: string) => marks.set(seq, (marks.get(seq) ?? new Set()).add(word));
  for (const { type, data } of listLog(state.log)) {
    if (type === 'undone') mark(data.of, 'undone');
    if (type === 'entry_withdrawn') mark(data.of, 'withdrawn');
    if (type === 'entry_amended') mark(data.of, 'amended');
  }
  return marks;
}

/** Many events share a moment; its local time is worked out once. */
function rememberLast<Result>(read: (t: string) => Result): (t: string) => Result {
  let last: { readonly t: string; readonly result: Result } | null = null;
  return (t) => {
    if (last?.t !== t) last = { t, result: read(t) };
    return last.result;
  };
}
