import type { Participant } from '../exercise/setup.ts';
import type { Scenario } from '../scenario/schema.ts';
import { optionalRoles, playerRoles, type Role, staffRoles } from '../scenario/vocabulary.ts';
import type { Plan } from './plan.ts';
import { listPlayed } from './session-summary.ts';

export type FunctionRow = {
  readonly role: Role;
  readonly people: readonly { readonly at: number; readonly participant: Participant }[];
  /** Played injects that ask something of this role. */
  readonly injects: number;
  /** A player the script counts on and nobody stands for: the facilitator has to play it. */
  readonly isMissing: boolean;
  /** The script has use for it, also where nothing is asked of it by name. */
  readonly isInvited: boolean;
  readonly kind: 'player' | 'optional' | 'staff';
};

/** Every function in the order of the table, with who holds it; `at` is the place among the plan's participants. */
export function listFunctions(
  scenario: Scenario,
  plan: Pick<Plan, 'plan' | 'organisation' | 'participants'>,
): readonly FunctionRow[] {
  const played = new Set(listPlayed(scenario, plan));
  const asking = scenario.injects.filter(({ id }) => played.has(id));
  const kinds = [
    ...playerRoles.map((role) => ({ role, kind: 'player' as const })),
    ...optionalRoles.map((role) => ({ role, kind: 'optional' as const })),
    ...staffRoles.map((role) => ({ role, kind: 'staff' as const })),
  ];
  return kinds.map(({ role, kind }) => {
    const people = plan.participants.flatMap((participant, at) =>
      participant.role === role ? [{ at, participant }] : [],
    );
    const injects = asking.filter(({ roles, expect, decision }) =>
      [...roles, ...expect.map(({ by }) => by), ...(decision ? [decision.owner] : [])].includes(role),
    ).length;
    const isNamed = people.some(({ participant }) => participant.name.trim() !== '');
    const isInvited = scenario.optional_invitees.includes(role);
    return { role, people, injects, isMissing: kind === 'player' && !isNamed && injects > 0, isInvited, kind };
  });
}
