import { daysBetween } from '../../local-time.ts';
import { percentOf, roundOrNull } from '../../round.ts';
import type { Asset, Finding } from '../files/file-kinds.ts';
import type { Period } from '../period.ts';
import type { Settings } from '../settings.ts';
import { dueDays, isKev } from './due-days.ts';
import type { Cover } from './exception-standing.ts';

const severities = ['critical', 'high', 'medium', 'low'] as const;
type Severity = (typeof severities)[number];
type Tally = { due: number; missed: number };

type Counted = {
  readonly dueDays: (string | null)[];
  readonly cohort: Finding[];
  readonly missed: Finding[];
  readonly excluded: Record<string, string>;
  readonly overdue: { readonly finding: Finding; readonly due: string }[];
  undated: number;
};

/** Each finding counts once, in the month it was due, so closing or reopening it moves nothing. Source: spec.md D.6. */
export function measurePatching(
  findings: readonly Finding[],
  assets: readonly Asset[] | null,
  cover: Cover,
  period: Period,
  settings: Settings,
) {
  const counted = count(findings, cover, period, settings);
  const { cohort, missed, overdue } = counted;
  let dueDates: Record<string, string> | null = null;
  const tallies = tallyBySeverity(cohort, missed);
  const tiers = new Map((assets ?? []).map(({ asset_id, tier }) => [asset_id, tier]));
  const idsOf = (list: readonly Finding[]) => list.map(({ finding_id }) => finding_id);
  const isCritical = ({ finding }: Counted['overdue'][number]) => finding.severity === 'critical' || isKev(finding);
  return {
    cohort: cohort.length,
    cohort_ids: idsOf(cohort),
    missed: missed.length,
    missed_ids: idsOf(missed),
    pct: roundOrNull(percentOf(missed.length, cohort.length)),
    by_severity: Object.fromEntries(
      severities.map((severity) => {
        const { due, missed: late } = tallies[severity];
        return [severity, { due, missed: late, pct: roundOrNull(percentOf(late, due)) }];
      }),
    ),
    excluded: counted.excluded,
    kev_missed: idsOf(missed.filter(isKev)),
    overdue_backlog: idsOf(overdue.map(({ finding }) => finding)),
    overdue_critical_or_kev: idsOf(overdue.filter(isCritical).map(({ finding }) => finding)),
    overdue_on_tier_0_1: idsOf(
      overdue.filter(({ finding }) => (tiers.get(finding.asset_id) ?? 2) <= 1).map(({ finding }) => finding),
    ),
    overdue_internet_facing: idsOf(
      overdue.filter(({ finding }) => finding.internet_facing === true).map(({ finding }) => finding),
    ),
    overdue_oldest_days: oldestOf(overdue, period.asOf),
    /** Made when it is asked for: of hundreds of thousands it takes as long as all the rest, and only a file wants it. */
    get due_dates() {
      dueDates ??= datesById(findings, counted.dueDays);
      return dueDates;
    },
    due_with_next_upgrade: counted.undated,
    fixed_without_day: idsOf(findings.filter(({ status, fixed_on }) => status === 'fixed' && fixed_on === null)),
  };
}

function count(findings: readonly Finding[], cover: Cover, { start, end, asOf }: Period, settings: Settings): Counted {
  const dueOf = dueDays(settings);
  const counted: Counted = { dueDays: [], cohort: [], missed: [], excluded: {}, overdue: [], undated: 0 };
  for (const finding of findings) {
    const due = dueOf(finding);
    counted.dueDays.push(due);
    if (due === null) {
      counted.undated += 1;
      continue;
    }
    if (due >= start && due <= end) countDue(counted, finding, due, cover);
    if (due <= asOf && isOpenOn(finding, asOf) && !cover(finding.exception_id, asOf))
      counted.overdue.push({ finding, due });
  }
  return counted;
}

function countDue(counted: Counted, finding: Finding, due: string, cover: Cover): void {
  if (finding.status === 'false_positive') counted.excluded[finding.finding_id] = 'false_positive';
  else if (cover(finding.exception_id, due)) counted.excluded[finding.finding_id] = 'active exception on due date';
  else {
    counted.cohort.push(finding);
    if (finding.fixed_on === null || finding.fixed_on > due) counted.missed.push(finding);
  }
}

const isOpenOn = ({ status, fixed_on }: Finding, asOf: string): boolean =>
  status !== 'false_positive' && (fixed_on === null ? status !== 'fixed' : fixed_on > asOf);

function tallyBySeverity(cohort: readonly Finding[], missed: readonly Finding[]): Readonly<Record<Severity, Tally>> {
  const tallies: Record<Severity, Tally> = {
    critical: { due: 0, missed: 0 },
    high: { due: 0, missed: 0 },
    medium: { due: 0, missed: 0 },
    low: { due: 0, missed: 0 },
  };
  for (const { severity } of cohort) tallies[severity].due += 1;
  for (const { severity } of missed) tallies[severity].missed += 1;
  return tallies;
}

function datesById(findings: readonly Finding[], days: readonly (string | null)[]): Record<string, string> {
  const dates: Record<string, string> = {};
  for (const [at, { finding_id }] of findings.entries()) {
    const due = days[at] ?? null;
    if (due !== null) dates[finding_id] = due;
  }
  return dates;
}

/** By the day it was due. */
function oldestOf(overdue: Counted['overdue'], asOf: string): number | null {
  const [first, ...more] = overdue.map(({ due }) => due);
  if (first === undefined) return null;
  return daysBetween(
    more.reduce((oldest, due) => (due < oldest ? due : oldest), first),
    asOf,
  );
}
