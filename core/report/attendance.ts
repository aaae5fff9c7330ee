import { listStandingOf } from '../exercise/state.ts';
import { type Role, roles } from '../scenario/vocabulary.ts';
import type { Facts } from './facts.ts';
import { listWords, roleNames } from './term-words.ts';

export const players = roles.filter((role) => role !== 'FAC' && role !== 'EVAL' && role !== 'SCRIBE');

export type Attendance = {
  readonly present: readonly Role[];
  readonly left: readonly Role[];
  readonly stoodIn: readonly Role[];
  /** Called for by the script and held by nobody. */
  readonly played: readonly Role[];
};

/** Functions only; names stand in the roster. */
export function gatherAttendance({ setup, state }: Facts): Attendance {
  const changes = listStandingOf(state, 'attendance_changed').map(({ data }) => data);
  const held = new Set<Role>(setup.participants.map(({ role }) => role));
  for (const { role, change } of changes) if (change === 'arrived') held.add(role);
  const called = new Set<Role>(state.scenario.injects.flatMap((inject) => inject.roles));
  const standIns = [...setup.participants, ...changes].filter(({ stands_in_for }) => stands_in_for !== undefined);
  return {
    present: players.filter((role) => held.has(role)),
    left: [...new Set(changes.filter(({ change }) => change === 'left').map(({ role }) => role))],
    stoodIn: [...new Set(standIns.map(({ role }) => role))],
    played: players.filter((role) => called.has(role) && !held.has(role)),
  };
}

export function tellAttendance(facts: Facts): string {
  const { present, left, stoodIn, played } = gatherAttendance(facts);
  const parts = [
    present.length > 0 ? nameRoles(present) : 'nobody was entered',
    ...(left.length > 0 ? [`left early or for a time: ${nameRoles(left)}`] : []),
    ...(stoodIn.length > 0 ? [`by a stand-in: ${nameRoles(stoodIn)}`] : []),
    ...(played.length > 0 ? [`played by the facilitator: ${nameRoles(played)}`] : []),
  ];
  return parts.join(' · ');
}

export const nameRoles = (named: readonly Role[]): string => listWords(named.map((role) => roleNames[role]));
