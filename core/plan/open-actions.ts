import { ownerWords } from '../report/facts.ts';
import type { actionStatuses, Role } from '../scenario/vocabulary.ts';

type Status = (typeof actionStatuses)[number];

export type Registered = {
  readonly register_id: string;
  readonly title: string;
  readonly exercise: string;
  readonly owner_name?: string | undefined;
  readonly owner_role?: string | undefined;
  readonly due_on?: string | undefined;
  readonly status: Status;
};

/** An action of the register that nobody has closed, in the words of a list. */
export type OpenAction = {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  /** As it was written; null where no date was set. */
  readonly dueOn: string | null;
  readonly exercise: string;
  /** Of its exercise; null where that is not in the workspace any more. */
  readonly exerciseTitle: string | null;
};

const closed: ReadonlySet<Status> = new Set<Status>(['done', 'verified', 'wont_do']);

export function isOpen({ status }: Pick<Registered, 'status'>): boolean {
  return !closed.has(status);
}

export function listOpenActions(
  register: readonly Registered[],
  exercises: readonly { readonly exercise: string; readonly title: string }[],
): readonly OpenAction[] {
  const titles = new Map(exercises.map(({ exercise, title }) => [exercise, title]));
  return register.filter(isOpen).map(({ register_id, title, exercise, due_on, owner_name, owner_role }) => ({
    id: register_id,
    title,
    owner: ownerWords({ owner_name, owner_role: owner_role as Role | undefined }),
    dueOn: due_on ?? null,
    exercise,
    exerciseTitle: titles.get(exercise) ?? null,
  }));
}
