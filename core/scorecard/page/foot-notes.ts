import { shortDate } from '../../local-time.ts';
import { type Block, pageNote, type Run } from '../../report/document.ts';
import { previousMonth } from '../period.ts';
import type { Scorecard } from '../scorecard.ts';
import type { Snapshot } from '../snapshot.ts';
import { limitsWords } from './limit-words.ts';
import { tellLost } from './lost-words.ts';
import { monthWords } from './month-words.ts';

/** Apart from the figures: exercise time is not incident time. Source: spec.md §0, finding 4. */
export function tellReadiness({ readiness }: Snapshot, most: number): Block {
  const head = { bold: 'Exercise readiness (not part of the figures above). ' };
  if (readiness === null) return pageNote(head, 'No exercise record was at hand.');
  const { last_exercise: last, quarter, quarter_held, actions_due, actions_on_time, repeat_gaps } = readiness;
  const title = last && last.title.length > most ? `${last.title.slice(0, most).trim()} …` : last?.title;
  const held = last === null ? 'No exercise was held yet' : `Last exercise “${title}”, ${shortDate(last.held_on)}`;
  const actions =
    actions_due === 0 ? 'no action was due' : `${actions_on_time} of ${actions_due} actions due closed on time`;
  const gaps =
    repeat_gaps === 0 ? 'no gap came back' : `${repeat_gaps} ${repeat_gaps === 1 ? 'gap' : 'gaps'} came back`;
  return pageNote(head, `${held}; ${quarter} ${quarter_held ? 'held' : 'not held yet'}; ${actions}; ${gaps}.`);
}

/** How much is told: all, the thresholds, or where they stand. */
export type DefinitionLength = 'long' | 'limits' | 'short';

/** What the figures were counted by. */
export function tellDefinitions(scorecard: Scorecard, length: DefinitionLength): Block {
  const { snapshot } = scorecard;
  const { settings, period, sentence } = snapshot;
  const lights: readonly Run[] = [
    { light: 'green' },
    ' on target, ',
    { light: 'amber' },
    ' watch, ',
    { light: 'red' },
    ' act;',
  ];
  const version = ` thresholds version ${settings.version}`;
  const told = {
    long: `${version}: ${limits(snapshot)}. ${counted(scorecard)}`,
    limits: `${version}: ${limits(snapshot)}. Definitions in scorecard.json.`,
    short: `${version}; thresholds and definitions in scorecard.json.`,
  }[length];
  const honest = 'Below n = 5 values are listed: no per cent, mean, rating or arrow; counts are not rated.';
  const compared = `Change: printed values against ${monthWords(previousMonth(period.month))}${length === 'long' ? '; a line breaks where the definition did' : ''}.`;
  const by = sentence === null || sentence.trim() === '' ? ' The sentence was put together from the figures.' : '';
  const unread = snapshot.figures.exceptions === null ? ' No exceptions file: nothing counts as accepted.' : '';
  return pageNote({ bold: 'Definitions. ' }, ...lights, `${told} ${honest} ${compared}${unread}${by}`);
}

function limits({ settings: { rag } }: Snapshot): string {
  return [
    `controls ${limitsWords(rag.controls_health_pct, ' %')}`,
    `drift ÷ active assets ${limitsWords(rag.drift_ratio_pct, ' %')}`,
    `missed ${limitsWords(rag.sla_missed_pct, ' %')}`,
    `detect ${limitsWords(rag.mttd_hours, ' h')}`,
    `resolve ${limitsWords(rag.mttr_hours, ' h')}`,
    'exceptions R by a red flag, A by an end near',
  ].join('; ');
}

function counted(scorecard: Scorecard): string {
  const { snapshot, rows } = scorecard;
  const { settings, definitions, figures } = snapshot;
  const { mttd_from, mttd_to, mttr_from, mttr_to } = settings.incidents;
  const exercises = (rows.incidents ?? []).filter(({ is_exercise }) => is_exercise === true).length;
  const noise = (rows.incidents ?? []).filter(({ is_false_positive }) => is_false_positive === true).length;
  const excluded = Object.keys(figures.vulnerability?.excluded ?? {}).length;
  return [
    `Controls: ${definitions.controls_health_pct}.`,
    `Detect: ${plainField(mttd_from)} to ${plainField(mttd_to)}; resolve: ${plainField(mttr_from)} to ${plainField(mttr_to)}, in the month.`,
    `Patching: due in the month (${definitions.sla_missed_pct} or earlier by KEV), not fixed by the end of that day.`,
    tellLost(scorecard, 'incidents') === null
      ? `Left out: ${exercises} exercise, ${noise} false positive, ${excluded} findings excepted or false.`
      : `Left out: ${excluded} findings excepted or false, and exercises and false positives.`,
  ].join(' ');
}

const plainField = (field: string) => field.replace(/_at$/, '');
