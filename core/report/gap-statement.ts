import type { SavedEventOf } from '../exercise/events.ts';
import { capitalise, sentence } from './term-words.ts';

type Gap = Pick<SavedEventOf<'gap_recorded'>['data'], 'title' | 'when' | 'missing' | 'effect'>;

/** "When (cue), (arrangement) did not provide (need), so (effect)." Source: spec.md B.3. */
export function tellGap({ title, when, missing, effect }: Gap): string {
  if (!when && !missing && !effect) return sentence(title);
  const clauses = [when && `when ${when}`, missing, effect && `so ${effect}`].filter(
    (clause) => clause !== undefined && clause !== '',
  );
  return sentence(capitalise(clauses.join(', ')));
}
