import type { Role } from '../../scenario/vocabulary.ts';
import { type ExerciseState, listStandingOf } from '../state.ts';

export type Person = { readonly name: string; readonly roles: readonly Role[]; readonly isPresent: boolean };

/** Everybody planned is taken to be in the room until somebody says otherwise; a stand-in joins them. By name: one may have two functions. */
export function listPeople(state: ExerciseState): readonly Person[] {
  const participants = state.setup?.participants ?? [];
  const people = new Map<string, { roles: Set<Role>; isPresent: boolean }>();
  const put = (name: string, role: Role, isPresent: boolean) => {
    const roles = people.get(name)?.roles ?? new Set();
    people.set(name, { roles: roles.add(role), isPresent });
  };
  for (const { name, role } of participants) put(name, role, true);
  for (const { data } of listStandingOf(state, 'attendance_changed')) {
    const ofRole = participants.filter(({ role }) => role === data.role).map(({ name }) => name);
    for (const name of data.name === undefined ? ofRole : [data.name]) put(name, data.role, data.change !== 'left');
  }
  return [...people].map(([name, { roles, isPresent }]) => ({ name, roles: [...roles], isPresent }));
}
