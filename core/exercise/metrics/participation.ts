import { type Role, roles } from '../../scenario/vocabulary.ts';
import { netMinutesBetween } from '../clock.ts';
import { type ExerciseState, listStanding } from '../state.ts';

/** Net minutes since each participating role last spoke or acted; null for a role with no contribution. */
export function measureParticipation(state: ExerciseState, endM: number): Readonly<Record<string, number | null>> {
  const lastByRole = new Map<Role, number>();
  for (const { m, data } of listStanding(state)) {
    const by = 'by' in data ? roles.find((role) => role === data.by) : undefined;
    if (by && m <= endM) lastByRole.set(by, m);
  }
  const present = new Set(state.setup?.participants.map(({ role }) => role));
  return Object.fromEntries(
    roles
      .filter((role) => present.has(role) && role !== 'FAC' && role !== 'EVAL' && role !== 'SCRIBE')
      .map((role) => [role, sinceLast(role)]),
  );

  function sinceLast(role: Role): number | null {
    const last = lastByRole.get(role);
    return last === undefined ? null : netMinutesBetween(state, last, endM);
  }
}
