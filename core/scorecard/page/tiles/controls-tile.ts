import type { Tile } from '../../../report/document.ts';
import type { Snapshot } from '../../snapshot.ts';
import { changeWords } from '../change-words.ts';
import { countWords, fewestToRate, lightRuns, percentWords, shareWords } from '../honest-words.ts';
import { againstLimit } from '../limit-words.ts';
import { frameTile } from './tile.ts';

const frame = {
  name: 'Controls',
  kind: 'assets',
  keys: ['controls_health_pct'],
  drawn: 'Per cent of assets that meet their baseline',
} as const;

export function describeControls(snapshot: Snapshot): Tile {
  const { figures, settings } = snapshot;
  const controls = figures.controls_health;
  if (controls === null) return frameTile(snapshot, frame, null);
  const { in_scope: n, compliant, pct } = controls;
  const [first, second] = shareWords(compliant, n, pct);
  const rating = n < fewestToRate ? null : figures.rag.controls_health;
  const limit = rating === null ? null : againstLimit(rating, settings.rag.controls_health_pct);
  const state = n === 0 ? 'no asset in scope' : [second, limit].filter((words) => words !== null).join(', ');
  return frameTile(snapshot, frame, {
    headline: n === 0 ? 'n/a' : first,
    state: lightRuns(rating, state || `n below ${fewestToRate}: no per cent`),
    details: [worstTier(controls), unsure(controls), excepted(controls)],
    change: changeWords(snapshot, 'controls_health_pct', 'compliant', 'points', n),
    foot: `n = ${countWords(n)}`,
  });
}

type Controls = NonNullable<Snapshot['figures']['controls_health']>;

/** The lowest share; of two the tier that matters more. */
export function worstTier({ by_tier }: Controls): string | null {
  const tiers = Object.entries(by_tier).filter(([, { in_scope }]) => in_scope > 0);
  const shareOf = ([, { compliant, in_scope }]: (typeof tiers)[number]) => compliant / in_scope;
  const [worst] = tiers.toSorted((a, b) => shareOf(a) - shareOf(b) || Number(a[0]) - Number(b[0]));
  if (!worst || shareOf(worst) === 1) return null;
  const [tier, { compliant, in_scope }] = worst;
  return `worst: tier ${tier}, ${countWords(compliant)} of ${countWords(in_scope)}`;
}

function unsure({ stale, unknown }: Controls): string | null {
  const parts = [
    stale.length > 0 ? `${countWords(stale.length)} stale` : null,
    unknown.length > 0 ? `${countWords(unknown.length)} unknown` : null,
  ];
  return parts.filter((part) => part !== null).join(', ') || null;
}

function excepted({ excepted: ids, in_scope, pct_with_exceptions: pct }: Controls): string | null {
  if (ids.length === 0 || pct === null || in_scope < fewestToRate) return null;
  return `with exceptions ${percentWords(pct)}`;
}
