import { incidentSeverities, type Milestone, milestones, playerRoles } from '#core/scenario/vocabulary.ts';
import { type Act, act, type Subject, said } from './act.ts';
import { byField, isRole, reasonField, roleChoices } from './act-fields.ts';
import { roleOf } from './acts-decisions.ts';

/** What the people in the room did or became. */
export function peopleActs({ state, about = '' }: Subject): readonly Act[] {
  return [severity(state), milestone(state), arrived(state, about), left(state, about)];
}

function severity(state: Subject['state']): Act {
  return act('change_severity', {
    id: 'severity',
    name: 'Severity',
    submit: 'Record',
    place: 'Right, Severity, clock, people…',
    fields: [
      {
        name: 'severity',
        label: 'The room now calls it',
        kind: 'choice',
        choices: incidentSeverities.map((value) => ({ value, name: value })),
        isNeeded: true,
      },
      byField(state, 'IC'),
    ],
    toCommand: ({ need, line }) => ({
      type: 'change_severity',
      severity: incidentSeverities.find((word) => word === need('severity')) ?? 'P3',
      ...by(line('by')),
    }),
  });
}

const milestoneNames: Readonly<Record<Milestone, string>> = {
  incident_declared: 'Incident declared',
  exec_notified: 'Executive sponsor notified',
  containment_declared: 'Containment declared',
  eradication_declared: 'Eradication declared',
  recovery_declared: 'Recovery declared',
  statement_approved: 'Statement approved',
};

function milestone(state: Subject['state']): Act {
  return act('declare_milestone', {
    id: 'milestone',
    name: 'Milestone',
    submit: 'Record',
    place: 'Right, Severity, clock, people…',
    fields: [
      {
        name: 'milestone',
        label: 'Reached',
        kind: 'choice',
        choices: milestones.map((value) => ({
          value,
          name: state.standing.has(`milestone:${value}`)
            ? `${milestoneNames[value]} (recorded)`
            : milestoneNames[value],
        })),
        isNeeded: true,
        initial: milestones.find((value) => !state.standing.has(`milestone:${value}`)) ?? 'incident_declared',
      },
      byField(state, 'IC'),
    ],
    toCommand: ({ need, line }) => ({
      type: 'declare_milestone',
      milestone: milestones.find((word) => word === need('milestone')) ?? 'incident_declared',
      ...by(line('by')),
    }),
  });
}

const names = (state: Subject['state']) => state.setup?.participants ?? [];

/** Whoever comes late comes, as a rule, for a function nobody has. */
function nobodyAs(state: Subject['state']): string {
  const held = new Set(names(state).map(({ role }) => role));
  return playerRoles.find((role) => !held.has(role)) ?? '';
}

function arrived(state: Subject['state'], about: string): Act {
  return act('change_attendance', {
    id: 'arrived',
    name: 'Somebody arrives or stands in',
    submit: 'Record',
    place: 'Top, people',
    fields: [
      { name: 'name', label: 'Name', kind: 'line', isNeeded: true, most: 200 },
      {
        name: 'role',
        label: 'Function',
        kind: 'choice',
        choices: [{ value: '', name: 'Choose one' }, ...roleChoices(state)],
        isNeeded: true,
        initial: about || nobodyAs(state),
      },
      { name: 'stands_in_for', label: 'Stands in for', kind: 'line' },
    ],
    toCommand: ({ need, line }) => ({
      type: 'change_attendance',
      role: roleOf(need('role')),
      change: 'arrived',
      ...said({ name: need('name'), stands_in_for: line('stands_in_for') }),
    }),
  });
}

function left(state: Subject['state'], about: string): Act {
  const people = names(state).map(({ name, role }) => ({ value: `${role} ${name}`, name: `${name}, ${role}` }));
  return act('change_attendance', {
    id: 'left',
    name: 'Somebody leaves',
    submit: 'Record',
    place: 'Top, people',
    fields: [
      {
        name: 'who',
        label: 'Who',
        kind: 'choice',
        choices: [...people, ...roleChoices(state).map(({ value, name }) => ({ value, name: `Whoever is ${name}` }))],
        isNeeded: true,
        initial: people.find(({ value }) => value.startsWith(`${about} `))?.value ?? '',
      },
    ],
    toCommand: ({ need }) => {
      const [role = '', ...name] = need('who').split(' ');
      return {
        type: 'change_attendance',
        role: roleOf(role),
        change: 'left',
        ...said({ name: name.join(' ') || undefined }),
      };
    },
  });
}

export function by(role: string | undefined) {
  return isRole(role) ? { by: role } : {};
}

export const whyField = { ...reasonField, isNeeded: true } as const;
