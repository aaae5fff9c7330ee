import { notLegalAdvice } from '#core/clocks/legal-clocks.ts';
import { type ExerciseMeasures, measureExercise } from '#core/exercise/metrics/measure-exercise.ts';
import { readExercise } from '#services/exercise/open-exercise.ts';
import { type Answer, complain, say } from '../answer.ts';

type Asked = { readonly exercise: string; readonly workspace: string; readonly json: boolean };

/** The exercise measures; of a damaged journal none, because a figure from half a record misleads. */
export async function runMetrics({ exercise, workspace, json }: Asked): Promise<Answer> {
  const read = await readExercise(workspace, exercise);
  if (!read.ok) return complain(`${read.problem.message} ${read.problem.hint}`);
  const [first] = read.value.damage;
  if (first)
    return complain(
      `The journal of ${exercise} is damaged at ${first.file}, line ${first.line} (${first.kind}). See muster verify ${exercise}.`,
    );
  const measures = measureExercise(read.value.state);
  return say(json ? JSON.stringify(measures, null, 2) : tabulate(measures), read.value.notices);
}

function tabulate(measures: ExerciseMeasures): string {
  const minutes = (value: number | null) => (value === null ? '–' : `${value.toFixed(1)} min`);
  const percent = (value: number | null) => (value === null ? '–' : `${value.toFixed(1)} %`);
  const rows = [
    [
      'Play',
      `${minutes(measures.net_minutes)} net, ${minutes(measures.paused_minutes)} paused, ${measures.sittings} sitting(s)`,
    ],
    [
      'Cues noticed',
      `${measures.detection.detected} of ${measures.detection.detectable}, mean ${minutes(measures.detection.mttd_min)}`,
    ],
    ['Time to declare', minutes(measures.time_to_declare_min)],
    ['Executive notified', minutes(measures.exec_notification_min)],
    [
      'Decisions',
      `${percent(measures.decided_rate_pct)} decided, ${percent(measures.on_time_rate_pct)} in time, mean ${minutes(measures.decision_mean_min)}`,
    ],
    [
      'Expected actions',
      `${percent(measures.actions_observed_pct)} observed, ${percent(measures.actions_on_time_pct)} in time`,
    ],
    ['Clocks recognised', minutes(measures.clock_recognition_min)],
  ] as const;
  const note = 'Discussion-based measurement; indicates decision latency, not operational speed.';
  const aid = Object.keys(measures.clocks).length > 0 ? [`Legal clocks: ${notLegalAdvice}`] : [];
  return [...rows.map(([name, value]) => `${name.padEnd(20)}${value}`), note, ...aid].join('\n');
}
