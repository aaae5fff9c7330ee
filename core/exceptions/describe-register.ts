import {
  type ExceptionFlag,
  type ExceptionState,
  exceptionFlags,
  isRed,
  type ListedException,
  listExceptions,
} from '../scorecard/figures/exception-flags.ts';
import type { Exception } from '../scorecard/files/file-kinds.ts';
import type { Settings } from '../scorecard/settings.ts';
import type { DecisionEntry, Entry } from './decision.ts';
import { type InFile, isDecisionOverdue, listTold, markInFile, standingOf, type Told } from './decision-standing.ts';

/** The exceptions of the newest month there is, published or not. */
export type CurrentExceptions = {
  readonly month: string;
  /** The end of this day is what its figures are of. */
  readonly asOf: string;
  /** The day its rows are of; `isStale`: too long before `asOf`. */
  readonly datedOn: string | null;
  readonly isStale: boolean;
  /** Every row, whatever its status. */
  readonly exceptions: readonly Exception[];
  /** Those in force or waiting, as the scorecard lists them. */
  readonly listed: readonly ListedException[];
  readonly settings: Settings;
};

/** `closed`: the file says so, or that it was rejected; `gone`: decided on once, and no file holds it any more. */
export type RegisterState = ExceptionState | 'closed' | 'gone';

export type StandingDecision = {
  readonly entry: DecisionEntry;
  readonly mark: InFile;
  readonly isOverdue: boolean;
};

export type RegisteredException = {
  readonly id: string;
  /** null: no file holds it any more. */
  readonly row: Exception | null;
  readonly state: RegisterState;
  readonly daysLeft: number | null;
  readonly flags: readonly ExceptionFlag[];
  readonly redFlags: readonly ExceptionFlag[];
  /** null: none stands. */
  readonly decision: StandingDecision | null;
  /** Every decision on it, the oldest first. */
  readonly told: readonly Told[];
};

/**
 * What the newest file says, counted to `today` where that is later than its month, with the decisions beside it. The file's own order
 * of urgency; what is closed or gone, and was decided on, at the end.
 */
export function describeRegister(
  current: CurrentExceptions | null,
  entries: readonly Entry[],
  today: string,
): readonly RegisteredException[] {
  const rows = new Map((current?.exceptions ?? []).map((row) => [row.exception_id, row]));
  const byException = Map.groupBy(entries, ({ exception }) => exception);
  const describe = (id: string, about: Pick<RegisteredException, 'state' | 'daysLeft' | 'flags' | 'redFlags'>) => {
    const row = rows.get(id) ?? null;
    const told = listTold(byException.get(id) ?? [], id);
    return { id, row, ...about, told, decision: describeStanding(told, row, today) };
  };
  const listed = current === null ? [] : seeFrom(current, today);
  const open = new Set(listed.map(({ exception }) => exception.exception_id));
  const decided = [...byException.keys()].filter((id) => !open.has(id)).toSorted();
  return [
    ...listed.map(({ exception, ...about }) => describe(exception.exception_id, about)),
    ...decided.map((id) => describe(id, { ...unlisted, state: rows.has(id) ? 'closed' : 'gone' })),
  ];
}

const unlisted = { daysLeft: null, flags: [], redFlags: [] };

function describeStanding(told: readonly Told[], row: Exception | null, today: string): StandingDecision | null {
  const entry = standingOf(told);
  if (entry === null) return null;
  const mark = markInFile(entry, row, today);
  return { entry, mark, isOverdue: isDecisionOverdue(entry, mark, today) };
}

/** Days go on after the month: what has run out since is expired. Whether a scope is known only its month can say. */
function seeFrom({ asOf, exceptions, listed, settings }: CurrentExceptions, today: string): readonly ListedException[] {
  if (today <= asOf) return listed;
  const orphans = new Set(
    listed.filter(({ flags }) => flags.includes('ORPHAN_SCOPE')).map(({ exception }) => exception.exception_id),
  );
  return listExceptions(exceptions, { asOf: today, settings, assets: null, drift: null }).map((one) => {
    if (!orphans.has(one.exception.exception_id)) return one;
    const flags = exceptionFlags.filter((flag) => flag === 'ORPHAN_SCOPE' || one.flags.includes(flag));
    return { ...one, flags, redFlags: flags.filter((flag) => isRed(flag, one.exception)) };
  });
}

/** What is still to be decided or done. */
export function isOpenException({ state }: Pick<RegisteredException, 'state'>): boolean {
  return state !== 'closed' && state !== 'gone';
}
