import { daysBetween, shortDate } from '../../../local-time.ts';
import { plural } from '../../../report/term-words.ts';
import { type DueDay, dueDays, isKev } from '../../figures/due-days.ts';
import type { Finding } from '../../files/file-kinds.ts';
import type { Scorecard } from '../../scorecard.ts';
import { countWords, percentWords } from '../honest-words.ts';
import { type DecidedFigure, type DecidedRow, type DecidedRows, inOrderOf, leftOut } from './decided-row.ts';

/** What was due in the month, and what is overdue at its end: of all findings those that decide. */
export function listPatching({ snapshot, rows }: Scorecard): readonly DecidedFigure[] {
  const patching = snapshot.figures.vulnerability;
  if (patching === null || rows.vulnerabilities === null) return [];
  const { as_of } = snapshot.period;
  const dueOf = dueDays(snapshot.settings);
  const { pct, cohort, missed, overdue_backlog } = patching;
  const share = pct === null ? '' : `, ${percentWords(pct)}`;
  return [
    {
      ...{
        figure: 'Patching deadlines',
        kind: 'vulnerabilities',
        rows: listDue(rows.vulnerabilities, patching, dueOf, as_of),
      },
      result: `${countWords(missed)} of ${countWords(cohort)} due in the month missed${share}`,
    },
    {
      ...{
        figure: 'Overdue findings',
        kind: 'vulnerabilities',
        rows: listOverdue(rows.vulnerabilities, patching, dueOf, as_of),
      },
      result: `${countWords(overdue_backlog.length)} open and due by ${shortDate(as_of)}`,
    },
  ];
}

type Patching = NonNullable<Scorecard['snapshot']['figures']['vulnerability']>;

/** By the days of the rows themselves: of hundreds of thousands, `due_dates` takes longer to make and to look into. */
function listDue(findings: readonly Finding[], patching: Patching, dueOf: DueDay, asOf: string): DecidedRows {
  const { excluded } = patching;
  const [cohort, missed] = [new Set(patching.cohort_ids), new Set(patching.missed_ids)];
  const countsAs = ({ finding_id: id }: Finding) =>
    excluded[id] === undefined ? (missed.has(id) ? 'missed' : 'met') : leftOut;
  const tell = (finding: Finding, counts: string): DecidedRow => {
    const day = dueOf(finding) ?? ''; // what has none is due in no month
    if (counts !== leftOut) return rowOf(finding, counts, dueWords(finding, day, counts === 'missed', asOf));
    return rowOf(finding, counts, `${excluded[finding.finding_id]?.replace('_', ' ')}, due ${shortDate(day)}`);
  };
  const due = findings.filter(({ finding_id: id }) => cohort.has(id) || excluded[id] !== undefined);
  return inOrderOf(['missed', 'met'], due, { countsAs, tell });
}

function listOverdue(findings: readonly Finding[], patching: Patching, dueOf: DueDay, asOf: string): DecidedRows {
  const [overdue, urgent] = [new Set(patching.overdue_backlog), new Set(patching.overdue_critical_or_kev)];
  const late = findings.filter(({ finding_id: id }) => overdue.has(id));
  return inOrderOf(['critical or KEV'], late, {
    countsAs: ({ finding_id: id }) => (urgent.has(id) ? 'critical or KEV' : 'overdue'),
    tell: (finding, counts) => rowOf(finding, counts, dueWords(finding, dueOf(finding) ?? '', true, asOf)),
  });
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
