import { findLegalClock } from '../../clocks/legal-clocks.ts';
import { type ProfileFlag, profileFlags } from '../../scenario/vocabulary.ts';

/**
 * Without a profile every clock may apply, and so may one the table does not know. Facts of the incident among the
 * conditions (`high_risk`, `over_500`) decide nothing here. Source: definitions.md, "Profile flags".
 */
export function appliesByProfile(clock: string, profile: readonly ProfileFlag[] | undefined): boolean {
  if (profile === undefined) return true;
  const needed = findLegalClock(clock)?.appliesWhen ?? [];
  return profileFlags.every((flag) => !needed.includes(flag) || profile.includes(flag));
}
