import type { Tile } from '../../../report/document.ts';
import type { Snapshot } from '../../snapshot.ts';
import { changeWords } from '../change-words.ts';
import { countWords, fewestToRate, lightRuns, percentWords } from '../honest-words.ts';
import { againstLimit } from '../limit-words.ts';
import { frameTile } from './tile.ts';

const frame = { name: 'Drift', kind: 'drift', keys: ['drift_open'], drawn: 'Open drift' } as const;

type Drift = NonNullable<Snapshot['figures']['drift']>;

/** The rating is by the ratio of D.4; the share printed has what is open in its denominator too. Source: spec.md D.8. */
export function describeDrift(snapshot: Snapshot): Tile {
  const { figures, settings } = snapshot;
  const { drift } = figures;
  if (drift === null) return frameTile(snapshot, frame, null);
  const { open, active_assets: assets, internet_facing_open: facing } = drift;
  const rating = assets < fewestToRate ? null : figures.rag.drift;
  const limit =
    rating === null ? 'not rated' : `${againstLimit(rating, settings.rag.drift_ratio_pct)}\u00A0% of active`;
  return frameTile(snapshot, frame, {
    headline: `${countWords(open)} open`,
    state: lightRuns(rating, assets === 0 ? 'not rated: no assets' : limit),
    details: [
      `${countWords(drift.unmanaged)} unmanaged, ${countWords(drift.shadow)} shadow`,
      open === 0 ? null : `${countWords(facing.length)} ${facing.length === 1 ? 'faces' : 'face'} the internet`,
      ages(drift),
    ],
    change: changeWords(snapshot, 'drift_open', 'open', 'count', open + assets),
    foot: shareOf(open, assets),
  });
}

/** Below five each age; from five the median and the oldest. */
function ages({ ages_days, median_age_days, oldest_days }: Drift): string | null {
  const days = Object.values(ages_days).toSorted((a, b) => b - a);
  if (oldest_days === null) return null;
  if (days.length < fewestToRate) return `${days.join(', ')} days old`;
  return `oldest ${oldest_days}, median ${median_age_days} days`;
}

function shareOf(open: number, assets: number): string {
  if (assets === 0) return 'no active asset to compare with';
  const whole = open + assets;
  const share = whole < fewestToRate ? '' : `, ${percentWords((open / whole) * 100)}`;
  return `${countWords(open)} of ${countWords(whole)}${share} (${countWords(assets)} active assets + ${countWords(open)} open)`;
}
