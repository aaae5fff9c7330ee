import { mayBeSamePerson } from '../../same-person.ts';
import type { CommandOf } from '../commands.ts';
import { refuse } from '../refusals.ts';
import type { ExerciseState } from '../state.ts';
import { refuseEarly } from './refuse-early.ts';

type Change = CommandOf<'propose_runbook_change'>['change'];

/** A change is approved by somebody else, makes a version of its own, and is in force only after the exercise that asked for it. */
export function refuseRunbookChange(
  state: ExerciseState,
  { runbook, proposer, approver, new_version, effective_on, due_on }: Partial<Change>,
) {
  if (proposer !== undefined && approver !== undefined && mayBeSamePerson(proposer, approver))
    return refuse('self_proposed', approver);
  const tested = state.setup?.plan.runbooks.find(({ id }) => id === runbook)?.version;
  if (new_version !== undefined && tested?.toLowerCase() === new_version.trim().toLowerCase())
    return refuse('version_tested', `${runbook} ${tested}`);
  return refuseEarly(state, effective_on) ?? refuseEarly(state, due_on);
}

export const fieldsOfApproval: readonly (keyof Change)[] = [
  'proposer',
  'approver',
  'new_version',
  'effective_on',
  'due_on',
  'runbook',
];
