import type { SavedEvent } from '../exercise/events.ts';
import { listLog } from '../exercise/log.ts';
import { type ExerciseState, listStandingOf } from '../exercise/state.ts';

/** Signs, approves or settles what stands there, and changes none of it. */
const signing: ReadonlySet<SavedEvent['type']> = new Set<SavedEvent['type']>([
  'report_signed',
  'summary_approved',
  'report_finalised',
]);

export const isSigning = ({ type }: SavedEvent): boolean => signing.has(type);

/** Signatures under the version as it stands: what was signed before a new revision was signed for another text. */
export function listSignatures(state: ExerciseState) {
  const opened = listLog(state.log).findLast(({ type }) => type === 'revision_opened')?.seq ?? 0;
  return listStandingOf(state, 'report_signed').filter(({ seq }) => seq > opened);
}
