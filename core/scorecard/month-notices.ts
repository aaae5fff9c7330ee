import { daysBetween, longDate } from '../local-time.ts';
import { plural } from '../report/term-words.ts';
import type { FileKind } from './files/file-kinds.ts';
import { monthWords } from './page/month-words.ts';
import { describePeriod } from './period.ts';
import type { Snapshot } from './snapshot.ts';
import type { SourceFacts } from './source-facts.ts';

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
  const unfinished = tellUnfinished(month, timezone, as_of);
  return [
    ...(unfinished === null ? [] : [{ is: 'unfinished_month' as const, file: null, message: unfinished }]),
    ...sources.flatMap((source): readonly Notice[] => {
      const [stale, rejected] = [tellStale(source, as_of), tellRejected(source)];
      return [
        ...(stale === null ? [] : [{ is: 'stale_source' as const, file: source.kind, message: `${stale}.` }]),
        ...(rejected === null ? [] : [{ is: 'rejected_rows' as const, file: source.kind, message: `${rejected}.` }]),
      ];
    }),
  ];
}

export function tellUnfinished(month: string, zone: string, asOf: string): string | null {
  if (asOf >= describePeriod(month, zone).end) return null;
  return `${monthWords(month)} is counted up to the end of ${longDate(asOf)}, before it is over: what comes after is in no figure.`;
}

export function tellStale({ file, dated_on, is_stale }: SourceFacts, asOf: string): string | null {
  if (!is_stale || dated_on === null) return null;
  const days = plural(daysBetween(dated_on, asOf), 'day');
  return `${file} is of ${longDate(dated_on)}, ${days} before ${longDate(asOf)}: it is stale, and its figure is grey on the page`;
}

export function tellRejected({ file, rows, rejected }: SourceFacts): string | null {
  if (rejected === 0) return null;
  return `${file}: ${rejected} of ${plural(rows, 'row')} cannot be counted and ${rejected === 1 ? 'was' : 'were'} left out of every figure`;
}
