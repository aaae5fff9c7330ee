import type { ListedException } from '../figures/exception-flags.ts';
import type { Exception } from '../files/file-kinds.ts';
import { flagWords } from '../page/flag-words.ts';
import type { Snapshot } from '../snapshot.ts';
import { ask, day, type FigureRows, number, text } from './tile-rows.ts';

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
  exceptions: readonly Exception[],
  { settings }: Pick<Snapshot, 'settings'>,
): FigureRows {
  const byId = new Map(listed.map((one) => [one.exception.exception_id, one]));
  const places = new Map([...byId.keys()].map((id, at) => [id, at]));
  const inOrder = (ids: readonly string[]) => ids.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  const { expiring_within_days: within } = settings.exceptions;
  const idsOf = (wanted: readonly Exception[]) => wanted.map(({ exception_id }) => exception_id);
  const others = new Map(
    exceptions.filter(({ exception_id: id }) => !byId.has(id)).map((one) => [one.exception_id, one]),
  );
  return {
    numbers: [
      ask('active', 'active', figures.active_ids, inOrder),
      ask('expired', 'expired and still open', figures.expired_open, inOrder),
      ask('expiring', `ending within ${within} days`, figures.expiring_30d, inOrder),
      ask('red', 'on the list with a red flag', figures.red_flagged, inOrder),
      ask('no_owner', 'without an owner', figures.owner_missing, inOrder),
      ask('no_control', 'without a compensating control', figures.no_compensating_control, inOrder),
      ask('no_expiry', 'without an expiry', figures.no_expiry, inOrder),
      ask('pending', 'pending', figures.pending, inOrder),
      ask('listed', 'on the list', [...byId.keys()]),
    ],
    aside: [
      ask('unlisted', 'drafts, rejected and closed, left out', [...others.keys()]),
      ask('owner_unknown', 'of all with no owner', idsOf(exceptions.filter(({ owner }) => owner === null))),
    ],
    columns,
    rowOf: (id) => {
      const [one, other] = [byId.get(id), others.get(id)];
      if (other) return { cells: [...cellsOf(other, null), `left out: ${other.status}`], isFlagged: false };
      return one ? rowOf(one, within) : null;
    },
  };
}

function rowOf({ exception, daysLeft, flags, redFlags }: ListedException, within: number) {
  const told = flags.map((flag) => flagWords(flag, within)).join(', ');
  return { cells: [...cellsOf(exception, daysLeft), told], isFlagged: redFlags.length > 0 };
}

function cellsOf(exception: Exception, daysLeft: number | null): readonly string[] {
  const { exception_id, title, scope_ref, risk, owner, approver, expires_on } = exception;
  const about = [exception_id, title, scope_ref ?? '', risk, owner ?? '', approver ?? ''];
  return [...about, expires_on ?? '', daysLeft === null ? '' : String(daysLeft)];
}
