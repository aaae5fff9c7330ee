import { isOpen } from '../plan/open-actions.ts';
import { foldName } from '../same-person.ts';
import type { RegisteredAction } from './registered-action.ts';

/** `left`: somebody said so. `on_no_roster`: no exercise and no plan of this workspace has the name. */
export type OwnerStanding = 'nobody' | 'known' | 'on_no_roster' | 'left';

export type People = { readonly rosters: ReadonlySet<string>; readonly left: ReadonlySet<string> };

/** Names as they are compared. */
export function gatherPeople(rosters: readonly string[], left: readonly string[]): People {
  return { rosters: new Set(rosters.map(foldName)), left: new Set(left.map(foldName)) };
}

export function standingOf({ owner_name }: RegisteredAction, { rosters, left }: People): OwnerStanding {
  if (owner_name === undefined) return 'nobody';
  const name = foldName(owner_name);
  if (left.has(name)) return 'left';
  return rosters.has(name) ? 'known' : 'on_no_roster';
}

/** What an open action lacks to be closed on its day. Source: spec.md C.7. */
export function listLacks(action: RegisteredAction, people: People): readonly string[] {
  if (!isOpen(action)) return [];
  const standing = standingOf(action, people);
  const isHeavy = action.severity === 'critical' || action.severity === 'high';
  const lacks: readonly (readonly [boolean, string])[] = [
    [standing === 'nobody', 'Nobody owns it by name'],
    [standing === 'left', `${action.owner_name} has left: hand it over`],
    [standing === 'on_no_roster', `${action.owner_name} is on no roster: still here?`],
    [isHeavy && action.sponsor === undefined, 'No sponsor, and its gap is Critical or High'],
    [action.due_on === undefined, 'No due date'],
    [action.done_test === undefined, 'Nothing says when it counts as done'],
  ];
  return lacks.flatMap(([isLacking, words]) => (isLacking ? [words] : []));
}
