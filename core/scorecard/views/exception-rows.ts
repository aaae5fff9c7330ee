import type { ListedException } from '../figures/exception-flags.ts';
import { flagWords } from '../page/flag-words.ts';
import type { Snapshot } from '../snapshot.ts';
import { ask, day, number, type TileRows, text } from './tile-rows.ts';

type Figures = NonNullable<Snapshot['figures']['exceptions']>;

const columns = [
  text('Exception'),
  text('What'),
  text('Scope'),
  text('Risk'),
  text('Owner'),
  text('Approver'),
  day('Expires'),
  number('Days left'),
  text('Flags'),
];

/** In the order of the exception list. */
export function exceptionRows(
  figures: Figures,
  listed: readonly ListedException[],
  { settings }: Pick<Snapshot, 'settings'>,
): TileRows {
  const byId = new Map(listed.map((one) => [one.exception.exception_id, one]));
  const places = new Map([...byId.keys()].map((id, at) => [id, at]));
  const inOrder = (ids: readonly string[]) => ids.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  const { expiring_within_days: within } = settings.exceptions;
  return {
    numbers: [
      ask('active', 'active', figures.active_ids, inOrder),
      ask('expired', 'expired and still open', figures.expired_open, inOrder),
      ask('expiring', `ending within ${within} days`, figures.expiring_30d, inOrder),
      ask('red', 'with a red flag', figures.red_flagged, inOrder),
      ask('no_owner', 'without an owner', figures.owner_missing, inOrder),
      ask('no_control', 'without a compensating control', figures.no_compensating_control, inOrder),
      ask('no_expiry', 'without an expiry', figures.no_expiry, inOrder),
      ask('pending', 'pending', figures.pending, inOrder),
      ask('listed', 'on the list', [...byId.keys()]),
    ],
    columns,
    rowOf: (id) => {
      const one = byId.get(id);
      return one ? rowOf(one, within) : null;
    },
  };
}

function rowOf({ exception, daysLeft, flags, redFlags }: ListedException, within: number) {
  const { exception_id, title, scope_ref, risk, owner, approver, expires_on } = exception;
  const about = [exception_id, title, scope_ref ?? '', risk, owner ?? '', approver ?? ''];
  const left = daysLeft === null ? '' : String(daysLeft);
  const cells = [...about, expires_on ?? '', left, flags.map((flag) => flagWords(flag, within)).join(', ')];
  return { cells, isFlagged: redFlags.length > 0 };
}
