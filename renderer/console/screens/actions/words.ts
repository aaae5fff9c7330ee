import type { StatusChoice } from '#core/actions/filter-actions.ts';
import type { AgeBucket } from '#core/actions/register-figures.ts';
import { capitalise, plain, roleNames, statusNames } from '#core/report/term-words.ts';
import { roles } from '#core/scenario/vocabulary.ts';

export const ageNames: Readonly<Record<AgeBucket, string>> = {
  to_30: 'To 30 days',
  to_60: '31 to 60',
  to_90: '61 to 90',
  over_90: 'Over 90 days',
  unknown: 'Age unknown',
};

export function statusWords(status: StatusChoice): string {
  if (status === 'not_closed') return 'Not closed';
  return status === 'all' ? 'All' : capitalise(statusNames[status]);
}

/** A role or a capability as people say it. */
export const tokenWords = (token: string) => capitalise(plain(token));

export function roleWords(token: string | undefined): string | null {
  const role = roles.find((known) => known === token);
  return role ? roleNames[role] : null;
}
