import { type ClockRecord, listClockRecords } from '../exercise/clock-records.ts';
import type { ExerciseState } from '../exercise/state.ts';
import { clockOf } from './script-words.ts';
import { listWords } from './term-words.ts';

export type ClocksByOutcome = {
  /** Somebody said that it runs; filed ones too. */
  readonly recognised: readonly ClockRecord[];
  /** It was started and nobody said so. */
  readonly missed: readonly ClockRecord[];
  readonly ruledOut: readonly ClockRecord[];
};

export function sortClocks(state: ExerciseState): ClocksByOutcome {
  const records = listClockRecords(state);
  return {
    recognised: records.filter(({ status }) => status === 'recognised' || status === 'filed'),
    missed: records.filter(({ status }) => status === 'not_recognised'),
    ruledOut: records.filter(({ status }) => status === 'not_applicable'),
  };
}

/** The legal clocks of the exercise in one line; null where none was exercised. */
export function tellClocks(state: ExerciseState): string | null {
  const { recognised, missed, ruledOut } = sortClocks(state);
  const named = (records: readonly ClockRecord[]) => listWords(records.map(({ clock }) => clockOf(clock)));
  const parts = [
    ...(recognised.length > 0 ? [`recognised: ${named(recognised)}`] : []),
    ...(missed.length > 0 ? [`not recognised: ${named(missed)}`] : []),
    ...(ruledOut.length > 0 ? [`ruled out: ${named(ruledOut)}`] : []),
  ];
  return parts.length === 0 ? null : parts.join('; ');
}

/** The same in numbers, where there is no room for names. */
export function countClocks(state: ExerciseState): string | null {
  const { recognised, missed, ruledOut } = sortClocks(state);
  const all = recognised.length + missed.length + ruledOut.length;
  if (all === 0) return null;
  const out = ruledOut.length > 0 ? `, ${ruledOut.length} ruled out` : '';
  return `${recognised.length} of ${all} recognised, ${missed.length} not${out}`;
}
