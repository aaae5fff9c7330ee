import { exerciseMinutesAt, storylineTimeAt } from '../exercise/clock.ts';
import { listLog } from '../exercise/log.ts';
import { roundHalfUp } from '../exercise/metrics/round.ts';
import type { ExerciseState } from '../exercise/state.ts';
import { describeEvent } from './describe-event.ts';
import { localTimeOf } from './local-time.ts';

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

/** Every event in `seq` order, also what was undone, withdrawn or amended: marked in `tags`, never left out. `exercise_time` in net minutes. */
export function listTimeline(state: ExerciseState): readonly (readonly string[])[] {
  const zone = state.setup?.organisation.time_zone ?? 'UTC';
  const marks = markEvents(state);
  const storyline = rememberLast((m: number) => storylineTimeAt(state, m));
  return listLog(state.log).map((event) => {
    const { ref, role, text } = describeEvent(event, state.scenario);
    return [
      String(event.seq),
      roundHalfUp(exerciseMinutesAt(state, event.m)).toFixed(1),
      storyline(event.m),
      localTimeOf(event.t, zone),
      event.type,
      ref,
      role,
      text,
      (marks.get(event.seq) ?? []).join(' '),
    ];
  });
}

function markEvents(state: ExerciseState): ReadonlyMap<number, readonly string[]> {
  const marks = new Map<number, string[]>();
  const mark = (seq: number, word: string) => marks.set(seq, [...(marks.get(seq) ?? []), word]);
  for (const { type, data } of listLog(state.log)) {
    if (type === 'undone') mark(data.of, 'undone');
    if (type === 'entry_withdrawn') mark(data.of, 'withdrawn');
    if (type === 'entry_amended') mark(data.of, 'amended');
  }
  return marks;
}

/** Many events share a moment; the storyline clock is read once for it. */
function rememberLast<Result>(read: (m: number) => Result): (m: number) => Result {
  let last: { readonly m: number; readonly result: Result } | null = null;
  return (m) => {
    if (last?.m !== m) last = { m, result: read(m) };
    return last.result;
  };
}
