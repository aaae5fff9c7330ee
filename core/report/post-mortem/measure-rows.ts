import { measureActions } from '../../exercise/metrics/actions.ts';
import { measureClocks } from '../../exercise/metrics/clock-recognition.ts';
import { measureDecisions } from '../../exercise/metrics/decisions.ts';
import { findEndM } from '../../exercise/metrics/measure-exercise.ts';
import type { Cell } from '../document.ts';
import type { Facts } from '../facts.ts';
import { listWords, minutesWords } from '../term-words.ts';

type Row = readonly [name: Cell, result: Cell, n: Cell, target: Cell];

/** The measures of spec.md B.7; what is missing is `–` with its reason. */
export function listMeasures(facts: Facts): readonly Row[] {
  return [
    ...listDetection(facts),
    ...listSpans(facts),
    ...listDecisions(facts),
    ...listActions(facts),
    ...listClocks(facts),
  ];
}

function listDetection({ measures: { detection } }: Facts): readonly Row[] {
  const { detectable, detected, mttd_min, median_min, within_target } = detection;
  if (detectable === 0) return [['Time to notice a cue', '–', 'no cue was released', '–']];
  const n = `${detected} of ${detectable} cues noticed`;
  if (mttd_min === null) return [['Time to notice a cue', '–', n, 'no cue was marked as noticed']];
  return [
    [
      'Time to notice a cue, mean (median)',
      `${mttd_min.toFixed(1)} (${median_min?.toFixed(1) ?? '–'}) min`,
      n,
      `${within_target.length} within the target of their cue`,
    ],
  ];
}

const spans = [
  ['Time to declare', 'time_to_declare_min', 'time_to_declare', 'no declaration after a cue is recorded'],
  ['Executive notification', 'exec_notification_min', null, 'no notification after the declaration is recorded'],
  ['Time to contain', 'time_to_contain_min', 'time_to_contain', 'containment was not declared'],
  ['Time to recover', 'time_to_recover_min', null, 'not exercised: recovery was not reached'],
  [
    'Statement approved after the first press',
    'statement_latency_min',
    'time_to_holding_statement',
    'no press, or no statement approved',
  ],
] as const;

function listSpans(facts: Facts): readonly Row[] {
  return spans.map(([name, key, metric, why]): Row => {
    const minutes = facts.measures[key];
    const target = metric === null ? 'none in the script' : targetOf(facts, metric);
    return minutes === null ? [name, '–', why, target] : [name, minutesWords(minutes), '1', target];
  });
}

/** Of the objective in scope that measures it; it is printed beside, and rates nothing. */
function targetOf({ objectives }: Facts, metric: string): string {
  const found = objectives.flatMap(({ objective }) =>
    objective.metric === metric ? [`${objective.target_min} min (${objective.id})`] : [],
  );
  return found.length === 0 ? 'none in the script' : listWords(found);
}

function listDecisions(facts: Facts): readonly Row[] {
  const { state, measures } = facts;
  const decisions = measureDecisions(state, findEndM(state));
  const { decision_mean_min: mean, decision_median_min: median, decided_rate_pct, on_time_rate_pct } = measures;
  if (decisions.length === 0) return [['Decision latency', '–', 'no timed decision was opened', '–']];
  const decided = decisions.filter(({ isDecided }) => isDecided).length;
  const inTime = decisions.filter(({ isOnTime }) => isOnTime).length;
  const of = `${decided} of ${decisions.length} decided`;
  return [
    mean === null
      ? ['Decision latency, mean (median)', '–', of, 'nothing was decided']
      : [
          'Decision latency, mean (median)',
          `${mean.toFixed(1)} (${median?.toFixed(1) ?? '–'}) min`,
          of,
          targetOf(facts, 'decision_latency'),
        ],
    ['Decided', percent(decided_rate_pct), of, '–'],
    [
      'Decided within target',
      percent(on_time_rate_pct),
      `${inTime} of ${decisions.length}`,
      'its own for each decision',
    ],
  ];
}

function listActions({ state, measures }: Facts): readonly Row[] {
  const actions = measureActions(state);
  if (actions.length === 0) return [['Expected actions observed', '–', 'none of an inject that was played', '–']];
  const observed = actions.filter(({ minutes }) => minutes !== null).length;
  const inTime = actions.filter((measure) => measure.state === 'on_time').length;
  return [
    ['Expected actions observed', percent(measures.actions_observed_pct), `${observed} of ${actions.length}`, '–'],
    [
      'Expected actions in time',
      percent(measures.actions_on_time_pct),
      `${inTime} of ${actions.length}`,
      'its own for each action',
    ],
  ];
}

function listClocks(facts: Facts): readonly Row[] {
  const clocks = measureClocks(facts.state, findEndM(facts.state));
  if (clocks.length === 0) return [['Legal clocks recognised', '–', 'No legal clock was exercised.', '–']];
  const spoken = clocks.filter(({ status }) => status === 'recognised' || status === 'filed').length;
  const n = `${spoken} of ${clocks.length} recognised`;
  const mean = facts.measures.clock_recognition_min;
  return [
    [
      'Legal clocks recognised, mean',
      mean === null ? '–' : minutesWords(mean),
      n,
      targetOf(facts, 'clock_recognition'),
    ],
  ];
}

const percent = (value: number | null) => (value === null ? '–' : `${value.toFixed(1)} %`);
