import { foldName } from '../same-person.ts';
import type { ExceptionFlag } from '../scorecard/figures/exception-flags.ts';
import { isOpenException, type RegisteredException, type RegisterState } from './describe-register.ts';
import { decisionWords } from './exception-words.ts';

export const stateChoices = [
  'open',
  'expired_open',
  'active',
  'not_started',
  'pending',
  'closed',
  'gone',
  'all',
] as const;
export type StateChoice = (typeof stateChoices)[number];

/** Who no file names. */
export const nobody = '-';

/** Empty: any. */
export type ExceptionFilter = {
  readonly state: StateChoice;
  readonly risk: string;
  /** A flag, or `red`: any that is red. */
  readonly flag: ExceptionFlag | 'red' | '';
  /** Folded, or `nobody`. */
  readonly owner: string;
  /** Every word of it stands somewhere in the exception. */
  readonly text: string;
};

export const noFilter: ExceptionFilter = { state: 'open', risk: '', flag: '', owner: '', text: '' };

/** In the order they come. */
export function filterExceptions(
  exceptions: readonly RegisteredException[],
  filter: ExceptionFilter,
): readonly RegisteredException[] {
  const words = foldName(filter.text).split(' ');
  return exceptions.filter((one) => fits(one, filter) && words.every((word) => textOf(one).includes(word)));
}

function fits(one: RegisteredException, { state, risk, flag, owner }: ExceptionFilter): boolean {
  return (
    fitsState(one, state) &&
    (risk === '' || one.row?.risk === risk) &&
    (owner === '' || ownerOf(one) === owner) &&
    fitsFlag(one, flag)
  );
}

function fitsState(one: RegisteredException, state: StateChoice): boolean {
  if (state === 'all') return true;
  return state === 'open' ? isOpenException(one) : one.state === (state satisfies RegisterState);
}

function fitsFlag({ flags, redFlags }: RegisteredException, flag: ExceptionFilter['flag']): boolean {
  if (flag === '') return true;
  return flag === 'red' ? redFlags.length > 0 : flags.includes(flag);
}

/** What one owner is chosen by, however the name was typed. */
export function ownerOf({ row }: RegisteredException): string {
  const owner = row?.owner ?? null;
  return owner === null ? nobody : foldName(owner);
}

/** Folding 400 exceptions at every key costs more than the search itself. */
const folded = new WeakMap<RegisteredException, string>();

function textOf(one: RegisteredException): string {
  const known = folded.get(one);
  if (known !== undefined) return known;
  const { id, row, decision } = one;
  const fields = row && [row.title, row.scope_ref, row.control_ref, row.owner, row.approver, row.ticket];
  const texts = row && [row.compensating_control, row.review_notes];
  const decided = decision && [decisionWords(decision.entry.said), decision.entry.said.reason];
  const text = foldName([id, ...(fields ?? []), ...(texts ?? []), ...(decided ?? [])].join(' '));
  folded.set(one, text);
  return text;
}
