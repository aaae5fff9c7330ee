import { eventAt } from '../../exercise/log.ts';
import { findShown } from '../../exercise/views/find-shown.ts';
import type { Facts } from '../facts.ts';

/** Whether a finding cites what only named functions were handed: an inject, or an entry about one. */
export function restsOnPrivate({ state }: Facts, evidence: readonly string[]): boolean {
  return evidence.some((reference) => {
    const inject = reference.startsWith('#')
      ? injectOf(eventAt(state.log, Number(reference.slice(1)))?.data)
      : reference;
    return inject !== null && findShown(state, { inject, already_done: false })?.audience === 'named';
  });
}

function injectOf(data: object | undefined): string | null {
  return data && 'inject' in data && typeof data.inject === 'string' ? data.inject : null;
}
