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
      ask('active', 'active', inOrder(figures.active_ids)),
      ask('expired', 'expired and still open', inOrder(figures.expired_open)),
      ask('expiring', `ending within ${within} days`, inOrder(figures.expiring_30d)),
      ask('red', 'with a red flag', inOrder(figures.red_flagged)),
      ask('no_owner', 'without an owner', inOrder(figures.owner_missing)),
      ask('no_control', 'without a compensating control', inOrder(figures.no_compensating_control)),
      ask('no_expiry', 'without an expiry', inOrder(figures.no_expiry)),
      ask('pending', 'pending', inOrder(figures.pending)),
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
