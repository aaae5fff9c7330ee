import { findMilestone } from '../../exercise/metrics/milestones.ts';
import { summariseMeasures } from '../../exercise/metrics/summary.ts';
import type { MeasureFigure, MeasureName } from '../../exercise/setup.ts';
import type { Facts } from '../facts.ts';
import { listWords, minutesWords, plural } from '../term-words.ts';

type Row = readonly [name: string, result: string, n: string, target: string];
type Named = { readonly measure: MeasureName; readonly row: Row };
type Figures = Readonly<Record<MeasureName, MeasureFigure>>;

/** The measures of spec.md B.7; what is missing is `–` with its reason. */
export function listMeasures(facts: Facts): readonly Named[] {
  const figures = summariseMeasures(facts.state);
  return [
    listDetection(facts, figures.time_to_notice),
    ...listSpans(facts, figures),
    ...listDecisions(facts, figures),
    ...listActions(figures),
    listClocks(facts, figures.clock_recognition),
  ];
}

/** `12.5 min (3 of 4)`; the bare result where one value is all there can be. */
export function figureWords(measure: MeasureName, { value, n, of }: MeasureFigure): string {
  const isSpan = spans.some(([name]) => name === measure);
  const result = shares.includes(measure) ? percent(value) : value === null ? '–' : minutesWords(value);
  return isSpan || of === 0 ? result : `${result} (${n} of ${of})`;
}

const shares: readonly MeasureName[] = ['decided', 'decided_in_time', 'actions_observed', 'actions_in_time'];

function listDetection({ measures: { detection } }: Facts, { value, n, of }: MeasureFigure): Named {
  const { median_min, within_target } = detection;
  const told = (...row: Row): Named => ({ measure: 'time_to_notice', row });
  if (of === 0) return told('Time to notice a cue', '–', 'no cue was released', '–');
  const noticed = `${n} of ${plural(of, 'cue')} noticed`;
  if (value === null) return told('Time to notice a cue', '–', noticed, 'no cue was marked as noticed');
  return told(
    'Time to notice a cue, mean (median)',
    meanWords(value, median_min),
    noticed,
    `${within_target.length} within the target of their cue`,
  );
}

const spans = [
  ['time_to_declare', 'Time to declare', 'time_to_declare', 'no declaration after a cue is recorded'],
  ['executive_notification', 'Executive notification', null, 'no notification after the declaration is recorded'],
  ['time_to_contain', 'Time to contain', 'time_to_contain', 'containment was not declared'],
  ['time_to_recover', 'Time to recover', null, 'not exercised: recovery was not reached'],
  [
    'statement_latency',
    'Statement approved after the first press',
    'time_to_holding_statement',
    'no inject of the press was released before a statement was approved',
  ],
] as const;

function listSpans(facts: Facts, figures: Figures): readonly Named[] {
  return spans.map(([measure, name, metric, why]): Named => {
    const { value } = figures[measure];
    const target = metric === null ? 'none in the script' : targetOf(facts, metric);
    const isUnapproved =
      measure === 'statement_latency' && findMilestone(facts.state, 'statement_approved') === undefined;
    const missing = isUnapproved ? 'no statement was approved' : why;
    return { measure, row: value === null ? [name, '–', missing, target] : [name, minutesWords(value), '1', target] };
  });
}

/** Of the objective in scope that measures it; it is printed beside, and rates nothing. */
function targetOf({ objectives }: Facts, metric: string): string {
  const found = objectives.flatMap(({ objective }) =>
    objective.metric === metric ? [`${objective.target_min} min (${objective.id})`] : [],
  );
  return found.length === 0 ? 'none in the script' : listWords(found);
}

function listDecisions(facts: Facts, { decision_latency, decided, decided_in_time }: Figures): readonly Named[] {
  const name = 'Decision latency, mean (median)';
  const told = (measure: MeasureName, ...row: Row): Named => ({ measure, row });
  if (decided.of === 0) return [told('decision_latency', 'Decision latency', '–', 'no timed decision was opened', '–')];
  const of = `${decided.n} of ${decided.of} decided`;
  const { value } = decision_latency;
  const latency = value === null ? '–' : meanWords(value, facts.measures.decision_median_min);
  const target = value === null ? 'nothing was decided' : targetOf(facts, 'decision_latency');
  const inTime = `${decided_in_time.n} of ${decided_in_time.of}`;
  return [
    told('decision_latency', name, latency, of, target),
    told('decided', 'Decided', percent(decided.value), of, '–'),
    told(
      'decided_in_time',
      'Decided within target',
      percent(decided_in_time.value),
      inTime,
      'its own for each decision',
    ),
  ];
}

function listActions({ actions_observed, actions_in_time }: Figures): readonly Named[] {
  const told = (measure: MeasureName, ...row: Row): Named => ({ measure, row });
  const name = 'Expected actions observed';
  if (actions_observed.of === 0) return [told('actions_observed', name, '–', 'none of an inject that was played', '–')];
  const countsOf = ({ n, of }: MeasureFigure) => `${n} of ${of}`;
  return [
    told('actions_observed', name, percent(actions_observed.value), countsOf(actions_observed), '–'),
    told(
      'actions_in_time',
      'Expected actions in time',
      percent(actions_in_time.value),
      countsOf(actions_in_time),
      'its own for each action',
    ),
  ];
}

function listClocks(facts: Facts, { value, n, of }: MeasureFigure): Named {
  const told = (...row: Row): Named => ({ measure: 'clock_recognition', row });
  if (of === 0) return told('Legal clocks recognised', '–', 'No legal clock was exercised.', '–');
  const mean = value === null ? '–' : minutesWords(value);
  return told('Legal clocks recognised, mean', mean, `${n} of ${of} recognised`, targetOf(facts, 'clock_recognition'));
}

const meanWords = (mean: number, median: number | null) => `${mean.toFixed(1)} (${median?.toFixed(1) ?? '–'}) min`;

const percent = (value: number | null) => (value === null ? '–' : `${value.toFixed(1)} %`);
