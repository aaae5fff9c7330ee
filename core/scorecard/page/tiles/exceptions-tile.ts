import type { Tile } from '../../../report/document.ts';
import type { Snapshot } from '../../snapshot.ts';
import { changeWords } from '../change-words.ts';
import { countWords, lightRuns } from '../honest-words.ts';
import { frameTile } from './tile.ts';

const frame = {
  name: 'Exceptions',
  kind: 'exceptions',
  keys: ['exceptions_active'],
  drawn: 'Active exceptions',
} as const;

/** The state comes from the red flags, never from how many there are. Source: spec.md D.8. */
export function describeExceptions(snapshot: Snapshot): Tile {
  const { figures, settings } = snapshot;
  const { exceptions } = figures;
  if (exceptions === null) return frameTile(snapshot, frame, null);
  const { active, expired_open, expiring_30d_count, red_flagged, pending, owner_missing, flags } = exceptions;
  const listed = Object.keys(flags).length;
  const days = settings.exceptions.expiring_within_days;
  return frameTile(snapshot, frame, {
    headline: `${countWords(active)} active`,
    state: lightRuns(
      listed === 0 ? null : figures.rag.exceptions,
      expired_open.length > 0 ? `${countWords(expired_open.length)} expired, still open` : 'none expired',
    ),
    details: [
      `${countWords(expiring_30d_count)} end within ${days} days`,
      `red flag: ${countWords(red_flagged.length)} of ${countWords(listed)} on the list`,
      owner_missing.length === 0 ? null : `${countWords(owner_missing.length)} without owner`,
    ],
    change: changeWords(snapshot, 'exceptions_active', 'active', 'count', active),
    foot: `n = ${countWords(active)}${pending.length === 0 ? '' : `, ${countWords(pending.length)} more pending`}`,
  });
}
