import { daysBetween, longDate } from '../local-time.ts';
import { plural } from '../report/term-words.ts';
import type { FileKind } from './files/file-kinds.ts';
import { monthWords } from './page/month-words.ts';
import { describePeriod } from './period.ts';
import type { Snapshot } from './snapshot.ts';

/** What somebody should know of a month that was counted all the same. `file` null: of the month as a whole. */
export type Notice = {
  readonly is:
    | 'unfinished_month'
    | 'stale_source'
    | 'rejected_rows'
    | 'missing_column'
    | 'row'
    | 'contradiction'
    | 'previous'
    | 'discovery'
    | 'workspace';
  readonly file: FileKind | null;
  readonly message: string;
};

/** Of the month, and of its files as wholes. */
export function tellMonth({ period, sources }: Snapshot): readonly Notice[] {
  const { month, timezone, as_of } = period;
  const isOver = as_of >= describePeriod(month, timezone).end;
  const unfinished: Notice = {
    ...{ is: 'unfinished_month', file: null },
    message: `${monthWords(month)} is counted up to the end of ${longDate(as_of)}, before it is over: what comes after is in no figure.`,
  };
  return [...(isOver ? [] : [unfinished]), ...sources.flatMap((source) => tellSource(source, as_of))];
}

function tellSource(source: Snapshot['sources'][number], asOf: string): readonly Notice[] {
  const { kind, file, dated_on, is_stale, rows, rejected } = source;
  const told: Notice[] = [];
  if (is_stale && dated_on !== null)
    told.push({
      ...{ is: 'stale_source', file: kind },
      message: `${file} is of ${longDate(dated_on)}, ${plural(daysBetween(dated_on, asOf), 'day')} before ${longDate(asOf)}: it is stale, and its figure is grey on the page.`,
    });
  if (rejected > 0)
    told.push({
      ...{ is: 'rejected_rows', file: kind },
      message: `${file}: ${rejected} of ${plural(rows, 'row')} cannot be counted and ${rejected === 1 ? 'was' : 'were'} left out of every figure.`,
    });
  return told;
}
