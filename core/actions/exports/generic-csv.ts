import { priorityOf } from '../priority.ts';
import type { RegisteredAction } from '../registered-action.ts';
import type { ExportFile } from './export-file.ts';
import { describeAction, labelsOf } from './export-text.ts';

/** Source: spec.md C.7. */
export const registerColumns = [
  'action_id',
  'title',
  'description',
  'gap_id',
  'exercise_id',
  'source_inject',
  'type',
  'strength_of_fix',
  'owner_role',
  'owner_name',
  'owner_email',
  'priority',
  'due_on',
  'created_on',
  'status',
  'done_test',
  'evidence',
  'verified_by',
  'verified_on',
  'capability',
  'csf',
  'labels',
  'estimate',
  'external_key',
  'external_url',
] as const;

/** Every column, text as it was typed. `action-items.csv` of an exercise is this with what that exercise agreed. */
export function listRegisterRow(action: RegisteredAction, isSample: boolean): readonly string[] {
  const cells: Readonly<Record<(typeof registerColumns)[number], string | undefined>> = {
    action_id: action.register_id,
    title: action.title,
    description: describeAction(action)
      .map(([name, text]) => `${name}: ${text}`)
      .join('\n'),
    gap_id: action.gap,
    exercise_id: action.exercise,
    source_inject: action.source_inject,
    type: action.type,
    strength_of_fix: action.strength_of_fix,
    owner_role: action.owner_role,
    owner_name: action.owner_name,
    owner_email: action.owner_email,
    priority: priorityOf(action),
    due_on: action.due_on,
    created_on: action.created_on,
    status: action.status,
    done_test: action.done_test,
    evidence: tellEvidence(action),
    verified_by: action.verified_by,
    verified_on: action.verified_on,
    capability: action.capability,
    csf: action.csf,
    labels: labelsOf(action, isSample).join(';'),
    estimate: action.estimate,
    external_key: action.external_key,
    external_url: action.external_url,
  };
  return registerColumns.map((column) => cells[column] ?? '');
}

/** Of what will not be done, the reason and who accepts the risk stand where evidence of closure does. */
function tellEvidence({ status, evidence, reason, accepted_by }: RegisteredAction): string {
  if (status !== 'wont_do') return evidence ?? '';
  const dropped = [reason && `Reason: ${reason}`, accepted_by && `Risk accepted by: ${accepted_by}`, evidence];
  return dropped.filter((part) => part !== undefined && part !== '').join('\n');
}

export function listGenericFile(actions: readonly RegisteredAction[], isSample: boolean): ExportFile {
  const rows = actions.map((action) => listRegisterRow(action, isSample));
  return { is: 'table', name: 'action-register.csv', header: registerColumns, rows };
}
