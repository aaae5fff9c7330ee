import { daysBetween, shortDate } from '../../local-time.ts';
import { type Block, pageNote } from '../../report/document.ts';
import { plural } from '../../report/term-words.ts';
import { type AssetStanding, standingOf } from '../figures/controls-health.ts';
import type { ListedException } from '../figures/exception-flags.ts';
import type { Asset } from '../files/file-kinds.ts';
import type { Scorecard } from '../scorecard.ts';
import { cutCell, cutName } from './cut-cell.ts';
import { countWords } from './honest-words.ts';
import { tellLost } from './lost-words.ts';

export type TableRoom = { readonly rows: number; readonly cell: number };

/** Which assets in scope do not meet their baseline and why: the lowest tier first, then what faces the internet. */
export function listFailingAssets(scorecard: Scorecard, { rows: most, cell }: TableRoom): readonly Block[] {
  const failing = findFailing(scorecard);
  if (failing === null)
    return [
      pageNote(
        { bold: 'Failing assets. ' },
        tellLost(scorecard, 'assets') ?? 'No assets file was read: nobody knows which fail.',
      ),
    ];
  const { in_scope, scope } = scopeOf(scorecard);
  if (in_scope === 0) return [pageNote({ bold: 'Failing assets. ' }, `No active asset of ${scope} is in the file.`)];
  if (failing.length === 0)
    return [
      pageNote({ bold: 'Failing assets. ' }, `None: each of ${plural(in_scope, 'asset')} in scope meets its baseline.`),
    ];
  const shown = failing.slice(0, most);
  return [
    {
      is: 'table',
      caption: `Failing assets, ${scope}: ${countWords(shown.length)} of ${countWords(failing.length)}`,
      look: 'dense',
      columns: [
        { head: 'Id', width: 900 },
        { head: 'Asset', width: 2340 },
        { head: 'Tier', width: 540 },
        { head: 'Why it does not count as compliant', width: 3960 },
        { head: 'Owner', width: 1620 },
      ],
      rows: shown.map((asset) => [
        cutName(asset.asset_id, 16),
        cutName(asset.name, cell),
        String(asset.tier),
        tellFailing(asset, scorecard),
        cutCell(asset.owner, cell * 0.7),
      ]),
    },
  ];
}

function findFailing({ snapshot, rows }: Scorecard): readonly Asset[] | null {
  const { controls_health } = snapshot.figures;
  if (controls_health === null || rows.assets === null) return null;
  const failing = new Set(controls_health.failing);
  const facesFirst = ({ internet_facing }: Asset) => (internet_facing === true ? 0 : 1);
  return rows.assets
    .filter(({ asset_id }) => failing.has(asset_id))
    .toSorted((a, b) => a.tier - b.tier || facesFirst(a) - facesFirst(b) || (a.asset_id < b.asset_id ? -1 : 1));
}

function scopeOf({ snapshot: { figures, settings } }: Scorecard) {
  const { scope, scope_tiers } = settings.controls;
  const tiers = `tier ${scope_tiers.join(' and ')}`;
  return { in_scope: figures.controls_health?.in_scope ?? 0, scope: scope === 'all_assets' ? 'all tiers' : tiers };
}

/** `not compliant; exception E-001 ends in 15 days`. */
export function tellFailing(asset: Asset, { snapshot, listed }: Scorecard): string {
  const { period, settings } = snapshot;
  const standing = standingOf(asset, period.as_of, settings.controls.stale_after_days);
  const why = tellStanding(asset, standing, period.as_of);
  const exception = (listed ?? []).find(({ exception: { exception_id: id } }) => id === asset.exception_id);
  if (asset.exception_id === null || !exception) return why;
  return `${why}; exception ${cutName(asset.exception_id, 20)} ${tellException(exception)}`;
}

export function tellStanding(asset: Asset, standing: AssetStanding, asOf: string): string {
  const { baseline_status: status, baseline_checked_on: on } = asset;
  if (standing === 'non_compliant') return 'not compliant';
  if (standing === 'compliant') return 'compliant';
  if (standing === 'stale' && on !== null) return `last checked ${daysBetween(on, asOf)} days ago`;
  if (on === null) return status === null ? 'never checked' : 'no day of a check';
  return 'checked, but the result is unknown';
}

function tellException({ state, daysLeft, exception: { expires_on } }: ListedException): string {
  if (state === 'expired_open') return `expired ${shortDate(expires_on ?? '')}`;
  if (state === 'pending') return 'is not approved yet';
  if (state === 'not_started') return 'has not begun';
  return daysLeft === null ? 'has no end' : `ends in ${plural(daysLeft, 'day')}`;
}
