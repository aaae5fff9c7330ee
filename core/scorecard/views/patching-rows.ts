import { daysBetween } from '../../local-time.ts';
import { isKev } from '../figures/due-days.ts';
import type { Finding } from '../files/file-kinds.ts';
import type { Snapshot } from '../snapshot.ts';
import { type AskedNumber, ask, day, type FigureRows, text } from './tile-rows.ts';

type Figures = NonNullable<Snapshot['figures']['vulnerability']>;

const columns = [
  text('Finding'),
  text('What'),
  text('Asset'),
  text('Severity'),
  text('KEV'),
  day('Due'),
  day('Fixed'),
  text('Late by'),
];
const mostNamed = 5;

/** What waits longest first. */
export function patchingRows(
  figures: Figures,
  findings: readonly Finding[],
  { period }: Pick<Snapshot, 'period'>,
): FigureRows {
  const byId = new Map(findings.map((finding) => [finding.finding_id, finding]));
  const dueOf = (id: string) => figures.due_dates[id] ?? '';
  const byDue = (ids: readonly string[]) => ids.toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1));
  const missed = new Set(figures.missed_ids);
  const missedFirst = (ids: readonly string[]) =>
    byDue(ids).toSorted((a, b) => Number(missed.has(b)) - Number(missed.has(a)));
  const excludedAs = (is: (why: string) => boolean) =>
    Object.entries(figures.excluded).flatMap(([id, why]) => (is(why) ? [id] : []));
  const left = { note: leftOut(figures.excluded) };
  return {
    numbers: [
      ask('overdue', 'overdue', figures.overdue_backlog, byDue),
      ask('overdue_critical', 'overdue, critical or KEV', figures.overdue_critical_or_kev, byDue),
      ask('overdue_tier', 'overdue on tier 0 and 1', figures.overdue_on_tier_0_1, byDue),
      ask('overdue_facing', 'overdue and internet-facing', figures.overdue_internet_facing, byDue),
      { ...ask('missed', 'due in the month and missed', figures.missed_ids, byDue), ...left },
      { ...ask('cohort', 'due in the month', figures.cohort_ids, missedFirst), ...left },
      ...severities(figures, byId, missedFirst),
      ask('kev_missed', 'missed, with a KEV date', figures.kev_missed, byDue),
      ask('excluded', 'due and left out', Object.keys(figures.excluded)),
      ask('no_day', 'fixed without a day', figures.fixed_without_day),
    ],
    aside: [
      ask(
        'false_positives',
        'due, false positives, left out',
        excludedAs((why) => why === 'false_positive'),
      ),
      ask(
        'excepted',
        'due under an active exception, left out',
        excludedAs((why) => why !== 'false_positive'),
      ),
      ask('facing_unknown', 'with unknown exposure', findings.flatMap(idOfUnknown)),
    ],
    columns,
    rowOf: (id) => {
      const finding = byId.get(id);
      return finding ? rowOf(finding, dueOf(id), period.as_of) : null;
    },
  };
}

const idOfUnknown = ({ finding_id, internet_facing }: Finding) => (internet_facing === null ? [finding_id] : []);

function severities(
  { by_severity, cohort_ids }: Figures,
  byId: ReadonlyMap<string, Finding>,
  sort: (ids: readonly string[]) => readonly string[],
): readonly AskedNumber[] {
  return Object.entries(by_severity).map(([severity, { due, missed }]) => {
    const ids = () => sort(cohort_ids.filter((id) => byId.get(id)?.severity === severity));
    return { ask: `severity:${severity}`, words: `${severity} missed`, ids, value: `${missed} of ${due}` };
  });
}

function rowOf(finding: Finding, due: string, asOf: string) {
  const { finding_id, title, asset_id, severity, fixed_on } = finding;
  const late = lateWords(due, fixed_on !== null && fixed_on <= asOf ? fixed_on : null, asOf);
  const about = [finding_id, title, asset_id, severity, isKev(finding) ? 'KEV' : ''];
  return { cells: [...about, due, fixed_on ?? '', late], isFlagged: fixed_on === null && due !== '' && due <= asOf };
}

function lateWords(due: string, fixed: string | null, asOf: string): string {
  if (due === '') return 'with the next upgrade';
  const days = daysBetween(due, fixed ?? asOf);
  if (days > 0) return days === 1 ? '1 day' : `${days} days`;
  if (fixed !== null) return 'in time';
  return days === 0 ? 'open on its day' : 'not due yet';
}

function leftOut(excluded: Figures['excluded']): string | undefined {
  const all = Object.entries(excluded);
  if (all.length === 0) return undefined;
  const named = all.slice(0, mostNamed).map(([id, why]) => `${id} (${why.replace('_', ' ')})`);
  const more = all.length > mostNamed ? ` and ${all.length - mostNamed} more` : '';
  return `Left out: ${named.join(', ')}${more}.`;
}
