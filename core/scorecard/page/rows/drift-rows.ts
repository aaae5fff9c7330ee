import { shortDate } from '../../../local-time.ts';
import { plural } from '../../../report/term-words.ts';
import type { Drift } from '../../files/file-kinds.ts';
import type { Scorecard } from '../../scorecard.ts';
import { type DecidedFigure, inOrderOf, leftOut } from './decided-row.ts';

export function listDrift({ snapshot, rows }: Scorecard): DecidedFigure | null {
  const { drift } = snapshot.figures;
  if (drift === null || rows.drift === null) return null;
  const [open, accepted] = [new Set(drift.ids), new Set(drift.accepted)];
  const whyOf = (one: Drift) => {
    const found = `${one.kind}, found ${shortDate(one.discovered_on)}`;
    const age = drift.ages_days[one.drift_id];
    if (age !== undefined) return `${found}, ${age} days ago${one.internet_facing === true ? ', internet-facing' : ''}`;
    if (one.status === 'false_positive') return `a false positive: ${found}`;
    if (accepted.has(one.drift_id)) return `accepted under ${one.exception_id}: ${found}`;
    if (one.resolved_on !== null) return `${found}, dealt with ${shortDate(one.resolved_on)}`;
    return `after the day it is looked at from: ${found}`;
  };
  return {
    figure: 'Drift',
    kind: 'drift',
    result: `${drift.open} open at the end of ${shortDate(snapshot.period.as_of)}; ${plural(drift.active_assets, 'active asset')}, which are the rows of Controls that are neither decommissioned nor planned`,
    rows: inOrderOf(['open'], rows.drift, {
      countsAs: ({ drift_id }) => (open.has(drift_id) ? 'open' : leftOut),
      tell: (one, countsAs) => ({
        ...{ line: one.line, id: one.drift_id, name: one.identifier },
        ...{ countsAs, why: whyOf(one) },
      }),
    }),
  };
}
