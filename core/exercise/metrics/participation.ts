import { type Role, roles } from '../../scenario/vocabulary.ts';
import { netMinutesBetween } from '../clock.ts';
import { type ExerciseState, listStanding } from '../state.ts';

const staff: ReadonlySet<Role> = new Set<Role>(['FAC', 'EVAL', 'SCRIBE']);

/**
 * Net minutes since each role in the room last spoke or acted, at the end; null for a role with no contribution.
 * Source: spec.md B.7, "Participation".
 */
export function measureParticipation(state: ExerciseState, endM: number): Readonly<Record<string, number | null>> {
  const lastByRole = new Map<Role, number>();
  const present = new Set<Role>(state.setup?.participants.map(({ role }) => role));
  for (const { m, type, data } of listStanding(state)) {
    if (type === 'attendance_changed' && data.change === 'arrived') present.add(data.role);
    const by = 'by' in data ? roles.find((role) => role === data.by) : undefined;
    if (by && m <= endM) lastByRole.set(by, m);
  }
  return Object.fromEntries(
    roles.filter((role) => present.has(role) && !staff.has(role)).map((role) => [role, sinceLast(role)]),
  );

  function sinceLast(role: Role): number | null {
    const last = lastByRole.get(role);
    return last === undefined ? null : netMinutesBetween(state, last, endM);
  }
}
