import { type DecisionMeasure, measureDecisions } from '../../exercise/metrics/decisions.ts';
import { findEndM } from '../../exercise/metrics/measure-exercise.ts';
import type { MeasureName } from '../../exercise/setup.ts';
import { longDate } from '../../local-time.ts';
import { roundHalfUp } from '../../round.ts';
import { type Bar, type Block, type Column, note, paragraph } from '../document.ts';
import type { Facts } from '../facts.ts';
import { plural, quoted } from '../term-words.ts';
import { figureWords, listMeasures } from './measure-rows.ts';

const caution = 'Discussion-based measurement; indicates decision latency, not operational speed.';

/** Section 8. Source: spec.md B.7. */
export function writeMeasures(facts: Facts): readonly Block[] {
  const head: Block = { is: 'section', number: 8, text: 'Measures' };
  if (!facts.isRated)
    return [head, paragraph('Not rated: the facilitator and the Incident Commander were the same person. ', caution)];
  return [
    head,
    { is: 'statement', words: caution },
    writeTable(facts),
    note(`Means are over what was observed; what is missing is in n, never counted as zero. ${tellPrevious(facts)}`),
    ...writeLatencies(facts),
  ];
}

const columns: readonly Column[] = [
  { head: 'Measure', width: 2640 },
  { head: 'Result', width: 2100 },
  { head: 'n', width: 1860 },
  { head: 'Target', width: 2760 },
];
const narrower: readonly Column[] = [
  { head: 'Measure', width: 2240 },
  { head: 'Result', width: 1560 },
  { head: 'n', width: 2000 },
  { head: 'Target', width: 1980 },
  { head: 'Exercise before', width: 1580 },
];

function writeTable(facts: Facts): Block {
  const before = facts.setup.previous_measures;
  const isCompared = before?.rated === true;
  const figureBefore = (measure: MeasureName) => {
    const figure = before?.figures[measure];
    return figure ? figureWords(measure, figure) : '–';
  };
  return {
    is: 'table',
    caption: 'Measures with how many values stand behind each',
    look: 'tight',
    fitsColumns: true,
    columns: isCompared ? narrower : columns,
    rows: listMeasures(facts).map(({ measure, row }) => (isCompared ? [...row, figureBefore(measure)] : row)),
  };
}

/** What the last column holds and what it is good for, or why there is none. */
function tellPrevious({ setup, state }: Facts): string {
  const { plan, previous_measures: before } = setup;
  if (before === undefined) {
    return plan.previous === undefined
      ? 'The plan names no earlier exercise, so none stands beside these.'
      : `The record of this exercise does not hold the measures of ${plan.previous}, so none stand beside these.`;
  }
  const named = `${quoted(before.title)} (${before.exercise}, ${longDate(before.held_on)})`;
  if (!before.rated)
    return `The exercise before, ${named}, was not rated, because its facilitator and its Incident Commander were the same person; none of its measures stands beside these.`;
  const compared =
    before.scenario === state.scenario.id
      ? 'It played the same script.'
      : 'It played another script, so a difference is a question to ask, not a trend.';
  return `The last column is of ${named}, as its record stood when this one began. ${compared}`;
}

function writeLatencies({ state }: Facts): readonly Block[] {
  // one without a latency has no column
  const decisions = measureDecisions(state, findEndM(state)).filter(({ note }) => note === null);
  const head: Block = { is: 'subhead', text: 'Decision latency' };
  if (decisions.length === 0) return [head, paragraph('No timed decision was opened.')];
  const bars = decisions.map(barOf);
  const decided = decisions.filter(({ isDecided }) => isDecided).length;
  return [
    head,
    {
      is: 'bar_chart',
      bars,
      caption: `Minutes from opened to decided, with the target of each; n = ${bars.length}, ${decided} decided. Dark columns are late, grey ones open at the end. The next table holds the same numbers.`,
      description: describeBars(bars),
    },
    {
      is: 'table',
      caption: 'Decision latency in numbers',
      look: 'tight',
      fitsColumns: true,
      columns: [
        { head: 'Decision', width: 5220 },
        { head: 'Minutes', width: 1140 },
        { head: 'Target', width: 1140 },
        { head: 'Outcome', width: 1860 },
      ],
      rows: decisions.map((decision, at) => [
        [{ bold: `${decision.id} ` }, decision.question],
        bars[at]?.value.toFixed(1) ?? '–',
        bars[at]?.target?.toFixed(0) ?? 'none',
        outcomes[bars[at]?.state ?? 'open'],
      ]),
    },
  ];
}

const outcomes = { in_time: 'in time', late: 'late', open: 'open at the end' } as const;

function barOf({ id, openMinutes, latencyMinutes, targetMinutes, isOnTime }: DecisionMeasure): Bar {
  return {
    name: id,
    value: roundHalfUp(openMinutes),
    target: Number.isFinite(targetMinutes) ? targetMinutes : null,
    state: latencyMinutes === null ? 'open' : isOnTime ? 'in_time' : 'late',
  };
}

/** The picture in sentences, for those who cannot see it. */
function describeBars(bars: readonly Bar[]): string {
  const told = bars.map(({ name, value, target, state }) => {
    const against = target === null ? 'no target' : `target ${target}`;
    return `${name} ${value.toFixed(1)} minutes, ${against}, ${outcomes[state]}.`;
  });
  return `Columns for ${plural(bars.length, 'decision')} with a line for the targets. ${told.join(' ')}`;
}
