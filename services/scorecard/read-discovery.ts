import { fail, type Outcome, succeed } from '#core/outcome.ts';
import type { Period } from '#core/scorecard/period.ts';
import { proposeDrift, proposedColumns } from '#core/scorecard/propose-drift.ts';
import type { Scorecard } from '#core/scorecard/scorecard.ts';
import { writeCsv } from '../export/write-csv.ts';
import { readMonthFile } from './read-month-file.ts';

/** What a discovery list found that no file of the month knows, to be reviewed. */
export const proposedName = 'drift-proposed.csv';

/** `left`: rows of the list that could not be read and were left out. */
export type Proposed = { readonly text: string; readonly rows: number; readonly left: number };

type Around = { readonly period: Period; readonly leaveOut: boolean; readonly signal?: AbortSignal | undefined };

/** Holds a discovery list against the assets and the drift of a month. Every row of it that cannot be read is a line of the refusal, or left out. */
export async function readDiscovery(
  path: string,
  { rows }: Pick<Scorecard, 'rows'>,
  { period, leaveOut, signal }: Around,
): Promise<Outcome<Proposed>> {
  const read = await readMonthFile('discovery', path, { options: { zone: period.zone }, signal });
  if (!read.ok) return read;
  const { fault, problems, rows: sightings, rejected } = read.value.table;
  const wrong = [...(fault ? [fault] : []), ...(leaveOut ? [] : problems)];
  if (wrong.length > 0) {
    const lines = wrong.map(({ line, column, message }) => `${path}:${line}:${column ?? 1}: ${message}`);
    return fail({ code: 'bad_input', message: lines.join('\n'), hint: '' });
  }
  const known = { assets: rows.assets ?? [], drift: rows.drift ?? [] };
  const proposed = proposeDrift(sightings, known, period);
  return succeed({ text: writeCsv(proposedColumns, proposed), rows: proposed.length, left: rejected });
}
