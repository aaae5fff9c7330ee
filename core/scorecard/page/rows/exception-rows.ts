import { shortDate } from '../../../local-time.ts';
import type { ExceptionFlag } from '../../figures/exception-flags.ts';
import type { Exception } from '../../files/file-kinds.ts';
import type { Scorecard } from '../../scorecard.ts';
import { flagWords, stateWords } from '../flag-words.ts';
import { type DecidedFigure, type DecidedRow, leftOut } from './decided-row.ts';

export function listExceptionRows({ snapshot, rows, listed }: Scorecard): DecidedFigure | null {
  const { exceptions } = snapshot.figures;
  if (exceptions === null || rows.exceptions === null || listed === null) return null;
  const expiring = snapshot.settings.exceptions.expiring_within_days;
  const shown = new Set(listed.map(({ exception }) => exception));
  const rowOf = (one: Exception, countsAs: string, why: string): DecidedRow => ({
    ...{ line: one.line, id: one.exception_id, name: one.title, countsAs, why },
  });
  const { active, expired_open } = exceptions;
  return {
    figure: 'Exceptions',
    kind: 'exceptions',
    result: `${active} active, ${expired_open.length} expired and still open`,
    rows: [
      ...listed.map(({ exception, state, flags }) => {
        const told = [
          spanWords(exception),
          ...flags.filter((flag) => !saidAlready.has(flag)).map((flag) => flagWords(flag, expiring)),
        ];
        return rowOf(exception, stateWords[state], told.join(', '));
      }),
      ...rows.exceptions
        .filter((one) => !shown.has(one))
        .map((one) => rowOf(one, leftOut, `${one.status}: ${spanWords(one)}`)),
    ],
  };
}

/** Its state and its days say so. */
const saidAlready: ReadonlySet<ExceptionFlag> = new Set(['EXPIRED', 'NO_EXPIRY']);

function spanWords({ starts_on, expires_on, closed_on }: Exception): string {
  const closed = closed_on === null ? '' : `, closed ${shortDate(closed_on)}`;
  const from = starts_on === null ? 'no start' : shortDate(starts_on);
  return `${from} to ${expires_on === null ? 'no end' : shortDate(expires_on)}${closed}`;
}
