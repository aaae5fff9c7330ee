import type { Tile } from '../../../report/document.ts';
import { plural } from '../../../report/term-words.ts';
import type { Snapshot } from '../../snapshot.ts';
import { changeWords } from '../change-words.ts';
import { countWords, fewestToRate, lightRuns, shareWords, someOf } from '../honest-words.ts';
import { frameTile } from './tile.ts';

const frame = {
  name: 'Patching',
  kind: 'vulnerabilities',
  keys: ['sla_missed_pct'],
  drawn: 'Per cent of patching deadlines missed',
} as const;

type Patching = NonNullable<Snapshot['figures']['vulnerability']>;

/** The overdue first; then what was due in the month, a percentage from five on, else which ones were missed, with its change below it. */
export function describePatching(snapshot: Snapshot): Tile {
  const { vulnerability: patching, rag } = snapshot.figures;
  if (patching === null) return frameTile(snapshot, frame, null);
  const { overdue_backlog, cohort } = patching;
  return frameTile(snapshot, frame, {
    headline: `${countWords(overdue_backlog.length)} overdue`,
    state: urgent(patching),
    details: [
      oldest(patching),
      where(patching),
      lightRuns(cohort < fewestToRate ? null : rag.vulnerability, missedWords(patching)),
      fewMissed(patching),
    ],
    change: changeWords(snapshot, 'sla_missed_pct', 'missed', 'points', cohort),
    foot: footOf(patching),
  });
}

function missedWords({ missed, cohort, pct }: Patching): string {
  if (cohort === 0) return 'nothing was due: n/a missed';
  const [first] = shareWords(missed, cohort, pct);
  return `${first} missed`;
}

function urgent({ overdue_backlog: overdue, overdue_critical_or_kev: urgent }: Patching): string {
  return overdue.length === 0 ? 'nothing waits past its day' : `${countWords(urgent.length)} critical or KEV`;
}

function oldest({ overdue_oldest_days: days }: Patching): string | null {
  return days === null ? null : `oldest ${plural(days, 'day')} overdue`;
}

function where({ overdue_on_tier_0_1: onTiers, overdue_internet_facing: facing }: Patching): string | null {
  const parts = [
    onTiers.length > 0 ? `${countWords(onTiers.length)} on tier 0/1` : null,
    facing.length > 0 ? `${countWords(facing.length)} exposed` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function fewMissed({ cohort, missed_ids: ids }: Patching): string | null {
  return cohort >= fewestToRate || ids.length === 0 ? null : `missed: ${someOf(ids)}`;
}

function footOf({ missed, cohort, pct }: Patching): string {
  const [, second] = shareWords(missed, cohort, pct);
  return `cohort n = ${countWords(cohort)}${second === null ? '' : `, ${second}`}`;
}
