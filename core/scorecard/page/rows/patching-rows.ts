import { daysBetween, shortDate } from '../../../local-time.ts';
import { plural } from '../../../report/term-words.ts';
import { isKev } from '../../figures/due-days.ts';
import type { Finding } from '../../files/file-kinds.ts';
import type { Scorecard } from '../../scorecard.ts';
import { countWords, percentWords } from '../honest-words.ts';
import { type DecidedFigure, type DecidedRow, inOrderOf, leftOut } from './decided-row.ts';

/** What was due in the month, and what is overdue at its end: of all findings those that decide. */
export function listPatching({ snapshot, rows }: Scorecard): readonly DecidedFigure[] {
  const patching = snapshot.figures.vulnerability;
  if (patching === null || rows.vulnerabilities === null) return [];
  const { as_of } = snapshot.period;
  const { pct, cohort, missed, overdue_backlog } = patching;
  const share = pct === null ? '' : `, ${percentWords(pct)}`;
  return [
    {
      ...{
        figure: 'Patching deadlines',
        kind: 'vulnerabilities',
        rows: listDue(rows.vulnerabilities, patching, as_of),
      },
      result: `${countWords(missed)} of ${countWords(cohort)} due in the month missed${share}`,
    },
    {
      ...{
        figure: 'Overdue findings',
        kind: 'vulnerabilities',
        rows: listOverdue(rows.vulnerabilities, patching, as_of),
      },
      result: `${countWords(overdue_backlog.length)} open and due by ${shortDate(as_of)}`,
    },
  ];
}

type Patching = NonNullable<Scorecard['snapshot']['figures']['vulnerability']>;

function listDue(findings: readonly Finding[], patching: Patching, asOf: string): readonly DecidedRow[] {
  const [cohort, missed] = [new Set(patching.cohort_ids), new Set(patching.missed_ids)];
  const rows = findings.flatMap((finding) => {
    const { finding_id: id } = finding;
    const [day, excluded] = [patching.due_dates[id], patching.excluded[id]];
    if (day === undefined) return [];
    if (excluded !== undefined)
      return [rowOf(finding, leftOut, `${excluded.replace('_', ' ')}, due ${shortDate(day)}`)];
    const isMissed = missed.has(id);
    return cohort.has(id) ? [rowOf(finding, isMissed ? 'missed' : 'met', dueWords(finding, day, isMissed, asOf))] : [];
  });
  return inOrderOf(['missed', 'met'], rows);
}

function listOverdue(findings: readonly Finding[], patching: Patching, asOf: string): readonly DecidedRow[] {
  const [overdue, urgent] = [new Set(patching.overdue_backlog), new Set(patching.overdue_critical_or_kev)];
  const rows = findings.flatMap((finding) => {
    const { finding_id: id } = finding;
    const day = patching.due_dates[id];
    if (day === undefined || !overdue.has(id)) return [];
    return [rowOf(finding, urgent.has(id) ? 'critical or KEV' : 'overdue', dueWords(finding, day, true, asOf))];
  });
  return inOrderOf(['critical or KEV'], rows);
}

const rowOf = ({ line, finding_id: id, asset_id, title }: Finding, countsAs: string, why: string): DecidedRow => ({
  ...{ line, id, name: `${asset_id}: ${title}`, countsAs, why },
});

function dueWords(finding: Finding, day: string, isLate: boolean, asOf: string): string {
  const { severity, fixed_on } = finding;
  const due = `${severity}${isKev(finding) ? ', KEV' : ''}, due ${shortDate(day)}`;
  const until = fixed_on !== null && fixed_on <= asOf ? fixed_on : null;
  const fixed = until === null ? 'open' : `fixed ${shortDate(until)}`;
  if (!isLate) return `${due}, ${fixed}`;
  const days = daysBetween(day, until ?? asOf);
  return `${due}, ${fixed}, ${days === 0 ? 'not done by the end of its day' : `late by ${plural(days, 'day')}`}`;
}
