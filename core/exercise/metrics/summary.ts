import { percentOf, roundOrNull } from '../../round.ts';
import type { MeasureFigure, MeasureName } from '../setup.ts';
import type { ExerciseState } from '../state.ts';
import { measureActions } from './actions.ts';
import { measureClocks } from './clock-recognition.ts';
import { measureDecisions } from './decisions.ts';
import { findEndM, measureExercise } from './measure-exercise.ts';

/** Every measure as one figure with how many values stand behind it: what the next exercise is set beside. Source: spec.md B.7. */
export function summariseMeasures(state: ExerciseState): Readonly<Record<MeasureName, MeasureFigure>> {
  const endM = findEndM(state);
  const measures = measureExercise(state);
  const { detection } = measures;
  const decisions = measureDecisions(state, endM);
  const actions = measureActions(state);
  const clocks = measureClocks(state, endM);
  const share = (n: number, of: number) => ({ value: roundOrNull(percentOf(n, of)), n, of });
  const span = (value: number | null) => ({ value, n: value === null ? 0 : 1, of: 1 });
  const recognised = clocks.filter(({ status }) => status === 'recognised' || status === 'filed').length;
  const decided = decisions.filter(({ isDecided }) => isDecided).length;
  return {
    time_to_notice: { value: detection.mttd_min, n: detection.detected, of: detection.detectable },
    time_to_declare: span(measures.time_to_declare_min),
    executive_notification: span(measures.exec_notification_min),
    time_to_contain: span(measures.time_to_contain_min),
    time_to_recover: span(measures.time_to_recover_min),
    statement_latency: span(measures.statement_latency_min),
    decision_latency: { value: measures.decision_mean_min, n: decided, of: decisions.length },
    decided: share(decided, decisions.length),
    decided_in_time: share(decisions.filter(({ isOnTime }) => isOnTime).length, decisions.length),
    actions_observed: share(actions.filter(({ minutes }) => minutes !== null).length, actions.length),
    actions_in_time: share(actions.filter((action) => action.state === 'on_time').length, actions.length),
    clock_recognition: { value: measures.clock_recognition_min, n: recognised, of: clocks.length },
  };
}
