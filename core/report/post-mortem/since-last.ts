import type { Facts } from '../facts.ts';
import { listWords, plural } from '../term-words.ts';

/** What became of the actions of the exercise before; in numbers alone where there is no room for more. */
export function tellSinceLast({ previous, setup }: Facts, hasDetails: boolean): string {
  const { counts, repeatGaps, actions, exercise } = previous;
  if (exercise === null) {
    return 'The plan names no earlier exercise; there are no earlier actions to report.';
  }
  if (counts.total === 0) return `The exercise before, ${exercise}, left no actions.`;
  const overdue = actions.filter(({ isOverdue }) => isOverdue).map(({ register_id }) => register_id);
  if (!hasDetails)
    return `${counts.closed} of ${plural(counts.total, 'action')} closed, ${counts.overdue} overdue, ${counts.notHeld} did not hold when re-tested; all in section 1.`;
  const failed = actions.filter(({ isClosed, retest }) => isClosed && retest?.result === 'not_held').length;
  const butFailed = failed > 0 ? `, ${failed} of them without holding when re-tested` : '';
  const parts = [
    `${counts.closed} of ${plural(counts.total, 'action')} closed, ${counts.verified} of them verified${butFailed}`,
  ];
  parts.push(overdue.length === 0 ? 'none is overdue' : `overdue: ${listWords(overdue)}`);
  parts.push(`re-tested today: ${counts.held} held, ${counts.notHeld} did not, ${counts.notTested} not tested`);
  const repeats = repeatGaps.map(({ gap, actions: ids }) => {
    const registered = ids.map((id) => setup.previous_actions.find((action) => action.id === id)?.register_id ?? id);
    return `${gap} repeats what ${listWords(registered)} was to close`;
  });
  return `${[...parts, ...repeats].join('; ')}.`;
}
