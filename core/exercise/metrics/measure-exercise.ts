import { meanOf, medianOf, percentOf, roundHalfUp, roundOrNull } from '../../round.ts';
import { netMinutesBetween, wallMinutesAt } from '../clock.ts';
import { eventAt } from '../log.ts';
import type { ExerciseState } from '../state.ts';
import { measureActions } from './actions.ts';
import { measureClocks } from './clock-recognition.ts';
import { type DecisionMeasure, measureDecisions } from './decisions.ts';
import { measureDetection } from './detection.ts';
import { measureSinceDeclared, measureStatementLatency, measureTimeToDeclare } from './milestones.ts';
import { measureParticipation } from './participation.ts';

export type ExerciseMeasures = ReturnType<typeof measureExercise>;

/**
 * The exercise measures under their public names, rounded as printed; what is missing is null, never 0.
 * "Discussion-based measurement; indicates decision latency, not operational speed." Source: spec.md B.7.
 */
export function measureExercise(state: ExerciseState) {
  const endM = findEndM(state);
  const wall = wallMinutesAt(state, endM);
  const net = netMinutesBetween(state, 0, endM);
  const declared = measureTimeToDeclare(state);
  const notified = measureSinceDeclared(state, 'executive notification', 'exec_notified');
  const contained = measureSinceDeclared(state, 'time to contain', 'containment_declared');
  const recovered = measureSinceDeclared(state, 'time to recover', 'recovery_declared');
  const statement = measureStatementLatency(state);
  const clocks = measureClocks(state, endM);
  const decisions = measureDecisions(state, endM);
  const spans = [declared, notified, contained, recovered, statement];
  return {
    wall_minutes: roundHalfUp(wall),
    paused_minutes: roundHalfUp(wall - net),
    net_minutes: roundHalfUp(net),
    detection: measureDetection(state),
    time_to_declare_min: roundOrNull(declared.minutes),
    exec_notification_min: roundOrNull(notified.minutes),
    time_to_contain_min: roundOrNull(contained.minutes),
    time_to_recover_min: roundOrNull(recovered.minutes),
    clock_recognition_min: roundOrNull(meanOf(clocks.flatMap(({ minutes }) => minutes ?? []))),
    ...summariseDecisions(decisions),
    ...summariseActions(state),
    statement_latency_min: roundOrNull(statement.minutes),
    clocks: Object.fromEntries(
      clocks.map(({ clock, status, minutes, deadline, usedMinutes, leftMinutes }) => [
        clock,
        { status, recognition_min: roundOrNull(minutes), deadline, used_min: usedMinutes, left_min: leftMinutes },
      ]),
    ),
    participation: mapValues(measureParticipation(state, endM), roundOrNull),
    sittings: state.sittings.length,
    notes: [...spans, ...decisions, ...clocks].flatMap(({ note }) => note ?? []),
  };
}

/** `m` at which the exercise ended, else of its last event. */
export function findEndM(state: ExerciseState): number {
  return state.sittings.at(-1)?.until ?? eventAt(state.log, state.position)?.m ?? 0;
}

function summariseDecisions(decisions: readonly DecisionMeasure[]) {
  const latencies = decisions.flatMap(({ latencyMinutes }) => latencyMinutes ?? []);
  const decided = decisions.filter(({ isDecided }) => isDecided).length;
  const onTime = decisions.filter(({ isOnTime }) => isOnTime).length;
  return {
    decisions: Object.fromEntries(
      decisions.map(({ id, isDecided, latencyMinutes, openMinutes, targetMinutes, isOnTime, revisions }) => [
        id,
        {
          latency_min: roundOrNull(latencyMinutes),
          open_min: roundHalfUp(openMinutes),
          target_min: targetMinutes,
          decided: isDecided,
          on_time: isOnTime,
          revisions,
        },
      ]),
    ),
    decision_mean_min: roundOrNull(meanOf(latencies)),
    decision_median_min: roundOrNull(medianOf(latencies)),
    decided_rate_pct: roundOrNull(percentOf(decided, decisions.length)),
    on_time_rate_pct: roundOrNull(percentOf(onTime, decisions.length)),
    undecided: decisions.filter(({ isDecided }) => !isDecided).map(({ id }) => id),
  };
}

function summariseActions(state: ExerciseState) {
  const actions = measureActions(state);
  const named = actions.map(({ action, state: seen }) => {
    return [action.id, seen === 'on_time' || seen === 'late' ? seen : 'not_observed'] as const;
  });
  const onTime = named.filter(([, seen]) => seen === 'on_time').length;
  const observed = named.filter(([, seen]) => seen !== 'not_observed').length;
  return {
    actions: Object.fromEntries(named),
    actions_observed_pct: roundOrNull(percentOf(observed, named.length)),
    actions_on_time_pct: roundOrNull(percentOf(onTime, named.length)),
  };
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
