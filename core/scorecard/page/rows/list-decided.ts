import type { Scorecard } from '../../scorecard.ts';
import { listControls } from './controls-rows.ts';
import type { DecidedFigure } from './decided-row.ts';
import { listDrift } from './drift-rows.ts';
import { listExceptionRows } from './exception-rows.ts';
import { listIncidents } from './incident-rows.ts';
import { listPatching } from './patching-rows.ts';
import { listUnread } from './unread-rows.ts';

/** Every figure with the rows that decide it, for whoever asks "which ones?". */
export function listDecided(scorecard: Scorecard): readonly DecidedFigure[] {
  return [
    listControls(scorecard),
    ...listIncidents(scorecard),
    listDrift(scorecard),
    listExceptionRows(scorecard),
    ...listPatching(scorecard),
    ...listUnread(scorecard),
  ].filter((figure) => figure !== null);
}

export const decidedColumns = ['figure', 'file', 'line', 'id', 'name', 'counts_as', 'why'] as const;

/** All of them, for `scorecard-rows.csv`; one at a time. */
export function* decidedRows(scorecard: Scorecard): Generator<readonly string[]> {
  const plain = (words: string) => words.replaceAll('\u00A0', ' ');
  for (const { figure, kind, rows } of listDecided(scorecard))
    for (const { line, id, name, countsAs, why } of rows)
      yield [figure, kind, String(line), id, name, countsAs, plain(why)];
}
