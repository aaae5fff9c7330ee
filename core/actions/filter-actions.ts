import { isOpen } from '../plan/open-actions.ts';
import { foldName } from '../same-person.ts';
import { actionStatuses } from '../scenario/vocabulary.ts';
import { severities } from './priority.ts';
import { ageBucketOf, isOverdue } from './register-figures.ts';
import type { RegisteredAction } from './registered-action.ts';

export const statusChoices = ['not_closed', ...actionStatuses, 'all'] as const;
export type StatusChoice = (typeof statusChoices)[number];

/** Empty: any. */
export type ActionFilter = {
  readonly status: StatusChoice;
  readonly isOverdue: boolean;
  readonly hasReturned: boolean;
  readonly owner: string;
  readonly capability: string;
  readonly exercise: string;
  readonly severity: string;
  readonly age: string;
  /** Every word of it stands somewhere in the action. */
  readonly text: string;
};

export const noFilter: ActionFilter = {
  ...{ status: 'not_closed', isOverdue: false, hasReturned: false },
  ...{ owner: '', capability: '', exercise: '', severity: '', age: '', text: '' },
};

type Around = {
  readonly today: string;
  /** Keys of gaps that a later exercise recorded again, and titles of exercises. */
  readonly returned: ReadonlySet<string>;
  readonly titles: ReadonlyMap<string, string>;
};

/** What is due first stands first, what has no day last; among equals what weighs more, then by number. */
export function filterActions(
  actions: readonly RegisteredAction[],
  filter: ActionFilter,
  around: Around,
): readonly RegisteredAction[] {
  const words = foldName(filter.text).split(' ');
  return actions
    .filter((action) => fits(action, filter, around) && words.every((word) => textOf(action, around).includes(word)))
    .toSorted(
      (a, b) =>
        dayKey(a).localeCompare(dayKey(b)) ||
        severities.indexOf(a.severity ?? '') - severities.indexOf(b.severity ?? '') ||
        a.register_id.localeCompare(b.register_id, 'en', { numeric: true }),
    );
}

const dayKey = ({ due_on }: RegisteredAction) => due_on ?? '9999';

function fits(action: RegisteredAction, filter: ActionFilter, { today, returned }: Around): boolean {
  const { owner, capability, exercise, severity, age } = filter;
  return (
    fitsStatus(action, filter.status) &&
    (!filter.isOverdue || isOverdue(action, today)) &&
    (!filter.hasReturned || returned.has(gapKeyOf(action) ?? '')) &&
    (owner === '' || ownerOf(action) === owner) &&
    (capability === '' || action.capability === capability) &&
    (exercise === '' || action.exercise === exercise) &&
    (severity === '' || action.severity === severity) &&
    (age === '' || ageBucketOf(action, today) === age)
  );
}

function fitsStatus(action: RegisteredAction, status: StatusChoice): boolean {
  if (status === 'all') return true;
  return status === 'not_closed' ? isOpen(action) : action.status === status;
}

/** What one owner is chosen by: the name as its first writer wrote it, else the role. */
export function ownerOf({ owner_name, owner_role }: RegisteredAction): string {
  return owner_name === undefined ? (owner_role ?? '') : foldName(owner_name);
}

/** null where nobody can tell whether the gap came back. */
export function gapKeyOf({
  capability,
  condition,
}: {
  capability?: string | undefined;
  condition?: string | undefined;
}) {
  return capability === undefined || condition === undefined ? null : `${capability} ${condition}`;
}

const searched = [
  'register_id',
  'title',
  'description',
  'problem',
  'gap',
  'owner_name',
  'owner_email',
  'sponsor',
  'done_test',
  'evidence',
  'reason',
  'verified_by',
  'external_key',
  'exercise',
] as const satisfies readonly (keyof RegisteredAction)[];

/** Folding 400 actions at every key costs more than the search itself. */
const folded = new WeakMap<RegisteredAction, string>();

function textOf(action: RegisteredAction, { titles }: Around): string {
  const known = folded.get(action);
  if (known !== undefined) return known;
  const fields = [...searched.map((field) => action[field] ?? ''), titles.get(action.exercise) ?? ''];
  const text = foldName(fields.join(' '));
  folded.set(action, text);
  return text;
}
