import type { SavedEventOf } from '../exercise/events.ts';
import { measureActions } from '../exercise/metrics/actions.ts';
import { type DecisionMeasure, measureDecisions } from '../exercise/metrics/decisions.ts';
import { findEndM } from '../exercise/metrics/measure-exercise.ts';
import { findFirst, listStandingOf } from '../exercise/state.ts';
import { type Milestone, milestones, type Role, roles } from '../scenario/vocabulary.ts';
import type { Facts } from './facts.ts';

export type InjectMark = {
  readonly at: number;
  readonly label: string;
  readonly kind: 'planned' | 'contingency' | 'improvised';
};
/** `label` null: seen, and not one of the critical tasks. */
export type LaneMark = { readonly at: number; readonly label: string | null };
export type DecisionBar = {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly state: 'in_time' | 'late' | 'open';
};
export type Lane = {
  readonly role: Role;
  readonly marks: readonly LaneMark[];
  readonly decisions: readonly DecisionBar[];
  readonly away: readonly { readonly from: number; readonly to: number }[];
};

/** The exercise as a picture, in net minutes: who did what when. */
export type SwimLanes = {
  readonly minutes: number;
  readonly injects: readonly InjectMark[];
  readonly lanes: readonly Lane[];
  readonly stops: readonly { readonly at: number; readonly kind: 'pause' | 'real_world' | 'sitting' }[];
};

export function drawSwimLanes(facts: Facts): SwimLanes {
  const minutes = Math.max(facts.minutesAt(findEndM(facts.state)), 1);
  const marks = [...listTaskMarks(facts), ...listMilestones(facts)];
  const decisions = listDecisions(facts, minutes);
  const away = listAbsences(facts, minutes);
  const present = new Set(facts.setup.participants.map(({ role }) => role));
  const lanes = roles
    .filter((role) => role !== 'FAC' && role !== 'EVAL' && role !== 'SCRIBE')
    .map((role) => ({
      role,
      marks: marks.filter((mark) => mark.role === role).toSorted((a, b) => a.at - b.at),
      decisions: decisions.filter((bar) => bar.role === role),
      away: away.filter((absence) => absence.role === role),
    }))
    .filter((lane) => present.has(lane.role) || lane.marks.length + lane.decisions.length > 0);
  return { minutes, injects: listInjects(facts), lanes, stops: listStops(facts) };
}

function listInjects({ state, minutesAt }: Facts): readonly InjectMark[] {
  const dropQuarter = (id: string) => id.replace(/^Q\d-/, '');
  const place = (id: string, kind: InjectMark['kind']): readonly InjectMark[] => {
    const released = findFirst(state, `released:${id}`) ?? findFirst(state, `improvised:${id}`);
    return released ? [{ at: minutesAt(released.m), label: dropQuarter(id), kind }] : [];
  };
  return [
    ...state.scenario.injects.flatMap(({ id }) => place(id, 'planned')),
    ...state.scenario.contingency.flatMap(({ id }) => place(id, 'contingency')),
    ...listStandingOf(state, 'inject_improvised').flatMap(({ data }) => place(data.inject, 'improvised')),
  ].toSorted((a, b) => a.at - b.at);
}

type Placed<Of> = Of & { readonly role: Role };

/** Every expected action that was observed; critical tasks under the name their objective gives them. */
function listTaskMarks({ state, taskNameOf, minutesAt }: Facts): readonly Placed<LaneMark>[] {
  return measureActions(state).flatMap(({ action, minutes }) => {
    const seen = findFirst(state, `action:${action.id}`);
    if (minutes === null || !seen) return [];
    const by = 'by' in seen.data ? roles.find((role) => 'by' in seen.data && role === seen.data.by) : undefined;
    return [{ at: minutesAt(seen.m), label: taskNameOf(action.id), role: by ?? action.by }];
  });
}

const milestoneLabels: Readonly<Record<Milestone, string>> = {
  incident_declared: 'declared',
  exec_notified: 'sponsor told',
  containment_declared: 'contained',
  eradication_declared: 'eradicated',
  recovery_declared: 'recovered',
  statement_approved: 'statement',
};

function listMilestones({ state, minutesAt }: Facts): readonly Placed<LaneMark>[] {
  return milestones.flatMap((type) => {
    const reached = listStandingOf(state, type)[0] as SavedEventOf<Milestone> | undefined;
    return reached
      ? [{ at: minutesAt(reached.m), label: milestoneLabels[type], role: reached.data.by ?? ('IC' as const) }]
      : [];
  });
}

function listDecisions({ state, minutesAt }: Facts, end: number): readonly Placed<DecisionBar>[] {
  const injectOf = new Map(
    state.scenario.injects.flatMap(({ id, decision }) => (decision ? [[decision.id, id] as const] : [])),
  );
  return measureDecisions(state, findEndM(state)).flatMap((measure) => {
    const { id, owner } = measure;
    const made = findFirst(state, `made:${id}`);
    const actual = made?.type === 'decision_made' ? made.data.by : owner;
    const role = roles.find((known) => known === actual);
    const opened = findFirst(state, `opened:${id}`) ?? findFirst(state, `released:${injectOf.get(id) ?? ''}`);
    if (!role || !opened) return [];
    return spanOf(measure, minutesAt(opened.m), made ? minutesAt(made.m) : end).map((bar) => ({ ...bar, role }));
  });
}

/** Nothing for what was decided before it was opened. */
function spanOf({ id, note, latencyMinutes, isOnTime }: DecisionMeasure, opened: number, to: number): DecisionBar[] {
  if (note !== null) return [];
  if (latencyMinutes === null) return [{ from: opened, to, label: id, state: 'open' }];
  return [{ from: to - latencyMinutes, to, label: id, state: isOnTime ? 'in_time' : 'late' }];
}

function listAbsences({ state, minutesAt }: Facts, end: number): readonly Placed<{ from: number; to: number }>[] {
  const changes = listStandingOf(state, 'attendance_changed');
  return changes.flatMap(({ m, data }, index) => {
    if (data.change !== 'left') return [];
    const back = changes
      .slice(index + 1)
      .find((later) => later.data.role === data.role && later.data.change === 'arrived');
    return [{ role: data.role, from: minutesAt(m), to: back ? minutesAt(back.m) : end }];
  });
}

function listStops({ state, minutesAt }: Facts): SwimLanes['stops'] {
  const kinds = { exercise_paused: 'pause', real_world_stop: 'real_world', exercise_suspended: 'sitting' } as const;
  return listStandingOf(state, 'exercise_paused', 'real_world_stop', 'exercise_suspended').map(({ m, type }) => {
    return { at: minutesAt(m), kind: kinds[type] };
  });
}
