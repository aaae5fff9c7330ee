import { type ExerciseState, listStandingOf } from '#core/exercise/state.ts';
import { dayOf } from '#core/local-time.ts';
import { writeCsv } from './write-csv.ts';

const columns = [
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

const priorities = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' } as const;

/** The actions this exercise agreed, in the columns of spec.md C.7. What happens to them later is in the register. */
export function writeActionItems(state: ExerciseState): string {
  const { setup } = state;
  const zone = setup?.organisation.time_zone ?? 'UTC';
  const gaps = new Map(listStandingOf(state, 'gap_recorded').map(({ data }) => [data.gap, data]));
  const rows = listStandingOf(state, 'action_agreed').map(({ t, data }) => {
    const gap = data.gap === undefined ? undefined : gaps.get(data.gap);
    const cells: Partial<Record<(typeof columns)[number], string | undefined>> = {
      action_id: data.register_id,
      title: data.title,
      description: data.description,
      gap_id: data.gap,
      exercise_id: setup?.exercise,
      source_inject: gap?.evidence.find((reference) => !reference.startsWith('#')),
      type: data.type,
      strength_of_fix: data.strength_of_fix,
      owner_role: data.owner_role,
      owner_name: data.owner_name,
      owner_email: data.owner_email,
      priority: gap?.severity && priorities[gap.severity],
      due_on: data.due_on,
      created_on: dayOf(t, zone),
      status: 'open',
      done_test: data.done_test,
      capability: gap?.capability,
      csf: gap?.csf,
      labels: setup?.sample ? 'exercise;sample' : 'exercise',
    };
    return columns.map((column) => cells[column] ?? '');
  });
  return writeCsv(columns, rows);
}
