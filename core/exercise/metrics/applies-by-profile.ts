import { findLegalClock } from '../../clocks/legal-clocks.ts';
import { type ProfileFlag, profileFlags } from '../../scenario/vocabulary.ts';

/**
 * Without a profile every clock may apply, and so may one the table does not know; a rule that is not in force never does.
 * Facts of the incident among the conditions (`high_risk`, `over_500`) decide nothing here. Source: definitions.md, "Profile flags".
 */
export function appliesByProfile(clock: string, profile: readonly ProfileFlag[] | undefined): boolean {
  const law = findLegalClock(clock);
  if (law?.unit === 'not_in_force') return false;
  if (law === undefined || profile === undefined) return true;
  return profileFlags.every((flag) => !law.applies_when.includes(flag) || profile.includes(flag));
}
