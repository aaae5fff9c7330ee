import { shortDate } from '../../../local-time.ts';
import type { Tile, Words } from '../../../report/document.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { SourceFacts } from '../../source-facts.ts';
import type { TrendKey } from '../../trend.ts';
import { daysStale, drawMonths, fileOf } from '../month-words.ts';

type Frame = {
  readonly name: string;
  readonly kind: SourceFacts['kind'];
  readonly keys: readonly [TrendKey, ...TrendKey[]];
  readonly drawn: string;
};
type Figure = {
  readonly headline: string;
  readonly state: Words;
  readonly details: readonly (Words | null)[];
  readonly change: string;
  readonly foot: string;
};

/** `figure` null: the file was not read, so there is nothing to say. A stale file is named with its day. */
export function frameTile(snapshot: Snapshot, frame: Frame, figure: Figure | null): Tile {
  const { name, kind, keys, drawn } = frame;
  const sparkline = drawMonths(snapshot, drawn, keys);
  if (figure === null)
    return {
      ...{ name, sparkline, headline: 'unknown', isStale: true, change: '', foot: 'not counted' },
      state: `no ${kind} file was read`,
      details: [],
    };
  const days = daysStale(snapshot, kind);
  const dated = fileOf(snapshot, kind)?.dated_on;
  const stale = days === null || !dated ? null : `source of ${shortDate(dated)}, ${days} days old`;
  const details = [stale, ...figure.details].filter((detail) => detail !== null);
  return { ...figure, name, sparkline, isStale: stale !== null, details };
}
